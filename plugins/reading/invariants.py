"""What a translation says as its source does, whatever its words are: numbers, dates, contacts,
links, footnotes, warnings before a passage."""

import re
from collections.abc import Iterator

from plugins.model.address import key_of
from plugins.model.document import Invariant
from plugins.reading.dates import taken_dates
from plugins.reading.links import classify
from plugins.reading.revision import Block

# 12 500, 12,500 and 12.500 are the same number, and so are 32.5 and 32,5, 10:00 and 10.00.
GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f,.'’٬](?=\d{3}(?!\d))")
CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(?=\d\d(?!\d))")
NUMBER = re.compile(
    r"\d+(?:[.,٫]\d+)?"
    r"(?=(?P<percent>[ \u00a0\u202f]?(?:[%٪]|процент|працэнт|per ?cent|(?:في |ب)المئة))?)"
)
SMALL = 12  # numbers up to here may be words in one language and digits in another
CONTACT = re.compile(r"\{contact:([^}]+)\}")
LINK = re.compile(r"\]\((?P<target>[^\s()<>]+)")
NOTE = re.compile(r"^[ ]*!!![ ]*content-note\b", re.MULTILINE)
FOOTNOTE = re.compile(r"\[\^[^\]]+\]:")
MARK = re.compile(r"^[ \t>]*\[\^[^\]]+\]:|\[\^(?P<name>[^\]]+)\]", re.MULTILINE)
NOTES = "^"  # the part of a text that its footnotes are, wherever they stand


def invariants(said: tuple[Block, ...], raw: str, file: str) -> tuple[Invariant, ...]:
    """Return those of a text that says the blocks `said`, and is `raw` in `file`."""
    return (*_of_words(said, raw, file.partition("/")[0]), *_of_markup(raw, file))


def _of_words(said: tuple[Block, ...], raw: str, lang: str) -> Iterator[Invariant]:
    notes = {number for number, line in enumerate(raw.splitlines(), 1) if FOOTNOTE.match(line)}
    for block in said:
        part = NOTES if block.line in notes else block.anchor
        for key in CONTACT.findall(block.words) if "{" in block.words else ():
            yield Invariant("contact", part, key, block.line)
        if any(map(str.isdecimal, block.words)):
            for kind, value in amounts(block.words, lang):
                yield Invariant(kind, part, value, block.line)


def amounts(words: str, lang: str) -> Iterator[tuple[str, str]]:
    """Yield the dates and numbers of `words`, each with its kind, as they are compared."""
    plain = CLOCK.sub(r"\1.", GROUPED.sub("", CONTACT.sub(" ", words)))
    dates, rest = taken_dates(plain, lang)
    yield from (("date", one) for one in dates)
    for found in NUMBER.finditer(rest):
        value = "".join(map(_digit, found[0]))
        if found["percent"]:
            yield "number", f"{value}%"
        else:
            yield ("small" if value.isdigit() and int(value) <= SMALL else "number"), value


def _digit(sign: str) -> str:
    return str(int(sign)) if sign.isdecimal() else "."


def _of_markup(raw: str, file: str) -> Iterator[Invariant]:
    for found in LINK.finditer(raw):
        line = raw.count("\n", 0, found.start()) + 1
        kind, target, anchor = classify(found["target"], file)
        key = key_of(target) if kind == "document" else None
        if key and target != file:
            yield Invariant("link", "", f"{key}#{anchor}".rstrip("#"), line)
        elif kind == "outside":
            yield Invariant("outside", "", target, line)
    for found in MARK.finditer(raw):
        line = raw.count("\n", 0, found.start()) + 1
        if found["name"]:  # no footnote itself
            yield Invariant("footnote", "", found["name"], line)
    for found in NOTE.finditer(raw):
        yield Invariant("warning", "", "content-note", raw.count("\n", 0, found.start()) + 1)
