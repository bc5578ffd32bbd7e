"""What must be the same in a translation as in its source: numbers, contacts, links, footnotes,
corrections, warnings. Words differ, these do not, so a person is shown both lines."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.features.translations.pages import said
from plugins.model.address import key_of
from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.reading.front_matter import split
from plugins.reading.links import classify
from plugins.reading.revision import Block

# 12 500, 12,500 and 12.500 are the same number, and so are 32.5 and 32,5.
GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f,.'’](?=\d{3}(?!\d))")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?=(?P<percent>[ \u00a0\u202f]?%)?)")
SMALL = 12  # numbers up to here may be words in one language and digits in another
CONTACT = re.compile(r"\{contact:([^}]+)\}")
LINK = re.compile(r"\]\((?P<target>[^\s()<>]+)")
NOTE = re.compile(r"^[ ]*!!![ ]+content-note\b", re.MULTILINE)
FOOTNOTE = re.compile(r"\[\^(?P<name>[^\]]+)\](?!:)")
FIX = Message("Compare the two lines, and correct the one that is wrong.")


@dataclass(frozen=True)
class Text:
    """A page as it is compared: its file, its raw text, and what it says, block by block."""

    page: Any
    raw: str
    blocks: tuple[Block, ...]


def text_of(folder: Path, page: Any) -> Text:
    """Return what is compared of `page`."""
    raw = (folder / page.file).read_text(encoding="utf-8-sig")
    return Text(page, raw, said(folder, page))


def differences(folder: Path, page: Any, source: Any) -> Iterator[Problem]:
    """Yield what is another in `page` than in its `source`, each with both lines."""
    here, there = text_of(folder, page), text_of(folder, source)
    for find, tell in KINDS:
        yield from _compared(here, there, find, tell)
    yield from _fields(here, there)


Found = Iterable[tuple[str, str, int]]  # the part of the text, what is there, and the line


def amounts(words: str) -> list[str]:
    """Return the numbers of `words` as they are compared."""
    plain = GROUPED.sub("", CONTACT.sub(" ", words))
    found = NUMBER.finditer(plain)
    return [
        one[0].replace(",", ".")
        for one in found
        if one["percent"] or not (one[0].isdigit() and int(one[0]) <= SMALL)
    ]


def _numbers(text: Text) -> Found:
    return ((one.anchor, number, one.line) for one in text.blocks for number in amounts(one.words))


def _contacts(text: Text) -> Found:
    for one in text.blocks:
        yield from (("", key, one.line) for key in CONTACT.findall(one.words))


def _links(text: Text) -> Found:
    for found in LINK.finditer(text.raw):
        kind, target, anchor = classify(found["target"], text.page.file)
        key = key_of(target) if kind == "document" else None
        if key and target != text.page.file:
            line = text.raw.count("\n", 0, found.start()) + 1
            yield "", f"{key}#{anchor}".rstrip("#"), line


def _warnings(text: Text) -> Found:
    for found in NOTE.finditer(text.raw):
        yield "", "content-note", text.raw.count("\n", 0, found.start()) + 1


def _footnotes(text: Text) -> Found:
    for found in FOOTNOTE.finditer(text.raw):
        yield "", found["name"], text.raw.count("\n", 0, found.start()) + 1


def _told_number(one: str, line: str) -> Message:
    return Message("The number %(one)s is not here; it stands in %(line)s.", one=one, line=line)


def _told_contact(one: str, line: str) -> Message:
    return Message("The contact %(one)s is not here; it stands in %(line)s.", one=one, line=line)


def _told_link(one: str, line: str) -> Message:
    return Message("The link to %(one)s is not here; it stands in %(line)s.", one=one, line=line)


def _told_warning(one: str, line: str) -> Message:
    return Message("The warning before a passage is not here; it stands in %(line)s.", line=line)


def _told_footnote(one: str, line: str) -> Message:
    return Message("The footnote %(one)s is not here; it stands in %(line)s.", one=one, line=line)


Tell = Callable[[str, str], Message]
KINDS: tuple[tuple[Callable[[Text], Found], Tell], ...] = (
    (_numbers, _told_number),
    (_contacts, _told_contact),
    (_links, _told_link),
    (_warnings, _told_warning),
    (_footnotes, _told_footnote),
)


def _compared(
    here: Text, there: Text, find: Callable[[Text], Found], tell: Tell
) -> Iterator[Problem]:
    """What one of the two has more often than the other in the same part of the text, told at the
    one that lacks it."""
    for mine, other in ((here, there), (there, here)):
        own, theirs = list(find(mine)), list(find(other))
        more = Counter((part, one) for part, one, _ in theirs)
        more.subtract(Counter((part, one) for part, one, _ in own))
        for (part, one), count in more.items():
            if count > 0:
                line = next(at for where, what, at in theirs if (where, what) == (part, one))
                place = f"{other.page.file}:{line}"
                yield Problem(mine.page.file, _place(mine, part), tell(one, place), FIX)


def _place(text: Text, part: str) -> int:
    """The line where a part of the text begins."""
    return next((block.line for block in text.blocks if block.anchor == part), 1)


def _fields(here: Text, there: Text) -> Iterator[Problem]:
    for name in ("Discreet-Title", "Corrected", "Contacts"):
        own, other = _value(here, name), _value(there, name)
        if own != other:
            line = next((one.number for one in split(here.raw)[0] if one.name == name), 1)
            what = Message(
                "`%(name)s` is another than in %(file)s.", name=name, file=there.page.file
            )
            yield Problem(here.page.file, line, what, FIX)


def _value(text: Text, name: str) -> object:
    """What must be the same of a field: that there is one, its days, or its keys."""
    page = text.page
    return {
        "Discreet-Title": bool(page.discreet_title),
        "Corrected": sorted(change.day for change in page.corrections),
        "Contacts": sorted(page.contact_keys),
    }[name]
