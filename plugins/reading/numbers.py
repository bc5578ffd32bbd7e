"""What an editor typed and should have named: telephone numbers, mailboxes,
callouts without a title."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from plugins.data.entries import Named
from plugins.model.document import Reference
from plugins.reading.allowed import FOLDED, KINDS
from plugins.reading.quantities import COUNTED, LONGEST, counts

# What may stand between the digits of a number: spaces, brackets, hyphens, points, a line's end.
GAP = r"(?:[^\S\n]|\n(?!\s*\n)|[().\u2010-\u2015-])*"
# Each pattern for numbers begins with a sign, so that a text is looked at only where one of these
# signs stands.
INTERNATIONAL = r"\+\d[\d \t\u00a0\u202f()\u2010-\u2015-]{6,}\d"
TOLL_FREE = rf"8(?<![\w+]8){GAP}80[01](?:{GAP}\d){{7,8}}(?!\d)"
# Numbers of Belarus, twelve digits after 375 or eleven after 80, with letters beside them or not.
ABROAD = rf"(?:\+{GAP})?3(?<!\d3){GAP}7{GAP}5(?:{GAP}\d){{9}}(?!\d)"
INSIDE = rf"8(?<!\d8){GAP}0(?:{GAP}\d){{9}}(?!\d)"
# Numbers of a town with its code, 029 123-45-67, and without, 211-02-51.
DASH = r"[-\u2010-\u2013]"
OF_TOWN = (
    r"\(?0(?<![\w.,+/-]0)(?<!\d[ \u00a0]0)[1-9]\d{1,3}(?:\)[ \u00a0]?|[ \u00a0-])"
    r"\d{1,3}[ \u00a0-]?\d\d[ \u00a0-]?\d\d(?![\w-])"
)
IN_TOWN = rf"[1-9](?<![\w.,+/-][1-9])\d\d{DASH}\d\d{DASH}\d\d(?![\w/]|{DASH}|[.,]\d)"
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
# Digits of other scripts, which telephones and readers take for the same.
DIGITS = {
    ord(sign): str(n % 10) for n, sign in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９")
}
# An address holds no number, unless it is one of a messenger that calls it.
ADDRESS = re.compile(r"https?://(?!wa\.me/|api\.whatsapp\.com/|viber\.me/)[^\s)>\]]+")
MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
UNTITLED = re.compile(r'[\s>]*(?P<callout>!!!\s*[\w-]+)\s*(?:"\s*"|“”|«»)?\s*')
CALLOUT = re.compile(r"[\s>]*!!![ ]*(?P<kind>[\w-]+)[ ]+\S")
CALLOUTS = KINDS | {FOLDED}
SEPARATORS = r"[\s\u00a0-]?"


def written_by_hand(source: str, contacts: Mapping[str, Named]) -> Iterator[Reference]:
    """Numbers, mailboxes and callouts without a title or of no kind in `source`, with their lines
    (from 1)."""
    dials = frozenset(one.dial for one in contacts.values() if one.dial)
    for line, number in numbers_in(source, dials):
        yield Reference("number", number, line)
    for at, words in enumerate(source.splitlines(), 1) if "!!!" in source else ():
        if untitled := UNTITLED.fullmatch(words):
            yield Reference("untitled", untitled["callout"], at)
        if (callout := CALLOUT.match(words)) and callout["kind"] not in CALLOUTS:
            yield Reference("callout-kind", callout["kind"], at)


def numbers_in(source: str, dials: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield each number and mailbox that is typed in `source`, with its line (from 1); `dials` are
    the numbers that contacts have."""
    pattern = _pattern(dials)
    text = ADDRESS.sub(_blank, source.translate(UNSEEN))
    seen = COUNTED.sub(_blank_if_short, text.translate(DIGITS))
    if not ("@" in seen or pattern.search(seen)):  # where no line can have any
        return
    dialled = (
        one
        for one in pattern.finditer(seen)
        if not (is_short(one[0]) and counts(seen, *one.span()))
    )
    found = [*(MAILBOX.finditer(seen) if "@" in seen else ()), *dialled]
    for one in sorted(found, key=lambda one: one.start()):
        written = text[one.start() : one.end()]
        yield seen.count("\n", 0, one.start()) + 1, written.replace("\n", " ").strip()


def is_short(number: str) -> bool:
    """Whether `number` is as short as one that counts something may be."""
    return len(digits(number)) <= LONGEST


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _blank_if_short(found: re.Match[str]) -> str:
    return _blank(found) if is_short(found[0]) else found[0]


def digits(number: str) -> str:
    """What a telephone dials of `number`; a mailbox stays as it is."""
    return "".join(character for character in number if character.isdigit()) or number


@cache
def _pattern(dials: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(dials, key=lambda one: (-len(one), one))
    return re.compile(
        "|".join(
            [
                ABROAD,
                INSIDE,
                INTERNATIONAL,
                TOLL_FREE,
                OF_TOWN,
                IN_TOWN,
                *map(_exactly, longest_first),
            ]
        )
    )


def _exactly(dial: str) -> str:
    first, *others = map(re.escape, dial)
    alone = rf"{first}(?<![\w./+-]{first})"
    return SEPARATORS.join([alone, *others]) + r"(?![\w/-]|[.,]\d)"
