"""What content/data/search.toml adds for a language: everyday words for what pages call otherwise, words of need."""

import tomllib
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from plugins.search.stemmer import Stemmer


@dataclass(frozen=True)
class Words:
    """Groups of words that mean the same to a reader, and phrases of somebody who may need help at once."""

    groups: tuple[tuple[str, ...], ...] = ()
    crisis: tuple[str, ...] = ()


def read_words(file: Path) -> dict[str, Words]:
    """The words of every language in `file`; none when there is no file."""
    if not file.is_file():
        return {}
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        lang: Words(tuple(tuple(group) for group in table.get("groups", [])), tuple(table.get("crisis", [])))
        for lang, table in tables.items()
    }


def added(words: Words, terms: Set[str], stemmer: Stemmer) -> list[str]:
    """The words of every group of which one word or phrase is wholly among `terms`."""
    return [
        word
        for group, meant in zip(words.groups, _meant(words, stemmer), strict=True)
        if any(one <= terms for one in meant)
        for word in group
    ]


@lru_cache(maxsize=8)
def _meant(words: Words, stemmer: Stemmer) -> list[list[frozenset[str]]]:
    """For each word of each group what it is found by."""
    return [[frozenset(stemmer.terms(word)) for word in group] for group in words.groups]


def phrases(words: Words, stemmer: Stemmer) -> list[list[list[str]]]:
    """Each phrase of need as its words, each word as its stems."""
    return [[list(stemmer.stems(word)) for word in stemmer.words(phrase)] for phrase in words.crisis]
