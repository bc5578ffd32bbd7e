"""Single words of need: what one word asks for when nothing else was typed with it.

Every example of one word (examples.toml) counts here and nowhere else, and so do other forms of the
word: its pattern is its stem, in coarse letters (coarse.py), or the shortest longer beginning that
examples of need have more often than harmless ones and no single example of another kind has. Where
there is none, the word counts as it stands.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from plugins.features.search.coarse import coarse
from plugins.features.search.dictionary import is_one_slip
from plugins.features.search.learned import NEEDS, NONE, Examples

SHORTEST = 5  # letters of a beginning
FORGIVEN, FORGIVEN_START = 6, 9  # letters of a word, or a beginning, in which one slip is forgiven
OPEN = "*"  # behind a beginning: any ending


@dataclass(frozen=True)
class SingleWords:
    """Patterns of single words by need."""

    danger: tuple[str, ...] = ()
    care: tuple[str, ...] = ()

    @property
    def patterns(self) -> tuple[str, ...]:
        """Those of both needs."""
        return self.danger + self.care


class Beginnings:
    """How many of some words have a beginning."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)

    def count(self, start: str) -> int:
        """Return the number of words that begin with `start`."""
        return bisect_left(self._words, f"{start}\uffff") - bisect_left(self._words, start)


def single_words(examples: Examples, stems: Mapping[str, str]) -> SingleWords:
    """Return what single words ask for by `examples` of the languages of one script; `stems` are
    those of its words, in coarse letters."""
    needed, harmless = Beginnings(_words(examples, NEEDS)), Beginnings(_words(examples, (NONE,)))
    single = {kind: set(singles(examples.get(kind, ()))) for kind in (*NEEDS, NONE)}
    found: dict[str, tuple[str, ...]] = {}
    for need in NEEDS:
        others = Beginnings(word for kind in single if kind != need for word in single[kind])
        allow = partial(_may_ask, needed, harmless, others)
        patterns = {_pattern(word, stems.get(word, word), allow) for word in single[need]}
        found[need] = tuple(_least(patterns))
    return SingleWords(**found)


def excepted(words: Iterable[str], patterns: Collection[str]) -> list[str]:
    """Return the harmless `words`, in order, that fit one of `patterns`."""
    return sorted({word for word in words if fits(word, patterns, forgiving=True)})


def as_typed(text: str, patterns: Iterable[str]) -> str:
    """Return `text`, one word, as it stands, or its beginning and `*` where one of `patterns` fits
    whatever begins so."""
    word = coarse(text)
    found = next((one for one in patterns if one.endswith(OPEN) and _begins(one, word)), "")
    if not found:
        return text
    starts = (text[:size] for size in range(1, len(text) + 1))
    return next(one for one in starts if coarse(one).startswith(found[:-1])) + OPEN


def fits(word: str, patterns: Iterable[str], *, forgiving: bool = False) -> bool:
    """Return whether `word` is one of `patterns`; with one slip, where that is `forgiving`."""
    return any(
        _begins(pattern, word) or (forgiving and _nearly(pattern, word)) for pattern in patterns
    )


def _begins(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith(OPEN) else word == pattern


def _nearly(pattern: str, word: str) -> bool:
    wanted, ended = pattern.removesuffix(OPEN), not pattern.endswith(OPEN)
    if len(wanted) < (FORGIVEN if ended else FORGIVEN_START) or wanted[0] != word[:1]:
        return False
    sizes = (len(word) - len(wanted),) if ended else range(-1, 2)
    return any(is_one_slip(wanted, word[: len(wanted) + more]) for more in sizes)


def singles(texts: Sequence[str]) -> Iterator[str]:
    """Yield those of `texts`, in coarse letters, that are one word."""
    yield from (text for text in texts if text and " " not in text)


def _words(examples: Examples, kinds: Iterable[str]) -> Iterator[str]:
    yield from (word for kind in kinds for text in examples.get(kind, ()) for word in text.split())


def _may_ask(needed: Beginnings, harmless: Beginnings, others: Beginnings, start: str) -> bool:
    """Whether words that begin with `start` may ask for help."""
    return not others.count(start) and needed.count(start) > harmless.count(start)


def _pattern(word: str, stem: str, allow: Callable[[str], bool]) -> str:
    """The shortest pattern of `word` that there may be."""
    least = max(SHORTEST, len(stem)) if word.startswith(stem) else len(word)
    starts = (word[:size] for size in range(least, len(word) + 1))
    return next((f"{start}{OPEN}" for start in starts if allow(start)), word)


def _least(patterns: Collection[str]) -> Iterator[str]:
    """Yield `patterns`, in order, without those that a shorter one covers."""
    covered = ("",)
    for pattern in sorted(patterns, key=lambda one: one.replace(OPEN, "")):
        if covered == ("",) or not pattern.startswith(covered):
            yield pattern
            covered = (pattern[:-1],) if pattern.endswith(OPEN) else covered
