"""The units of a page: what a translator translates, between what stays as it is.

A unit is a value of a field, a paragraph, a heading, an item, a cell. What it must keep (contacts,
targets of links, anchors, notes, code) is a sign with a number, ⟦1⟧, that stands where it belongs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.reading.front_matter import Line, split
from plugins.reading.yaml_fields import is_yaml

FIELDS = ("Title", "Heading", "Menu-Title", "Discreet-Title", "Summary", "Keywords", "Doors")
DOORS = "Doors"  # each line: page | label | a few words
FIELD = re.compile(r"(?P<before>(?P<name>[A-Z][A-Za-z-]*):[ \t]*)(?P<words>.*)")
CELLS = re.compile(r"(?<!\\)\|")
FENCE = re.compile(r"[ \t>]*(?:```|~~~)")
RULER = re.compile(r"[\s|:>*_=-]*")
MARKS = re.compile(
    r"(?P<before>[ \t]*(?:>[ \t]?)*(?:(?:[-+*]|\d{1,9}[.)]|:|\[\^[^\]]+\]:)[ \t]+)?"
    r"(?:\[[ xX]\][ \t]+)?(?:#{1,6}[ \t]+)?)(?P<words>.*)"
)
CALLOUT = re.compile(r'(?P<before>[ \t]*!!![ \t]*[\w -]*")(?P<words>.*)(?P<after>"[ \t]*)')
KEPT = re.compile(r"\]\((?:[^()]|\([^()]*\))*\)|\{[^}]*\}|\[\^[^\]]+\]|`[^`]+`|<https?://[^>]*>")
SIGN = re.compile(r"⟦(\d+)⟧")
NUMBER = "⟦{}⟧"


@dataclass(frozen=True)
class Unit:
    """`words` as a translator sees them, the `line` of the file where they stand, and what each of
    their signs stands for."""

    words: str
    line: int
    kept: tuple[str, ...] = ()

    def filled(self, translation: str) -> str:
        """Return a `translation` with everything that its signs stand for."""
        return SIGN.sub(lambda sign: self.kept[int(sign[1]) - 1], translation)


Piece = str | Unit  # of a file: what stays, or a unit


def pieces(source: str) -> list[Piece]:
    """Return everything in `source`, in its order; `put_together` makes the same of it, with fields
    that are YAML written as our own."""
    fields, _, first_line = split(source)
    lines = source.splitlines(keepends=True)
    head = max(first_line - 1, 0) if fields else 0
    if is_yaml(source.splitlines()):
        return [*_of_yaml(fields), "\n", *_of_text(lines[head:], head)]
    return [*_of_fields(lines[:head], 1), *_of_text(lines[head:], head)]


def units(source: str) -> list[Unit]:
    """Return what there is to translate in `source`."""
    return [one for one in pieces(source) if isinstance(one, Unit)]


def put_together(found: Sequence[Piece], translations: Sequence[str]) -> str:
    """Return the text of `found`, with a translation in the place of each unit."""
    words = iter(translations)
    return "".join(one if isinstance(one, str) else one.filled(next(words)) for one in found)


def _of_yaml(fields: list[Line]) -> Iterator[Piece]:
    for field in fields:
        first, *more = field.value.split("\n")
        lines = [f"{field.name}: {first}\n", *(f"    {line}\n" for line in more)]
        yield from _of_fields(lines, field.number)


def _of_fields(lines: list[str], first: int) -> Iterator[Piece]:
    name = ""
    for number, line in enumerate(lines, first):
        body, end = _apart(line)
        field = FIELD.fullmatch(body)
        name = field["name"] if field else name
        if name not in FIELDS or not body.strip():
            yield line
        elif field and name != DOORS:
            yield from (field["before"], *_unit(field["words"], number), end)
        elif name == DOORS:
            page, *cells = CELLS.split(body)
            yield from (page, *_cells(cells, number), end)
        else:
            space = body[: len(body) - len(body.lstrip())]
            yield from (space, *_unit(body.lstrip(), number), end)


def _cells(cells: list[str], number: int) -> Iterator[Piece]:
    for cell in cells:
        words = cell.strip()
        before, after = cell[: len(cell) - len(cell.lstrip())], cell[len(cell.rstrip()) :]
        yield from ("|", *((before, *_unit(words, number), after) if words else (cell,)))


def _of_text(lines: list[str], before: int) -> Iterator[Piece]:
    fenced, place = False, 0
    while place < len(lines):
        line, number = lines[place], before + place + 1
        body, end = _apart(line)
        is_fence, place = bool(FENCE.match(body)), place + 1
        if is_fence or fenced or RULER.fullmatch(body):
            fenced = fenced is not is_fence
            yield line
        elif callout := CALLOUT.fullmatch(body):
            yield from (callout["before"], *_unit(callout["words"], number), callout["after"], end)
        elif body.lstrip().startswith("|"):
            first, *cells = CELLS.split(body)
            yield from (first, *_cells(cells, number), end)
        else:
            marks = MARKS.fullmatch(body)
            words = [marks["words"]] if marks else [body]
            while place < len(lines) and _goes_on(lines[place]):
                body, end = _apart(lines[place])
                words.append(body.strip())
                place += 1
            yield from (marks["before"] if marks else "", *_unit(" ".join(words), number), end)


def _goes_on(line: str) -> bool:
    """Whether a line is the next of a wrapped paragraph."""
    body = line.strip()
    marks = MARKS.fullmatch(body)
    begins = body.startswith(("|", "!!!", "```", "~~~")) or bool(marks and marks["before"].strip())
    return bool(body) and not begins and not RULER.fullmatch(body)


def _unit(words: str, number: int) -> Iterator[Piece]:
    if not any(map(str.isalpha, KEPT.sub("", words))):
        yield words
        return
    kept: list[str] = []

    def sign(found: re.Match[str]) -> str:
        kept.append(found[0])
        return NUMBER.format(len(kept))

    yield Unit(KEPT.sub(sign, words), number, tuple(kept))


def _apart(line: str) -> tuple[str, str]:
    body = line.rstrip("\r\n")
    return body, line[len(body) :]
