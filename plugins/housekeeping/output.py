"""The output folder: a build is made beside it and takes its place in one step, whole or not at all."""

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

CURRENT_FOLDER = -100  # AT_FDCWD of openat(2): paths as they are
EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2): two names change places in one step


class Output:
    """`folder` is what is served; `staging`, beside it, is where this build is made.

    `names` (relative, with `/`) is everything written in this build.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.staging = self.folder.parent / f".{self.folder.name}.{os.getpid()}"
        self.names: set[str] = set()

    def remember(self, path: str | Path) -> None:
        """`path` (absolute, or relative to the staging folder) belongs to this build."""
        name = os.path.relpath(path, self.staging) if os.path.isabs(path) else os.path.normpath(path)
        if name.startswith(os.pardir):
            raise ValueError(f"{path} is not in {self.staging}.")
        self.names.add(name)

    def write(self, name: str, text: str) -> None:
        """Writes `text` to the file `name`; a file that held just that already is kept, with its time."""
        path, before = os.path.join(self.staging, name), os.path.join(self.folder, name)
        data = text.encode("utf-8")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if os.path.lexists(path):
            os.unlink(path)  # it may be the very file that is being served
        if _bytes_of(before) == data:
            os.link(before, path)
        else:
            with open(path, "wb") as file:
                file.write(data)
        self.remember(name)

    def sums(self) -> str:
        """The SHA-256 of every file of this build, as `sha256sum --check` reads it."""
        return "".join(
            f"{sha256((self.staging / name).read_bytes()).hexdigest()}  {name}\n" for name in sorted(self.names)
        )

    def publish(self, ledger: Path) -> list[str]:
        """The build takes the place of the one before; returns what that one wrote and this one did not.

        `ledger` is the file in which each build writes its names down. Files that no build of ours wrote stay.
        """
        with _alone(ledger.with_suffix(".lock")):
            before = set(ledger.read_text(encoding="utf-8").splitlines()) if ledger.is_file() else set()
            self._carry_over(before)
            _exchange(self.staging, self.folder)
            shutil.rmtree(self.staging, ignore_errors=True)
            ledger.write_text("\n".join(sorted(self.names)) + "\n", encoding="utf-8")
        gone = sorted(before - self.names)
        self.names.clear()
        return gone

    def discard(self) -> None:
        """Nothing is left of a build that was not published."""
        shutil.rmtree(self.staging, ignore_errors=True)

    def clear_leftovers(self) -> None:
        """Removes what builds left behind that were killed."""
        for folder in self.folder.parent.glob(f".{self.folder.name}.*"):
            owner = folder.name.rpartition(".")[2]
            if owner.isdigit() and not _runs(int(owner)):
                shutil.rmtree(folder, ignore_errors=True)

    def _carry_over(self, ours: set[str]) -> None:
        """What somebody else put into the folder goes with it."""
        self.staging.mkdir(parents=True, exist_ok=True)
        for path in self.folder.rglob("*") if self.folder.is_dir() else ():
            name = path.relative_to(self.folder).as_posix()
            place = self.staging / name
            if name not in ours and path.is_file() and not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                os.link(path, place)


def _exchange(new: Path, old: Path) -> None:
    """`new` and `old` change places; where the system cannot do that in one step, in two."""
    if not old.exists():
        new.rename(old)
        return
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    names = os.fsencode(new), os.fsencode(old)
    if rename is None or rename(CURRENT_FOLDER, names[0], CURRENT_FOLDER, names[1], EXCHANGE) != 0:
        aside = new.with_name(f"{new.name}.old")
        old.rename(aside)
        new.rename(old)
        aside.rename(new)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One build at a time; the lock goes with the process that holds it, however that ends."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _bytes_of(path: str) -> bytes | None:
    """What the file holds; None when there is none. Plain strings: this runs for every page of every build."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None
