"""What an editor typed and should have named: telephone numbers, mailboxes,
callouts without a title."""

import re
from collections.abc import Iterator
from functools import cache

from plugins.data.entries import Contact
from plugins.model.document import Reference

# Each pattern for numbers begins with a sign, so that a line is looked at only where one of these
# signs stands.
INTERNATIONAL = r"\+\d[\d\s()\u2010-\u2015-]{6,}\d"
TOLL_FREE = r"8(?<![\w+]8)(?:[\s()\u2010-\u2015-]*)80[01](?:[\s()\u2010-\u2015-]*\d){7,8}(?!\d)"
MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
UNTITLED = re.compile(r"\s*(?P<callout>!!!\s+[\w-]+)\s*")
SEPARATORS = r"[\s\u00a0-]?"


def written_by_hand(source: str, contacts: dict[str, Contact]) -> Iterator[Reference]:
    """Numbers, mailboxes and untitled callouts of `source`, with their lines (from 1)."""
    numbers = _pattern(frozenset(contact.dial for contact in contacts.values()))
    if not (
        "@" in source or "!!!" in source or numbers.search(source)
    ):  # where no line can have any
        return
    for line_number, line in enumerate(source.splitlines(), start=1):
        for found in MAILBOX.findall(line) if "@" in line else ():
            yield Reference("number", found, line_number)
        for found in numbers.findall(line):
            yield Reference("number", found.strip(), line_number)
        untitled = UNTITLED.fullmatch(line) if "!!!" in line else None
        if untitled:
            yield Reference("untitled", untitled["callout"], line_number)


def digits(number: str) -> str:
    """What a telephone dials of `number`; a mailbox stays as it is."""
    return "".join(character for character in number if character.isdigit()) or number


@cache
def _pattern(dials: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(dials, key=lambda one: (-len(one), one))
    return re.compile("|".join([INTERNATIONAL, TOLL_FREE, *map(_exactly, longest_first)]))


def _exactly(dial: str) -> str:
    first, *others = map(re.escape, dial)
    alone = rf"{first}(?<![\w./+-]{first})"
    return SEPARATORS.join([alone, *others]) + r"(?![\w/-]|[.,]\d)"
