"""Dated pages in lists: page after page, year by year, month by month, topic by topic,
each a document of its own."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from plugins.model.document import Document
from plugins.model.kinds import DATED
from plugins.model.language import Language
from plugins.model.listing import Listing, archive, archive_at
from plugins.model.site import Site
from plugins.rendering.formats import month

TOPICS = "data/topics.toml"  # where topics are declared

Naming = Callable[[date, str], str]


def pages(index: Any, entries: list[Any], size: int) -> list[Document]:
    """The second and further pages of a section's list; the first stands on `index` itself."""
    parts = [entries[start : start + size] for start in range(0, len(entries), size)] or [[]]
    index.listing = Listing(parts[0], 1, len(parts))
    further = [
        archive(
            index, f"page/{number}", f"{index.title} ({number})", Listing(part, number, len(parts))
        )
        for number, part in enumerate(parts[1:], start=2)
    ]
    chain = [index, *further]
    for newer, older in pairwise(chain):
        newer.listing.older, older.listing.newer = older, newer
    return further


def years(index: Any, entries: list[Any]) -> list[Document]:
    """One list page for each year of `entries`, which begin with the latest."""
    return [
        archive(index, str(year), f"{index.title}, {year}", Listing(list(of_year)))
        for year, of_year in groupby(entries, key=lambda entry: entry.published.year)
    ]


def months(year: Any, language: Language, named: Naming = month) -> list[Document]:
    """One list page for each month of the page `year`, the latest first;
    those of a year lead to each other.

    `language` is that of the title, in which `named` says a month and its year.
    """
    entries, base = year.listing.entries, year.title.rpartition(", ")[0]
    found = [
        archive(
            year,
            f"{first:%m}",
            f"{base}, {named(first, language.formats)}",
            Listing(list(of_month)),
        )
        for first, of_month in groupby(entries, key=lambda entry: entry.published.replace(day=1))
    ]
    for page in (year, *found):
        page.listing.months = found
    return found


def topics(site: Site, lang: str, names: dict[str, dict[str, str]]) -> list[Document]:
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


def gather(
    site: Site, names: dict[str, dict[str, str]], size: int, named: Naming = month
) -> list[Document]:
    """All list pages of all languages; the index pages of the dated sections get their lists too.

    `names` are those of the topics, `size` the entries of a page; `named` says a month and its
    year.
    """
    return [
        page for lang in site.languages for page in _of_language(site, lang, names, size, named)
    ]


def _of_language(
    site: Site, lang: str, names: dict[str, dict[str, str]], size: int, named: Naming
) -> Iterator[Document]:
    by_topic = topics(site, lang, names)
    for section in DATED:
        index = site.shown(lang, section)
        if index is None:
            continue
        entries = site.dated(lang, section)
        further, by_year = pages(index, entries, size), years(index, entries)
        spoken = index.content_language or site.languages[lang]
        by_month = [page for year in by_year for page in months(year, spoken, named)]
        occurring = _occurring(by_topic, entries)
        for page in (index, *further, *by_year, *by_month):
            page.listing.years = by_year
            page.listing.topics = occurring
        yield from (*further, *by_year, *by_month)
    yield from by_topic


def _occurring(by_topic: list[Document], entries: Iterable[Any]) -> list[Document]:
    keys = {f"topics/{key}" for entry in entries for key in entry.topic_keys}
    return [page for page in by_topic if page.key in keys]


def _titles(site: Site, lang: str, topic: str) -> str:
    found = [document.title for document in site.chosen(lang, DATED)]
    return f"{topic}: {', '.join(found)}"
