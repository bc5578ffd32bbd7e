"""The editions of the manual as they are cited: number, day, and what changed."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

NAMES = ("number", "date", "changes")


@dataclass(frozen=True)
class Edition:
    """`changes` by language."""

    number: int
    date: date
    changes: dict[str, str] = field(default_factory=dict)

    def identifier(self, address: str) -> str:
        """A name no other edition of any book has (RFC 9562, version 5),
        from the address of the manual."""
        from uuid import NAMESPACE_URL, uuid5  # noqa: PLC0415 (it asks the system who it is, and most builds need none)

        return uuid5(NAMESPACE_URL, f"{address}#{self.number}").urn


def declared(tables: dict[str, Any]) -> list[Edition]:
    """The editions in manual.toml, the newest first;
    one that lacks something is left to validation."""
    found = tables.get("edition", [])
    return [
        Edition(**table)
        for table in found
        if isinstance(table, dict) and table.keys() == set(NAMES)
    ]
