"""Folders as trees of files: linked, emptied, and exchanged in one step."""

import ctypes
import fcntl
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

CURRENT_FOLDER = -100  # AT_FDCWD of openat(2): paths as they are
EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2): two names change places in one step


def inode(folder: Path) -> int:
    """What tells this folder from any other that has had its name; 0 when there is none."""
    try:
        return folder.stat().st_ino
    except FileNotFoundError:
        return 0


def link(names: Iterable[str], source: Path, target: Path, rooms: set[str] | None = None) -> None:
    """The files `names` of `source` stand in `target` too: the same bytes under a second name; `rooms`: see below."""
    made = set() if rooms is None else rooms
    for name in names:
        make_room(target, name, made)
        path = os.path.join(target, name)
        if os.path.lexists(path):
            os.unlink(path)
        os.link(os.path.join(source, name), path)


def move(names: Mapping[str, str], target: Path) -> None:
    """Each file (a path) takes its place in `target`, under its name there."""
    made: set[str] = set()
    for path, name in names.items():
        make_room(target, name, made)
        os.replace(path, os.path.join(target, name))


def remove(names: Iterable[str], folder: Path) -> None:
    """The files `names` are gone from `folder`, and so are the folders in which nothing is left."""
    for name in names:
        path = os.path.join(folder, name)
        if os.path.lexists(path) and (os.path.islink(path) or not os.path.isdir(path)):
            os.unlink(path)
        _prune(os.path.dirname(path), str(folder))


def exchange(new: Path, old: Path) -> None:
    """`new` and `old` change places; where the system cannot do that in one step, in two."""
    if not old.exists():
        new.rename(old)
        return
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    names = os.fsencode(new), os.fsencode(old)
    if rename is None or rename(CURRENT_FOLDER, names[0], CURRENT_FOLDER, names[1], EXCHANGE) != 0:
        aside = new.with_name(f"{new.name}.aside")
        old.rename(aside)
        new.rename(old)
        aside.rename(new)


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """One at a time; the lock goes with the processes that hold it, however they end."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_room(folder: Path, name: str, made: set[str]) -> None:
    """There is a folder for the file `name` in `folder`; `made` are those known to be there."""
    parent = os.path.dirname(os.path.join(folder, name))
    if parent not in made:
        os.makedirs(parent, exist_ok=True)
        made.add(parent)


def _prune(folder: str, root: str) -> None:
    while folder != root:
        try:
            os.rmdir(folder)
        except OSError:  # something is left in it, or it is gone already
            return
        folder = os.path.dirname(folder)
