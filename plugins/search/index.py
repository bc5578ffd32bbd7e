"""The index of a language: for each term the pages it stands in, put together from the statistics of all pages."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.search.statistics import Statistics


@dataclass(frozen=True)
class Index:
    """`postings` by term: number and code of each page; `entries` and `days` by number."""

    postings: dict[str, list[tuple[int, str]]]
    entries: list[tuple[str, ...]]
    days: list[str]


def merge(pages: Sequence[Statistics]) -> Index:
    """The index of `pages`, which are numbered in their order, from 0."""
    postings: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for term, code in page.counts.items():
            postings[term].append((number, code))
    return Index(postings, [page.entry for page in pages], [page.day for page in pages])
