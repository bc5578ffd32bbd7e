"""The picture library: the pictures of all releases of a language on one page, release by release,
the latest first."""

from collections.abc import Iterator

from plugins.model.listing import Listing, archive
from plugins.model.page import Kit, Page
from plugins.model.site import Site


def picture_library(site: Site, names: dict[str, str]) -> Iterator[Page]:
    """The page of each language that has releases of its own; `names` says what it is called."""
    for lang in site.languages:
        index = site.document(lang, "press")
        if index and lang in names:
            entries = [one for one in site.dated(lang, "press") if one.part(Kit).pictures]
            yield _page(index, names[lang], entries)


def _page(index: Page, name: str, entries: list[Page]) -> Page:
    pictures = tuple(picture for one in entries for picture in one.part(Kit).pictures)
    page = archive(
        index, "pictures", name, Listing(entries), indexed=True, template="pages/pictures"
    )
    page.give(Kit(pictures))
    return page
