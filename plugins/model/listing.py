"""Pages that list other pages: what a list shows, and the document that it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from plugins.model.page import Kit, Page, Part


@dataclass(frozen=True)
class Month:
    """A part of the list of a year: the first day of its month, and what is dated in it."""

    day: date
    entries: Sequence[Page]

    @property
    def anchor(self) -> str:
        """Return the anchor of its heading."""
        return f"month-{self.day:%m}"


@dataclass(frozen=True)
class Listing(Part, name="listing"):
    """What a list page shows: its entries, the pages before and after it,
    and the ways to narrow it down."""

    entries: Sequence[Page] = ()
    number: int = 1
    count: int = 1
    newer: Page | None = None
    older: Page | None = None
    years: Sequence[Page] = ()
    months: Sequence[Month] = ()
    topics: Sequence[Page] = ()

    @property
    def shows(self) -> str:
        """Return what stands for the pictures of its entries: those of a release, and those that
        a text leads with."""
        return " ".join(filter(None, map(_pictured, self.entries)))


def _pictured(entry: Page) -> str:
    in_text = any(one.kind == "picture" for one in entry.references)
    return entry.part(Kit).shows + (entry.content_digest if in_text else "")


def archive(index: Page, tail: str, title: str, listing: Listing, **changes: Any) -> Page:
    """A list page below `index`, whose key and address end in `tail`."""
    key = f"{index.key}/{tail}"
    return archive_at(
        index.lang,
        key,
        title,
        listing,
        **{
            "summary": index.summary,
            "section": index.section,
            "content_language": index.content_language,
        }
        | {"made_from": index.file or index.made_from}
        | changes,
    )


def archive_at(lang: str, key: str, title: str, listing: Listing, **changes: Any) -> Page:
    """A list page at `/<lang>/<key>/`; `changes` are further attributes, and others than usual."""
    url = f"{lang}/{key}/"
    usual: dict[str, Any] = {
        "kind": "archive",
        "template": "pages/archive",
        "url": url,
        "save_as": f"{url}index.html",
        "indexed": any(not entry.content_language for entry in listing.entries),
        "order": ((999, key),),
    }
    page = Page(lang=lang, key=key, title=title, **usual | changes)
    page.give(listing)
    return page
