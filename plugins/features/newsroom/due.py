"""What is withheld and until when, and a line for systemd or cron that publishes the next of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path

from plugins.model.embargo import awaiting, said, timer
from plugins.model.kinds import DATED, kind_at
from plugins.model.message import Message
from plugins.reading.front_matter import FieldError, day, moment, split
from plugins.reading.read import DAY_IN_NAME


@dataclass(frozen=True)
class Dated:
    """As much of a dated page as decides when it becomes public."""

    key: str
    kind: str
    published: date | None = None
    embargo: datetime | None = None


def dated(content: Path) -> Iterator[Dated]:
    """Every page of a dated kind below `content`; a value that cannot be read is left to the build
    to complain of."""
    files = (file for section in DATED for file in content.glob(f"*/{section}/*.md"))
    for file in sorted(files):
        kind = kind_at(f"{file.parent.name}/{file.stem}")
        if not kind.section:
            continue
        fields = {line.name: line.value for line in split(file.read_text(encoding="utf-8"))[0]}
        named = DAY_IN_NAME.match(file.name)
        try:
            published = (
                day(fields["Date"]) if "Date" in fields else day(named[1]) if named else None
            )
            embargo = moment(fields["Embargo"]) if "Embargo" in fields else None
        except FieldError:
            continue
        yield Dated(f"{file.parent.name}/{file.stem}", kind.name, published, embargo)


def report(content: Path, now: datetime, zone: tzinfo, command: str, kind: str) -> list[str]:
    """Return the lines that `make due` prints of what is withheld."""
    awaited = awaiting(dated(content), now, zone)
    if not awaited:
        return [Message("Nothing is withheld.")]
    lines = [
        f"{said(when)}  {key}"
        for key, when in sorted(awaited.items(), key=lambda item: (item[1], item[0]))
    ]
    return [*lines, "", timer(min(awaited.values()), command, kind)]
