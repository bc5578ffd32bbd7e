"""Ciphertext that waits for delivery: one file a message, whole or not there at all."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

FOLDERS = ("tmp", "new", "held")


class Spool:
    """`folder`/new holds what waits, `folder`/held what was refused for good, `folder`/tmp what is being written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in FOLDERS:
            (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)

    def put(self, form: str, sealed: bytes) -> str:
        """Keeps `sealed`; when this returns, it survives a crash. Returns its name. Raises OSError, keeping nothing."""
        name = new_name(form)
        temporary, final = self.folder / "tmp" / name, self.folder / "new" / name
        try:
            _write(temporary, sealed)
            temporary.rename(final)
            _sync_folder(final.parent)
        except OSError:
            for file in (temporary, final):
                with suppress(OSError):
                    file.unlink(missing_ok=True)
            raise
        return name

    def waiting(self) -> Iterator[Path]:
        """What waits, the oldest first."""
        return iter(sorted((self.folder / "new").iterdir()))

    def held(self) -> Iterator[Path]:
        """What was refused for good."""
        return iter(sorted((self.folder / "held").iterdir()))

    def hold(self, file: Path) -> None:
        """Takes `file` out of the queue without losing it."""
        file.rename(self.folder / "held" / file.name)

    def release(self) -> int:
        """Puts what was held back into the queue; returns how many."""
        return len([file.rename(self.folder / "new" / file.name) for file in list(self.held())])


def new_name(form: str) -> str:
    """A name that says when a message came and by which form, and is like no other."""
    return f"{int(time.time())}-{os.urandom(16).hex()}.{form}"


def arrived(name: str) -> int:
    """When the message of this name arrived, in seconds."""
    return int(name.partition("-")[0])


def form_of(name: str) -> str:
    """The form that the message of this name came by."""
    return name.rpartition(".")[2]


def _write(file: Path, data: bytes) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        while data:
            data = data[os.write(descriptor, data) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
