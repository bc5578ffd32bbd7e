"""Lines: what a shard says of one term, the pages it stands in; the format is in README.md."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from plugins.search.statistics import DIGITS

Posting = tuple[int, str]  # number and code of a page


def base36(number: int) -> str:
    """`number` in as few characters as it takes."""
    digits = DIGITS[number % 36]
    while number := number // 36:
        digits = DIGITS[number % 36] + digits
    return digits


def line(postings: Sequence[Posting]) -> str:
    """The marks that most pages have; then each page as the distance from the one before, its digits unless they are
    the most frequent ones, and its marks unless they are those of most.
    """
    most = _most(postings)
    before, parts = -1, []
    for number, code in postings:
        parts.append(base36(number - before - 1) + _rest(code, most))
        before = number
    return f"{most} {','.join(parts)}"


def _most(postings: Sequence[Posting]) -> str:
    """The marks of most postings; of those that are equally frequent the first."""
    if len(postings) == 1:
        return _marks(postings[0][1])
    often = Counter(_marks(code) for _, code in postings)
    return min(often, key=lambda marks: (-often[marks], marks))


@lru_cache(maxsize=1 << 16)
def _marks(code: str) -> str:
    return code.lstrip(DIGITS)


@lru_cache(maxsize=1 << 16)
def _rest(code: str, most: str) -> str:
    marks = _marks(code)
    digits = code.removesuffix(marks)
    return (f":{digits}" if digits else "") + ("" if marks == most else marks)
