"""Folders as trees of files: linked, emptied, and exchanged in one step."""

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from errno import EMLINK, ENOTSUP, EPERM
from pathlib import Path

CURRENT_FOLDER = -100  # AT_FDCWD of openat(2): paths as they are
NO_LINKS = (EPERM, EMLINK, ENOTSUP)  # what disks say that know no hard links, or no more of them
EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2): two names change places in one step


def inode(folder: Path) -> int:
    """What tells this folder from any other that has had its name; 0 when there is none."""
    try:
        return folder.stat().st_ino
    except FileNotFoundError:
        return 0


def link(names: Iterable[str], source: Path, target: Path, rooms: set[str] | None = None) -> None:
    """The files `names` of `source` stand in `target` too:
    the same bytes under a second name; `rooms`: see below."""
    made = set() if rooms is None else rooms
    here, there = os.fspath(source), os.fspath(target)
    for name in names:
        make_room(there, name, made)
        try:
            _second(f"{here}/{name}", f"{there}/{name}")
        except FileExistsError:
            os.unlink(f"{there}/{name}")
            _second(f"{here}/{name}", f"{there}/{name}")


def _second(file: str, place: str) -> None:
    """`file` stands at `place` too; as a copy where the disk knows no second names."""
    try:
        os.link(file, place)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        if os.path.lexists(place):
            os.unlink(place)  # it may be a second name of what is served
        shutil.copy2(file, place)


def open_to_all(folder: Path) -> None:
    """Everybody may read what is in `folder`, whatever this user's umask says: a web server is
    another user."""
    for place, _, files in os.walk(folder):
        os.chmod(place, os.stat(place).st_mode | 0o755)
        for name in files:
            path = os.path.join(place, name)
            os.chmod(path, os.stat(path).st_mode | 0o644)


def move(names: Mapping[str, str], target: Path) -> None:
    """Each file (a path) takes its place in `target`, under its name there."""
    made: set[str] = set()
    there = os.fspath(target)
    for path, name in names.items():
        make_room(there, name, made)
        os.replace(path, f"{there}/{name}")


def remove(names: Iterable[str], folder: Path) -> None:
    """The files `names` are gone from `folder`, and so are the folders in which nothing is left."""
    for name in names:
        path = os.path.join(folder, name)
        if os.path.lexists(path) and (os.path.islink(path) or not os.path.isdir(path)):
            os.unlink(path)
        _prune(os.path.dirname(path), str(folder))


def aside_of(new: Path) -> Path:
    """Where a folder waits whose place `new` takes, on a system that needs more than one step."""
    return new.with_name(f"{new.name}.aside")


def end_exchange(new: Path, old: Path) -> None:
    """Where `exchange` was killed between two of its steps, `old` is there again; what waited aside
    is where it was to go, or back where it came from."""
    aside = aside_of(new)
    if not aside.is_dir():
        return
    if old.exists():
        shutil.rmtree(new, ignore_errors=True)
    aside.rename(new if old.exists() else old)


def exchange(new: Path, old: Path) -> None:
    """`new` and `old` change places; where the system cannot do that in one step, in three
    (`end_exchange` ends what is killed between them)."""
    if not old.exists():
        new.rename(old)
        return
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    names = os.fsencode(new), os.fsencode(old)
    if rename is None or rename(CURRENT_FOLDER, names[0], CURRENT_FOLDER, names[1], EXCHANGE) != 0:
        aside = aside_of(new)
        old.rename(aside)
        new.rename(old)
        aside.rename(new)


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """One at a time; the lock goes with the processes that hold it, however they end."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_room(folder: str, name: str, made: set[str]) -> None:
    """There is a folder for the file `name` in `folder`; `made` are those known to be there."""
    room = f"{folder}/{name}".rpartition("/")[0]
    if room not in made:
        try:
            os.mkdir(room)
        except OSError:  # it is there, or no room is made yet above it
            os.makedirs(room, exist_ok=True)
        made.add(room)


def _prune(folder: str, root: str) -> None:
    while folder != root:
        try:
            os.rmdir(folder)
        except OSError:  # something is left in it, or it is gone already
            return
        folder = os.path.dirname(folder)
