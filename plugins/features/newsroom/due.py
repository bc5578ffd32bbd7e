"""What is withheld and until when, and a line for systemd or cron that publishes the next of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any

from plugins.model.document import Problem
from plugins.model.embargo import awaiting, said, timer
from plugins.model.kinds import DATED, kind_at
from plugins.model.message import Message
from plugins.reading.front_matter import RULES, FieldError, Line, split
from plugins.reading.read import DAY_IN_NAME

DECISIVE = ("Date", "Embargo")  # fields that say when a page becomes public


@dataclass(frozen=True)
class Dated:
    """As much of a dated page as decides when it becomes public."""

    key: str
    kind: str
    published: date | None = None
    embargo: datetime | None = None


def dated(content: Path) -> tuple[list[Dated], list[Problem]]:
    """Return every page of a dated kind below `content`, and each day or moment in them that
    cannot be read."""
    pages, problems = [], []
    for file in sorted(file for section in DATED for file in content.glob(f"*/{section}/*.md")):
        key = f"{file.parent.name}/{file.stem}"
        kind = kind_at(key)
        if kind.section:
            values, wrong = _values(_lines(file), str(file))
            pages.append(Dated(key, kind.name, **values))
            problems += wrong
    return pages, problems


def _lines(file: Path) -> dict[str, Line]:
    """The fields by name; the day in the name of the file counts as one."""
    text = file.read_text(encoding="utf-8-sig", errors="replace")  # of no UTF-8 the build complains
    named = DAY_IN_NAME.match(file.name)
    written = {line.name: line for line in split(text)[0]}
    return ({"Date": Line("Date", named[1], 1)} if named else {}) | written


def _values(lines: dict[str, Line], file: str) -> tuple[dict[str, Any], list[Problem]]:
    values, problems = {}, []
    for line in (lines[name] for name in DECISIVE if name in lines):
        rule = RULES[line.name]
        try:
            values[rule.attribute] = rule.read(line.value)
        except FieldError as error:
            problems.append(Problem(file, line.number, error.what, error.fix))
    return values, problems


def report(
    pages: Iterable[Dated], now: datetime, zone: tzinfo, command: str, kind: str
) -> list[str]:
    """Return the lines that `make due` prints of the `pages` that are withheld."""
    awaited = awaiting(pages, now, zone)
    if not awaited:
        return [Message("Nothing is withheld.")]
    return [*_listed(awaited), "", timer(min(awaited.values()), command, kind)]


def _listed(awaited: dict[str, datetime]) -> Iterator[str]:
    for key, when in sorted(awaited.items(), key=lambda item: (item[1], item[0])):
        yield f"{said(when)}  {key}"
