"""Lines: what a shard says of one term, the pages it stands in; the format is in README.md."""

from collections import Counter
from collections.abc import Sequence

from plugins.features.search.statistics import DIGITS

Posting = tuple[int, str]  # number and code of a page


class Lines:
    """Writes lines of a language with so many `pages`."""

    def __init__(self, pages: int) -> None:
        self._distances = [base36(number) for number in range(pages)]

    def line(self, postings: Sequence[Posting], calls: str = "") -> str:
        """The marks that most pages have, and the signs of a term that calls (calls.py), after a
        dot where one is a letter or a digit; then each page as the distance from the one before,
        its digits unless they are the most frequent ones, and its marks unless they are those of
        most.
        """
        numbers, codes = zip(*postings, strict=True)
        often = Counter(codes)
        most = _most(often)
        rests = {code: _rest(code, most) for code in often}
        steps = zip(numbers, (-1, *numbers), codes)  # noqa: B905 (the last page has none after it)
        return f"{most}{'.' if calls.strip('!?') else ''}{calls} " + ",".join(
            [self._distances[here - last - 1] + rests[code] for here, last, code in steps]
        )


def base36(number: int) -> str:
    """`number` in as few characters as it takes."""
    digits = DIGITS[number % 36]
    while number := number // 36:
        digits = DIGITS[number % 36] + digits
    return digits


def _most(often: dict[str, int]) -> str:
    """The marks that most codes have; of those that are equally frequent the first."""
    marks: Counter[str] = Counter()
    for code, count in often.items():
        marks[code.lstrip(DIGITS)] += count
    return min(marks, key=lambda one: (-marks[one], one))


def _rest(code: str, most: str) -> str:
    marks = code.lstrip(DIGITS)
    digits = code.removesuffix(marks)
    return (f":{digits}" if digits else "") + ("" if marks == most else marks)
