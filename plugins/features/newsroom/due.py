"""What is withheld and until when, and a line for systemd or cron that publishes the next of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any

from plugins.model.document import TO_BE_APPROVED, Problem
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
    draft: bool = False  # in one of its languages: whatever its day, that one is not published


def dated(content: Path, demo: bool = False) -> tuple[list[Dated], list[Problem]]:
    """Return every page of a dated kind below `content`, and each day or moment in them that
    cannot be read; only a demonstration shows what is still to be approved."""
    pages, problems = [], []
    for file in sorted(file for section in DATED for file in content.glob(f"*/{section}/*.md")):
        key = f"{file.parent.name}/{file.stem}"
        kind = kind_at(key)
        if kind.section:
            lines = _lines(file)
            values, wrong = _values(lines, str(file))
            pages.append(Dated(key, kind.name, **values, draft=_is_draft(lines, demo)))
            problems += wrong
    return pages, problems


def _lines(file: Path) -> dict[str, Line]:
    """The fields by name; the day in the name of the file counts as one."""
    text = file.read_text(encoding="utf-8-sig", errors="replace")  # of no UTF-8 the build complains
    named = DAY_IN_NAME.match(file.name)
    written = {line.name: line for line in split(text)[0]}
    return ({"Date": Line("Date", named[1], 1)} if named else {}) | written


def _is_draft(lines: dict[str, Line], demo: bool) -> bool:
    return "Draft" in lines and not (demo and lines["Draft"].value == TO_BE_APPROVED)


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
    """Return the lines that `make due` prints of the `pages` that are withheld; nobody waits for
    those that are drafts in every language."""
    pages = list(pages)
    awaited = awaiting([page for page in pages if not page.draft], now, zone)
    drafts = awaiting([page for page in pages if page.draft], now, zone)
    unfinished = [
        Message("%(line)s: a draft, which will not be published then.", line=line)
        for line in _listed(drafts)
    ]
    if not awaited:
        return [Message("Nothing is withheld."), *unfinished]
    return [*_listed(awaited), *unfinished, "", timer(min(awaited.values()), command, kind)]


def _listed(awaited: dict[str, datetime]) -> Iterator[str]:
    for key, when in sorted(awaited.items(), key=lambda item: (item[1], item[0])):
        yield f"{said(when)}  {key}"
