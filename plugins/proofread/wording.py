"""Words to avoid, with the word to use instead, and sentences that are too long to follow."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.reading.revision import Block

LONGEST = 30  # words of a sentence that can still be followed
LONG = {"be": 10, "ru": 10, "en": 8}  # letters from which on a word is long
SENTENCE = re.compile(r"[^.!?…؟]+[.!?…؟]*")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ENDINGS = "аеёиоуыэюяьйіў"  # letters in which a form of the word may differ
SHORT = 3  # letters up to which a word has no other forms: a preposition, an abbreviation


@dataclass(frozen=True)
class Avoided:
    """A word to avoid, how it is found, what is said instead, and the pages and sections that speak
    of the word itself."""

    word: str
    pattern: re.Pattern[str]
    instead: str
    discussed: tuple[str, ...] = ()

    def concerns(self, key: str) -> bool:
        """Return whether the word is to be avoided on the page `key`."""
        return not any(f"{key}/".startswith(f"{place}/") for place in self.discussed)


def avoided(terms: Mapping[str, Any], lang: str) -> list[Avoided]:
    """Return the words to avoid in `lang`, from the tables of data/terms.toml."""
    return [
        Avoided(word, _pattern(word), table[lang], tuple(table.get("discussed", ())))
        for table in terms.values()
        if isinstance(table, dict) and lang in table
        for word in table.get("avoid", {}).get(lang, ())
    ]


def _pattern(phrase: str) -> re.Pattern[str]:
    phrase_in_any_form = r"\W+".join(map(_in_any_form, phrase.split()))
    return re.compile(rf"(?<!\w){phrase_in_any_form}(?!\w)", re.IGNORECASE)


def _in_any_form(word: str) -> str:
    if len(word) <= SHORT:
        return re.escape(word)
    return re.escape(word.rstrip(ENDINGS) or word) + r"\w{0,3}"


def to_avoid(said: Iterable[Block], words: Iterable[Avoided]) -> Iterator[tuple[int, str, str]]:
    """Yield the line, the word as it stands there, and what to say instead."""
    words = tuple(words)
    for block in said:
        for one in words:
            yield from (
                (block.line, found[0], one.instead) for found in one.pattern.finditer(block.words)
            )


def too_long(said: Iterable[Block]) -> Iterator[tuple[int, int, str]]:
    """Yield the line, the number of words, and the beginning of each sentence that is too long."""
    for block in said:
        for sentence in SENTENCE.findall(block.words):
            words = WORD.findall(sentence)
            if len(words) > LONGEST:
                yield block.line, len(words), " ".join(words[:4])


@dataclass(frozen=True)
class Measure:
    """How many words a sentence has in the middle, and how many words of a hundred are long."""

    sentences: int
    words: float
    long: int


def measured(said: Iterable[Block], lang: str) -> Measure:
    """Return the measure of a page."""
    sentences = [
        words
        for block in said
        for sentence in SENTENCE.findall(block.words)
        if (words := WORD.findall(sentence))
    ]
    every = [word for words in sentences for word in words]
    long = sum(len(word) >= LONG.get(lang, 10) for word in every)
    count = len(sentences) or 1
    return Measure(
        len(sentences), round(len(every) / count, 1), round(100 * long / (len(every) or 1))
    )
