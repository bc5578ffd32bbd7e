"""The editions of the manual as they are cited: number, day, and what changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

NAMES = ("number", "date", "changes")


@dataclass(frozen=True)
class Edition:
    """`changes` by language; `date` is that of the last change, and `corrected` says on how many
    days texts were corrected since it came out."""

    number: int
    date: date
    changes: dict[str, str] = field(default_factory=dict)
    corrected: int = 0

    @property
    def said(self) -> str:
        """Its number as it is cited: 2, and once its texts were corrected 2.1, then 2.2."""
        return f"{self.number}.{self.corrected}" if self.corrected else str(self.number)

    def identifier(self, address: str) -> str:
        """A name no other edition of any book has (RFC 9562, version 5),
        from the address of the manual."""
        from uuid import NAMESPACE_URL, uuid5  # noqa: PLC0415 (it asks the system who it is, and most builds need none)

        return uuid5(NAMESPACE_URL, f"{address}#{self.said}").urn


def corrected(edition: Edition, texts: Iterable[Any]) -> Edition:
    """Return `edition` as it is after the corrections of its texts."""
    later = {
        change.day for text in texts for change in text.corrections if change.day > edition.date
    }
    return replace(edition, date=max((*later, edition.date)), corrected=len(later))


def declared(tables: dict[str, Any]) -> list[Edition]:
    """The editions in manual.toml, the newest first;
    one that lacks something is left to validation."""
    found = tables.get("edition", [])
    return [
        Edition(**table)
        for table in found
        if isinstance(table, dict) and table.keys() == set(NAMES)
    ]
