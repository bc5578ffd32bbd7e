"""What an editor typed and should have named: telephone numbers, mailboxes,
callouts without a title."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from plugins.data.entries import Named
from plugins.model.document import Reference
from plugins.reading.allowed import FOLDED, KINDS
from plugins.reading.quantities import COUNTED, LONGEST, counts, is_followed, is_to_be_dialled
from plugins.reading.spellings import ADDRESS, DIGITS, OF_EUROPE, SPELLINGS, VISIBLE, called

MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
UNTITLED = re.compile(r'[\s>]*(?P<callout>!!!\s*[\w-]+)\s*(?:"\s*"|“”|«»)?\s*')
CALLOUT = re.compile(r"[\s>]*!!![ ]*(?P<kind>[\w-]+)[ ]+\S")
CALLOUTS = KINDS | {FOLDED}
MARKED = "{number:"
Span = tuple[int, int]
# What has a number of its own that nobody dials.
REGISTERED = re.compile(
    r"(?<!\w)(?:ISBN|ISSN|ISMN|УНП|УНН|ОГРН|ИНН|UNP|VAT|IBAN|DOI)[\s:№-]{1,3}\Z"
)
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
    text = ADDRESS.sub(_blank, source.translate(VISIBLE))
    seen = COUNTED.sub(_blank_if_counted, text.translate(DIGITS))
    for start, end in sorted({*_mailboxes(seen), *_numbers(seen, dials)}):
        written = text[start:end].replace("\n", " ").strip()
        if text[:start].endswith(MARKED) and text[end:].startswith("}"):
            written = f"{MARKED}{written}}}"
        yield seen.count("\n", 0, start) + 1, written


def _mailboxes(seen: str) -> Iterator[Span]:
    return (one.span() for one in (MAILBOX.finditer(seen) if "@" in seen else ()))


def _numbers(seen: str, dials: frozenset[str]) -> list[Span]:
    """The places of what is to be dialled; of several that share one, the first and longest."""
    unmarked = seen.replace("*", " ")
    behind_call = (
        one.span()
        for one in called(unmarked)
        if (dials or not is_short(one[0])) and not is_followed(seen, one.end())
    )
    spelled = (
        one.span()
        for one in _pattern(dials).finditer(unmarked)
        if not (is_short(one[0]) and counts(seen, *one.span()))
        and not REGISTERED.search(seen, max(0, one.start() - 12), one.start())
    )
    found: list[Span] = []
    for start, end in sorted([*behind_call, *spelled], key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def is_short(number: str) -> bool:
    """Whether `number` is as short as one that counts something may be."""
    return len(digits(number)) <= LONGEST


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _blank_if_counted(found: re.Match[str]) -> str:
    """Whoever says that a number counts is believed, unless the words say to dial it."""
    believed = is_short(found[0]) and not is_to_be_dialled(found.string, *found.span())
    return _blank(found) if believed else found[0]


def digits(number: str) -> str:
    """What a telephone dials of `number`; a mailbox stays as it is."""
    return "".join(sign for sign in number.translate(DIGITS) if sign.isdecimal()) or number


@cache
def _pattern(dials: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(dials, key=lambda one: (-len(one), one))
    short = (OF_EUROPE, _side_by_side(dials), *map(_exactly, longest_first)) if dials else ()
    return re.compile("|".join([*SPELLINGS, *short]))


def _side_by_side(dials: frozenset[str]) -> str:
    """Several short numbers with a slash between them: 103/113."""
    short = "|".join(sorted(map(re.escape, filter(is_short, dials)))) or "(?!)"
    return rf"(?:{short})(?<![\w./+-]\d\d\d)(?:\s?/\s?(?:{short}))+(?![\w/-])"


def _exactly(dial: str) -> str:
    first, *others = map(re.escape, dial)
    alone = rf"{first}(?<![\w./+-]{first})(?<!0,{first})"
    return SEPARATORS.join([alone, *others]) + r"(?![\w/-]|[.,]\d)"
