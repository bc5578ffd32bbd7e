"""Cuts: where the terms of a language, in order, are cut into shards,
so that a new term moves few cuts."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

# Characters in a shard. The larger the shards, the more of what a visitor downloads is not asked
# for; the smaller, the longer the manifest that lists them. Only these sizes, so that an edit
# hardly ever cuts everything anew.
SIZES = (2000, 3000, 4500, 6750, 10_000, 15_000)
BEST = 27  # the best size is about the root of so many times all characters (measured in brotli)
DEEPEST = 8  # letters; terms that begin alike so far stay together


def largest(total: int) -> int:
    """How many characters a shard may have when all terms together have `total`."""
    return max([size for size in SIZES if size * size <= BEST * total] or SIZES[:1])


class Cuts:
    """Where `terms`, with so many characters each, are cut; a part has `most` at most."""

    def __init__(self, terms: Sequence[str], sizes: Sequence[int], most: int = 0) -> None:
        self._terms = terms
        self._ends = [0, *accumulate(sizes)]
        self._largest = most or largest(self._ends[-1])

    def parts(self) -> list[tuple[int, int]]:
        """The first term of each part and the one after its last;
        one part when there are no terms."""
        return list(self._cut(0, len(self._terms), 1))

    def _cut(self, first: int, last: int, depth: int) -> Iterator[tuple[int, int]]:
        """Cuts where the first `depth` letters differ, and deeper what is still too large."""
        if self._fits(first, last) or depth > DEEPEST:
            yield first, last
            return
        for start, end in self._alike(first, last, depth):
            if start > first and not self._fits(first, end):
                yield from self._cut(first, start, depth + 1)
                first = start
        yield from self._cut(first, last, depth + 1)

    def _alike(self, first: int, last: int, depth: int) -> Iterator[tuple[int, int]]:
        start = first
        for here in range(first + 1, last + 1):
            if here == last or self._terms[here][:depth] != self._terms[start][:depth]:
                yield start, here
                start = here

    def _fits(self, first: int, last: int) -> bool:
        return self._ends[last] - self._ends[first] <= self._largest
