"""How much each word speaks for need, learned from marked examples by naive Bayes: people in danger
share few phrases, but many words.

A word counts by its beginning, in coarse letters (coarse.py). Its weight for a kind is the
logarithm of how much more often examples of that kind have it than examples of people who need
nothing. A text has the sum of its words, less a little, since most people need nothing, divided by
the root of their number, so that a long one is not in danger by its length. What speaks against
need counts only so much: whoever asks for a lawyer politely may be in danger. A long text is asked
piece by piece. Weights are kept in halves, as letters of one string.

Source: Manning, Raghavan, Schütze, Introduction to Information Retrieval (2008), chapter 13.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log, sqrt
from typing import TypedDict

NEEDS, NONE = ("danger", "care"), "none"
KINDS = (*NEEDS, NONE)  # of examples
BEGINNING = 4  # letters of a word that count
FEWEST = 3  # examples that have a word which is learned from
SMOOTHING = 0.1  # of an example for each kind that a word was not met in
STEP, STEPS, MIDDLE = 0.5, 12, ord("n")  # of a weight; the most of them; the letter of nothing
LEAST = 0.75  # of a weight that is worth its place
TWICE = 2  # examples of a kind that have a word which speaks for it
ENOUGH = {"danger": 0.8, "care": 2.0}  # for a text in need
DOUBT = 0.5  # of every text
MOST_AGAINST = 4.0  # that all words together can say against need
WINDOW = 16  # words of a long text that are asked together, each twice
CALLS = 1.0  # for a word in whose company others are looked at
SURER = 1.0  # what care must have more than danger

Examples = Mapping[str, Sequence[str]]  # texts in coarse letters, by kind


class Table(TypedDict):
    """What a browser reads: the script of the words (ISO 15924), their beginnings, parted by `|`,
    and a letter for each by need."""

    script: str
    starts: str
    danger: str
    care: str


@dataclass(frozen=True)
class Learned:
    """`weights`: of the beginning of a word, for each of NEEDS."""

    weights: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    @property
    def telling(self) -> frozenset[str]:
        """The beginnings that speak for need by themselves."""
        return frozenset(start for start, both in self.weights.items() if max(both) >= CALLS)

    def score(self, text: str) -> tuple[float, ...]:
        """How much `text`, in coarse letters, speaks for each of NEEDS."""
        words = text.split()
        found = [self.weights.get(start, (0.0, 0.0)) for start in {starting(one) for one in words}]
        root = sqrt(len(words) or 1)
        return tuple((_sum(column) - DOUBT) / root for column in zip(*found, (0, 0), strict=True))

    def danger(self, word: str) -> float:
        """How much `word`, in coarse letters, speaks for danger."""
        return self.weights.get(starting(word), (0.0, 0.0))[0]

    def need(self, text: str) -> str:
        """What `text`, in coarse letters, asks for: one of NEEDS, or nothing."""
        needs = {self._asks(window) for window in windows(text.split())}
        return next((need for need in ("care", "danger") if need in needs), "")

    def _asks(self, words: Sequence[str]) -> str:
        danger, care = self.score(" ".join(words))
        cared = care >= ENOUGH["care"]
        if cared and care >= danger + SURER:
            return "care"
        return "danger" if cared or danger >= ENOUGH["danger"] else ""

    def table(self, script: str) -> Table:
        """The weights as the browser reads them; `script` is that of the languages."""
        starts = sorted(self.weights)
        danger, care = (
            "".join(_letter(self.weights[start][at]) for start in starts)
            for at in range(len(NEEDS))
        )
        return {"script": script, "starts": "|".join(starts), "danger": danger, "care": care}


def windows(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """The words that are asked together: all of them, or of many those that are near each other."""
    for start in range(0, max(1, len(words) - WINDOW // 2), WINDOW // 2):
        yield words[start : start + WINDOW]


def starting(word: str) -> str:
    """Return the part of `word` that counts."""
    return word[:BEGINNING]


def learn(examples: Examples) -> Learned:
    """Return what `examples` of several words say of each (single ones are for single_words.py)."""
    several = {kind: [one for one in examples.get(kind, ()) if " " in one] for kind in KINDS}
    often = {kind: _often(texts) for kind, texts in several.items()}
    count = {kind: len(texts) for kind, texts in several.items()}
    starts = sum(often.values(), Counter())
    weights = {
        start: tuple(_weight(start, kind, often, count) for kind in NEEDS)
        for start, times in starts.items()
        if times >= FEWEST
    }
    return Learned({start: both for start, both in weights.items() if _telling(both)})


def _often(texts: Iterable[str]) -> Counter[str]:
    """In how many of `texts` a beginning stands."""
    return Counter(start for text in texts for start in {starting(one) for one in text.split()})


def _weight(
    start: str, kind: str, often: Mapping[str, Counter[str]], count: Mapping[str, int]
) -> float:
    there, elsewhere = (
        (often[one][start] + SMOOTHING) / (count[one] + 2 * SMOOTHING) for one in (kind, NONE)
    )
    steps = round(log(there / elsewhere) / STEP)
    if often[kind][start] < TWICE:
        steps = min(steps, 0)
    return STEP * max(-STEPS, min(STEPS, steps))


def _sum(weights: Iterable[float]) -> float:
    """All `weights` together, of those against need no more than counts."""
    both = tuple(weights)
    against = sum(weight for weight in both if weight < 0)
    return sum(weight for weight in both if weight > 0) + max(-MOST_AGAINST, against)


def _telling(weights: Iterable[float]) -> bool:
    return any(abs(one) >= LEAST for one in weights)


def _letter(weight: float) -> str:
    return chr(MIDDLE + round(weight / STEP))
