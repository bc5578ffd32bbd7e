"""Dated pages in lists: page after page, year by year, topic by topic,
each a document of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise

from plugins.model.kinds import DATED
from plugins.model.listing import Listing, Month, archive, archive_at
from plugins.model.page import Kit, Page, Part
from plugins.model.site import Site

TOPICS = "data/topics.toml"  # where topics are declared


@dataclass(frozen=True)
class Latest(Part, name="latest"):
    """The release that the press page shows at its top."""

    release: Page | None = None

    @property
    def shows(self) -> str:
        """Return what stands for its text and its pictures."""
        return (
            f"{self.release.content_digest} {self.release.part(Kit).shows}" if self.release else ""
        )


def pages(index: Page, entries: list[Page], size: int) -> list[Page]:
    """The second and further pages of a section's list; the first stands on `index` itself."""
    parts = [entries[start : start + size] for start in range(0, len(entries), size)] or [[]]
    index.give(Listing(parts[0], 1, len(parts)))
    further = [
        archive(
            index, f"page/{number}", f"{index.title} ({number})", Listing(part, number, len(parts))
        )
        for number, part in enumerate(parts[1:], start=2)
    ]
    chain = [index, *further]
    for newer, older in pairwise(chain):
        newer.give(replace(newer.own(Listing), older=older))
        older.give(replace(older.own(Listing), newer=newer))
    return further


def years(index: Page, entries: list[Page]) -> list[Page]:
    """One list page for each year of `entries`, which begin with the latest."""
    return [
        archive(index, str(year), f"{index.title}, {year}", Listing(list(of_year)))
        for year, of_year in groupby(entries, key=lambda entry: _month(entry).year)
    ]


def months(year: Page) -> list[Month]:
    """The months of the page `year` that have entries, the latest first, each a part of it."""
    listing = year.own(Listing)
    found = [
        Month(first, list(of_month)) for first, of_month in groupby(listing.entries, key=_month)
    ]
    year.give(replace(listing, months=found))
    return found


def _month(entry: Page) -> date:
    return (entry.published or date.min).replace(day=1)


def old_addresses(year: Page) -> dict[str, str]:
    """Where the months of the page `year` are now, by the addresses of pages of their own
    that they once had."""
    return {f"{year.url}{month.day:%m}/": f"{year.url}#{month.anchor}" for month in months(year)}


def topics(site: Site, lang: str, names: dict[str, dict[str, str]]) -> list[Page]:
    """One list page for each topic that occurs in `lang`, news and releases together,
    in the order of `names`."""
    dated = [entry for section in DATED for entry in site.dated(lang, section)]
    dated.sort(key=lambda entry: (entry.published, entry.key), reverse=True)
    found = {key: [entry for entry in dated if key in entry.topic_keys] for key in names}
    return [
        archive_at(
            lang,
            f"topics/{key}",
            name,
            Listing(entries),
            summary=_titles(site, lang, name),
            made_from=TOPICS,
        )
        for key, entries in found.items()
        for name in [names[key].get(lang, key)]
        if entries
    ]


def gather(site: Site, names: dict[str, dict[str, str]], size: int) -> list[Page]:
    """All list pages of all languages; the index pages of the dated sections get their lists too.

    `names` are those of the topics, `size` the entries of a page.
    """
    return [page for lang in site.languages for page in _of_language(site, lang, names, size)]


def _of_language(
    site: Site, lang: str, names: dict[str, dict[str, str]], size: int
) -> Iterator[Page]:
    by_topic = topics(site, lang, names)
    for section in DATED:
        index = site.shown(lang, section)
        if index is None:
            continue
        entries = site.dated(lang, section)
        further, by_year = pages(index, entries, size), years(index, entries)
        for year in by_year:
            months(year)
        occurring = _occurring(by_topic, entries)
        for page in (index, *further, *by_year):
            page.give(replace(page.own(Listing), years=by_year, topics=occurring))
        yield from (*further, *by_year)
    yield from by_topic


def _occurring(by_topic: list[Page], entries: Iterable[Page]) -> list[Page]:
    keys = {f"topics/{key}" for entry in entries for key in entry.topic_keys}
    return [page for page in by_topic if page.key in keys]


def _titles(site: Site, lang: str, topic: str) -> str:
    found = [document.title for document in site.chosen(lang, DATED)]
    return f"{topic}: {', '.join(found)}"
