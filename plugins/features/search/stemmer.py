"""A stemmer that is a table: letters, folding and endings are data,
which this file and its twin in JavaScript run."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

TABLES = Path(__file__).parent / "tables"
CLASS = re.compile("<([A-Z]+)>")
LONGEST = 40  # letters; no language has longer words
UNSEEN = re.compile(
    "[\u00ad\u200b-\u200d\u2060\ufeff]"
)  # where a word may be broken, and signs that nobody sees

Rule = tuple[re.Pattern[str], str]
Reading = tuple[str, int]

MARKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"  # none of them is a digit or a letter of a term


class Stemmer:
    """What one language does to a text before it is indexed or searched (the format is in
    tables/README.md)."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._classes: dict[str, str] = table["classes"]
        self._word = re.compile(self._filled(table["word"]))
        self._fold = [
            (re.compile(self._filled(found)), put.replace("$", "\\"))
            for found, put in table["fold"]
        ]
        self._steps = [[self._rule(*rule) for rule in step] for step in table["steps"]]
        self._forms: dict[str, str] = table["forms"]
        self.read = cache(self._read)
        self.read_piece = cache(self._read_piece)
        self.letters = cache(self._letters)

    def words(self, text: str) -> list[str]:
        """The words of `text` as they stand there, in small letters."""
        return [
            word[:LONGEST]
            for word in self._word.findall(UNSEEN.sub("", normalize("NFC", text)).lower())
        ]

    @property
    def irregular(self) -> Iterable[str]:
        """The folded forms whose stems do not begin as they do."""
        return self._forms

    def fold(self, word: str) -> str:
        """`word` without the differences that a reader does not mean."""
        for pattern, put in self._fold:
            word = pattern.sub(put, word)
        return word

    def stems(self, word: str) -> tuple[str, ...]:
        """What the forms of `word` have in common; a word that can be read in two ways has two
        stems or more."""
        return tuple(stem for stem, _ in self.read(word))

    def count(self, text: str) -> list[tuple[tuple[Reading, ...], int]]:
        """How the words of `text` are read, and how often; the same word may come more than once.

        What stands between spaces is looked at only once, however many texts it is in.
        """
        return [(self.read_piece(piece), often) for piece, often in Counter(text.split()).items()]

    def terms(self, text: str) -> list[str]:
        """What `text` is found by, in the order of the text."""
        return [stem for word in self.words(text) for stem in self.stems(word)]

    def _read(self, word: str) -> tuple[Reading, ...]:
        """The stems of `word`, each with the bit of the mark that its form has."""
        folded = self.fold(word)
        bit = 1 << marked(folded)
        return tuple((stem, bit) for stem in self._stems(folded))

    def _letters(self, piece: str) -> tuple[str, ...]:
        """The words of `piece` that have a letter, whole."""
        return tuple(word for word in self.words(piece) if not word.isdecimal())

    def _read_piece(self, piece: str) -> tuple[Reading, ...]:
        return tuple(reading for word in self.words(piece) for reading in self.read(word))

    def _stems(self, word: str) -> tuple[str, ...]:
        """Each step changes every reading; a rule whose replacement begins with + adds one."""
        readings = [word, self._forms[word]] if word in self._forms else [word]
        for step in self._steps:
            readings = [changed for reading in readings for changed in _changed(reading, step)]
        return tuple(dict.fromkeys(reading for reading in readings if reading))

    def _rule(self, before: str, endings: str, put: str = "") -> Rule:
        return re.compile(f"({self._filled(before)})(?:{self._filled(endings)})"), put

    def _filled(self, pattern: str) -> str:
        """`pattern` with the classes that it names; a class may name others."""
        while CLASS.search(pattern):
            pattern = CLASS.sub(lambda found: self._classes[found[1]], pattern)
        return pattern


def marked(form: str) -> int:
    """The place among MARKS of what tells the folded `form` from nearly all others of its stem."""
    number = 0
    for letter in form:
        number = (number * 5 + ord(letter)) % len(MARKS)
    return number


def _changed(word: str, step: list[Rule]) -> list[str]:
    """`word` after the first rule of `step` that fits, and what the rules before it added."""
    added = []
    for pattern, put in step:
        found = pattern.fullmatch(word)
        if found and put.startswith("+"):
            added.append(found[1] + put[1:])
        elif found:
            return [found[1] + put, *added]
    return [word, *added]


def read_stemmer(lang: str) -> Stemmer:
    """The stemmer of `lang`; a language without a table of its own is only folded."""
    file = TABLES / f"{lang}.json"
    return Stemmer(
        json.loads((file if file.is_file() else TABLES / "other.json").read_text(encoding="utf-8"))
    )
