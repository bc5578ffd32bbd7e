"""Telephone numbers as words: however somebody writes one,
it leads to the page that is about it."""

import re
from collections.abc import Iterable, Iterator, Mapping

NO_DIGITS = re.compile(r"\D+")
COUNTRY, LONG_DISTANCE, AREA = (
    "375",
    "80",
    "17",
)  # Belarus as called from abroad and from inside; Minsk
RETIRED = "retired"


def digits(text: str) -> str:
    """The digits of `text` alone."""
    return NO_DIGITS.sub("", text)


def spellings(number: str) -> Iterator[str]:
    """The digits of `number` as people dial it: from abroad, from another town of Belarus,
    from the same town."""
    whole = digits(number)
    yield whole
    if whole.startswith(COUNTRY):
        local = whole.removeprefix(COUNTRY)
        yield from (LONG_DISTANCE + local, local, local.removeprefix(AREA))


def numbers_of(
    named: Iterable[str], contacts: Mapping[str, str], retired: Iterable[str]
) -> tuple[str, ...]:
    """The spellings of what a page is found by: keys of `contacts`, which are dialled so; `retired`
    for all that are; or numbers.
    """
    found: list[str] = []
    for name in named:
        meant = retired if name == RETIRED else [contacts[name]] if name in contacts else [name]
        found += [spelled for number in meant if digits(number) for spelled in spellings(number)]
    return tuple(dict.fromkeys(found))
