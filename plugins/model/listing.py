"""Pages that list other pages: what a list shows, and the document that it is."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plugins.model.document import Document


@dataclass(frozen=True)
class Month:
    """A part of the list of a year: the first day of its month, and what is dated in it."""

    day: date
    entries: list[Any]

    @property
    def anchor(self) -> str:
        """Return the anchor of its heading."""
        return f"month-{self.day:%m}"


@dataclass
class Listing:
    """What a list page shows: its entries, the pages before and after it,
    and the ways to narrow it down."""

    entries: list[Any]
    number: int = 1
    count: int = 1
    newer: Any = None
    older: Any = None
    years: list[Any] = field(default_factory=list)
    months: list[Month] = field(default_factory=list)
    topics: list[Any] = field(default_factory=list)


def archive(index: Any, tail: str, title: str, listing: Listing, **changes: Any) -> Document:
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


def archive_at(lang: str, key: str, title: str, listing: Listing, **changes: Any) -> Document:
    """A list page at `/<lang>/<key>/`."""
    url = f"{lang}/{key}/"
    page = Document(
        lang=lang,
        key=key,
        kind="archive",
        template="pages/archive",
        title=title,
        url=url,
        save_as=f"{url}index.html",
        listing=listing,
        indexed=any(not entry.content_language for entry in listing.entries),
        order=((999, key),),
    )
    for name, value in changes.items():
        setattr(page, name, value)
    return page
