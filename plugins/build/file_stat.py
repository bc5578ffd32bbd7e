"""What a file looks like from outside: enough to know, without reading it, that it is what it was.

The rule is git's: size, times and place on the disk. A file that was changed an instant before it
was looked at could be changed again without showing it, so of such a file the content is noted too.
"""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

# Nanoseconds; clocks of file systems tick every few milliseconds.
FRESH = 100_000_000


class FileStat(NamedTuple):
    """Times in nanoseconds; `digest` only of a file that was fresh when it was looked at."""

    size: int
    modified: int
    changed: int
    place: int
    digest: str = ""


def scan(folder: Path, now: int) -> dict[str, FileStat]:
    """Every file below `folder` by its path in it; `now` is the time of looking, in nanoseconds."""
    return {
        name: _file_stat(path, seen, now) for name, path, seen in walk(str(folder), links=False)
    }


def walk(folder: str, links: bool = True) -> Iterator[tuple[str, str, os.stat_result]]:
    """Name, path and status of every plain file below `folder`; none where there is no folder.

    Of symbolic links only those count that lead to a file, and none where `links` is False.
    """
    waiting = [("", folder)]
    while waiting:
        prefix, here = waiting.pop()
        try:
            entries = list(os.scandir(here))
        except FileNotFoundError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append((f"{prefix}{entry.name}/", entry.path))
            elif entry.is_file(follow_symlinks=links):
                yield prefix + entry.name, entry.path, entry.stat()


def is_unchanged(before: FileStat | None, now: FileStat | None, path: Path | str) -> bool:
    """Whether the file at `path`, seen as `before` and `now`, holds what it held."""
    if before is None or now is None or before[:-1] != now[:-1]:
        return False
    return not before.digest or before.digest == _digest(path)


def _file_stat(path: str, seen: os.stat_result, now: int) -> FileStat:
    fresh = max(seen.st_mtime_ns, seen.st_ctime_ns) > now - FRESH
    digest = _digest(path) if fresh else ""
    return FileStat(seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino, digest)


def _digest(path: str | Path) -> str:
    with open(path, "rb") as file:
        return sha256(file.read()).hexdigest()
