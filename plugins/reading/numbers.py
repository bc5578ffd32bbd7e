"""What an editor typed and should have named: telephone numbers, mailboxes, callouts without a title."""

import re
from collections.abc import Iterator
from functools import cache

from plugins.data.entries import Contact
from plugins.document import Reference

INTERNATIONAL = r"\+\d[\d\s()\u2010-\u2015-]{6,}\d"
TOLL_FREE = r"(?<![\w+])8(?:[\s()\u2010-\u2015-]*)80[01](?:[\s()\u2010-\u2015-]*\d){7,8}(?!\d)"
MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
UNTITLED = re.compile(r"\s*(?P<callout>!!!\s+[\w-]+)\s*")
# Most lines have none of these, and are not searched at all.
SUSPECT = re.compile(r"[\d@!]")
SEPARATORS = r"[\s\u00a0-]?"


def written_by_hand(source: str, contacts: dict[str, Contact]) -> Iterator[Reference]:
    """Numbers, mailboxes and untitled callouts of `source`, with their lines (from 1)."""
    pattern = _pattern(frozenset(contact.dial for contact in contacts.values()))
    for line_number, line in enumerate(source.splitlines(), start=1):
        if not SUSPECT.search(line):
            continue
        for found in _found(line, pattern):
            yield Reference("number", found, line_number)
        untitled = UNTITLED.fullmatch(line) if "!!!" in line else None
        if untitled:
            yield Reference("untitled", untitled["callout"], line_number)


def digits(number: str) -> str:
    """What a telephone dials of `number`; a mailbox stays as it is."""
    return "".join(character for character in number if character.isdigit()) or number


@cache
def _pattern(dials: frozenset[str]) -> re.Pattern[str]:
    known = (SEPARATORS.join(re.escape(character) for character in dial) for dial in dials)
    declared = "|".join(sorted(known, key=lambda one: (-len(one), one)))
    exact = rf"(?<![\w./+-])(?:{declared})(?![\w/-]|[.,]\d)" if declared else r"(?!)"
    return re.compile(f"{INTERNATIONAL}|{TOLL_FREE}|{exact}")


def _found(line: str, numbers: re.Pattern[str]) -> Iterator[str]:
    if "@" in line:
        yield from MAILBOX.findall(line)
    yield from (found.strip() for found in numbers.findall(line))
