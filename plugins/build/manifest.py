"""The manifest of an output folder: what the builds before put there, out of what,
and when it was last looked at."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.dependencies import NOTHING, Uses
from plugins.build.file_stat import FileStat

NEVER = float(2**53)


class Entry(NamedTuple):
    """One file: `key` is the digest of everything it was made from, "" when nobody knows;
    `modified` in nanoseconds; `trace` is the place of its dependencies among the traces of the
    manifest.
    """

    key: str
    size: int
    modified: int
    digest: str
    trace: int = 0


@dataclass
class Manifest:
    """`tree` and `spare` are the inodes of the folder that is served and of the one before it.

    `others` is what somebody else put into the folder, `behind` what differs in the folder before.
    `sources` is what the build was made from, as it looked, by the digests of the names;
    `fingerprint` the digest of everything that is no page; `due` the time, in seconds since 1970,
    from which the site is another one although nothing was edited. `traces` are the sets of
    dependencies (plugins.build.dependencies) that files were made from; the first is empty.
    """

    tree: int = 0
    spare: int = 0
    entries: dict[str, Entry] = field(default_factory=dict)
    others: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    fingerprint: str = ""
    sources: dict[str, FileStat] = field(default_factory=dict)
    due: float = NEVER
    traces: list[Uses] = field(default_factory=lambda: [NOTHING])


def unnamed(sources: Mapping[str, FileStat]) -> dict[str, FileStat]:
    """`sources` by the digests of their names: what is kept beside the output names no file that is
    not in it."""
    return {sha256(name.encode()).hexdigest()[:32]: seen for name, seen in sources.items()}


def read_manifest(file: Path) -> Manifest | None:
    """The manifest in `file`; None when there is none, or none that can be read."""
    try:
        return _manifest(json.loads(file.read_bytes()))
    except (OSError, ValueError, TypeError, LookupError):
        return None


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Writes `manifest` so that `file` holds it whole or is as it was."""
    fresh = file.with_name(f"{file.name}.part")
    values = vars(manifest) | {"others": sorted(manifest.others), "behind": sorted(manifest.behind)}
    values |= _numbered(manifest.traces)
    fresh.write_text(json.dumps(values, separators=(",", ":")), encoding="utf-8")
    os.replace(fresh, file)


def _manifest(values: dict[str, Any]) -> Manifest:
    entries = {name: Entry(*entry) for name, entry in values["entries"].items() if _inside(name)}
    sources = {name: FileStat._make(file_stat) for name, file_stat in values["sources"].items()}
    others, behind = (frozenset(filter(_inside, values[name])) for name in ("others", "behind"))
    used = values.pop("used", [])
    traces = [frozenset(used[number] for number in trace) for trace in values.get("traces", [[]])]
    if any(entry.trace >= len(traces) for entry in entries.values()):
        raise ValueError("An entry has a trace that the manifest has not.")
    known = {
        "entries": entries,
        "sources": sources,
        "others": others,
        "behind": behind,
        "traces": traces,
    }
    return Manifest(**{**values, **known})


def _numbered(traces: list[Uses]) -> dict[str, Any]:
    """The traces with each dependency written once: they have most of them in common."""
    used = sorted(NOTHING.union(*traces))
    places = {name: place for place, name in enumerate(used)}
    return {"used": used, "traces": [sorted(places[name] for name in trace) for trace in traces]}


def _inside(name: str) -> bool:
    """Whether `name` stays below the folder, whoever wrote it into the manifest."""
    return not name.startswith("/") and (".." not in name or ".." not in name.split("/"))
