"""The ledger of an output folder: what the builds before put there, out of what, and when it was last looked at."""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.file_stat import Sighting

NEVER = float(2**53)


class Entry(NamedTuple):
    """One file: `key` is the digest of everything it was made from, "" when nobody knows; `modified` in nanoseconds."""

    key: str
    size: int
    modified: int
    digest: str


@dataclass
class Ledger:
    """`tree` and `spare` are the inodes of the folder that is served and of the one before it.

    `others` is what somebody else put into the folder, `behind` what differs in the folder before. `sources` is what
    the build was made from, as it looked; `fingerprint` the digest of everything that is no page; `due` the time, in
    seconds since 1970, from which the site is another one although nothing was edited.
    """

    tree: int = 0
    spare: int = 0
    entries: dict[str, Entry] = field(default_factory=dict)
    others: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    fingerprint: str = ""
    sources: dict[str, Sighting] = field(default_factory=dict)
    due: float = NEVER


def read_ledger(file: Path) -> Ledger | None:
    """The ledger in `file`; None when there is none, or none that can be read."""
    try:
        return _ledger(json.loads(file.read_bytes()))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write_ledger(file: Path, ledger: Ledger) -> None:
    """Writes `ledger` so that `file` holds it whole or is as it was."""
    fresh = file.with_name(f"{file.name}.part")
    values = vars(ledger) | {"others": sorted(ledger.others), "behind": sorted(ledger.behind)}
    fresh.write_text(json.dumps(values, separators=(",", ":")), encoding="utf-8")
    os.replace(fresh, file)


def _ledger(values: dict[str, Any]) -> Ledger:
    entries = {name: Entry._make(entry) for name, entry in values["entries"].items() if _inside(name)}
    sources = {name: Sighting._make(sighting) for name, sighting in values["sources"].items()}
    others, behind = (frozenset(filter(_inside, values[name])) for name in ("others", "behind"))
    known = {"entries": entries, "sources": sources, "others": others, "behind": behind}
    return Ledger(**{**values, **known})


def _inside(name: str) -> bool:
    """Whether `name` stays below the folder, whoever wrote it into the ledger."""
    return not name.startswith("/") and (".." not in name or ".." not in name.split("/"))
