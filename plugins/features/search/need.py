"""Words of need in all languages in one file, so that they are understood on a page of any
language.

Every word is written in Latin letters, coarsely, by a table that the browser applies to what is
typed: Belarusian, Russian and Latin spellings of a word become one. `*` stands for any ending, and
`(name)` for any word of a set, which is written once, below its number.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypedDict
from unicodedata import normalize

from plugins.features.search.shards import as_json, digest
from plugins.features.search.stemmer import UNSEEN
from plugins.features.search.words import Words

TABLE = Path(__file__).parent / "tables" / "need.json"
NAME, PHRASES = "need-{}.json", "phrases-{}.json"
Numbers = Mapping[tuple[str, str], int]  # of sets, by language and name
KINDS = ("danger", "care", "never")


class Table(TypedDict):
    """`word`: what is a word; `fold`: expressions and what replaces them; `keys`:
    keyboards, key by key."""

    word: str
    fold: list[tuple[str, str]]
    keys: list[str]


@cache
def table() -> Table:
    """How words of need are written."""
    found: Table = json.loads(TABLE.read_text(encoding="utf-8"))
    return found


def coarse(text: str) -> str:
    """`text` in coarse Latin letters, its words parted by one space."""
    words = re.findall(table()["word"], UNSEEN.sub("", normalize("NFC", text)).lower())
    return " ".join(filter(None, map(_coarse_word, words)))


def _coarse_word(word: str) -> str:
    for pattern, put in table()["fold"]:
        word = re.sub(pattern, put.replace("$", "\\"), word)
    return word


def need_files(words: Mapping[str, Words]) -> dict[str, bytes]:
    """The files with the words of need, by name: first single words of all languages and how all
    are written, then for each language phrases of several words, which a question of one word
    cannot be."""
    numbers = {
        (lang, name): number
        for number, (lang, name) in enumerate(
            (lang, name) for lang in words for name in words[lang].sets
        )
    }
    found = {lang: _kinds(one, lang, numbers) for lang, one in words.items()}
    phrases = {lang: as_json(_phrases(words[lang], lang, numbers, found[lang])) for lang in words}
    named = {lang: PHRASES.format(digest(data)) for lang, data in phrases.items()}
    all_kinds = {kind: {one for kinds in found.values() for one in kinds[kind]} for kind in KINDS}
    single = {kind: _of_size(sorted(all_kinds[kind]), several=False) for kind in KINDS}
    data = as_json({**table(), "phrases": named, **single})
    return {NAME.format(digest(data)): data, **{named[lang]: phrases[lang] for lang in words}}


def _phrases(
    words: Words, lang: str, numbers: Numbers, kinds: Mapping[str, Sequence[str]]
) -> dict[str, object]:
    sets = {
        numbers[lang, name]: "|".join(sorted({coarse(member) for member in words.sets[name]}))
        for name in words.sets
    }
    return {**{kind: _of_size(kinds[kind], several=True) for kind in KINDS}, "sets": sets}


def _kinds(words: Words, lang: str, numbers: Numbers) -> dict[str, list[str]]:
    """The phrases of each kind; a set is called by its number among those of all languages."""
    found = {
        kind: {_written(phrase, lang, numbers) for phrase in getattr(words, kind)} for kind in KINDS
    }
    return {kind: sorted(found[kind]) if kind == "never" else _least(found[kind]) for kind in KINDS}


def _written(phrase: str, lang: str, numbers: Numbers) -> str:
    """`phrase` in coarse letters, its sets by their `numbers`."""
    tokens = phrase.split()
    return " ".join(
        f"<{numbers[lang, token[1:-1]]}" if token.startswith("(") else coarse(token)
        for token in tokens
    )


def _of_size(phrases: Iterable[str], *, several: bool) -> str:
    return "|".join(phrase for phrase in phrases if (" " in phrase) == several)


def _least(phrases: Iterable[str]) -> list[str]:
    """`phrases`, in coarse letters, without those that a shorter one among them covers; one with a
    set stays, since the words of a longer one may stand farther apart."""
    found = sorted(phrases, key=lambda phrase: (phrase.count(" "), len(phrase), phrase))
    left: dict[str, list[str]] = {}  # by their first word
    for phrase in found:
        near = (other for word in phrase.split() for other in _begun(left, word))
        if "<" in phrase or not any(covers(other, phrase) for other in near):
            left.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return sorted(phrase for begun in left.values() for phrase in begun)


def _begun(left: Mapping[str, list[str]], word: str) -> Iterator[str]:
    """The phrases whose first word `word` fits."""
    yield from left.get(word, ())
    for length in range(len(word) + 1):
        yield from left.get(f"{word[:length]}*", ())


def covers(short: str, phrase: str) -> bool:
    """Has whatever `phrase` fits all words of `short`?"""
    words = phrase.split()
    return all(any(_fits(wanted, word) for word in words) for wanted in short.split())


def _fits(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else wanted == word
