"""Ciphertext that waits for delivery: one file a message, whole or not there at all."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

FOLDERS = ("tmp", "new", "out", "sent", "held", "aside")


class Unsure(Exception):  # noqa: N818
    """It is not known whether a message was kept: nobody may be told that it was not."""


class SpoolError(OSError):
    """Why a spool cannot be used, and what to do."""


class DiskFull(OSError):  # noqa: N818
    """So little room is left that it is kept for the rest of the machine."""


class Spool:
    """`new` holds what waits, `out` what is being sent, `sent` what was sent: empty, unless it is to
    be kept. `held` was refused for good, `aside` is no message of ours, `tmp` is being written.

    `reserve` bytes of the disk stay free. Raises SpoolError when `folder` cannot be used; with
    `make` False, for those who only look, nothing is made and nothing raised.
    """

    def __init__(self, folder: Path, reserve: int = 0, make: bool = True) -> None:
        self.folder, self._place, self._reserve = folder, str(folder), reserve
        if make:
            self.make()

    def make(self) -> None:
        """Make what is missing. Raise SpoolError when it cannot be used."""
        try:
            if not self.folder.is_absolute():
                raise NotADirectoryError(errno.ENOTDIR, "no folder from / on")
            if self.folder.is_dir() and _is_foreign({path.name for path in self.folder.iterdir()}):
                raise NotADirectoryError(errno.ENOTEMPTY, "other things lie in it")
            for path in (self.folder, *(self.folder / name for name in FOLDERS)):
                path.mkdir(mode=0o700, parents=True, exist_ok=True)
                _own(path)
        except OSError as error:
            user = f"the user of this process (number {os.geteuid()})"
            raise SpoolError(
                f"{self.folder} cannot be used as the spool ({error.strerror}): "
                f"make it a folder that belongs to {user}, chown -R, and to nobody else."
            ) from None

    def put(self, name: str, sealed: bytes) -> bool:
        """Keep `sealed`; when this returns, it survives a crash.

        Return False when the message of this name was kept before. Raise OSError, keeping nothing;
        Unsure when it may have been kept.
        """
        place = self._place  # plain strings: a tenth of the time of a message
        if self._known(name):
            return self._known_for_good()
        self._check_room(len(sealed))
        temporary, final = f"{place}/tmp/{name}.{os.urandom(8).hex()}", f"{place}/new/{name}"
        moved = False
        try:
            _write(temporary, sealed)
            os.rename(temporary, final)
            moved = True
            sync_folder(f"{place}/new")
        except OSError:
            if not all([_removed(temporary, False), _removed(final, moved)]):
                raise Unsure("what was written cannot be removed, or is being sent") from None
            raise
        return True

    def _known_for_good(self) -> bool:
        """Return False once the name of what was kept before is on the disk. Raise Unsure."""
        try:
            sync_folder(f"{self._place}/new")
        except OSError:
            raise Unsure("it was kept before, and the disk does not answer") from None
        return False

    def probe(self, data: bytes) -> None:
        """Write and sync `data` as a message would be, and remove it again. Raise OSError."""
        self._check_room(len(data))
        file = self.folder / "tmp" / f"probe.{os.urandom(8).hex()}"
        try:
            _write(file, data)
        finally:
            file.unlink(missing_ok=True)
        sync_folder(self.folder / "new")

    def _known(self, name: str) -> bool:
        """Whether this message was kept before; looked for in the order in which it moves."""
        return any(os.path.lexists(f"{self._place}/{place}/{name}") for place in ("new", "held", "out", "sent"))

    def _check_room(self, size: int) -> None:
        disk = os.statvfs(self._place)
        if self._reserve and disk.f_bavail * disk.f_frsize < self._reserve + size:
            raise DiskFull(errno.ENOSPC, "the reserve of the disk is reached")


def new_name(form: str) -> str:
    """Return a name that says by which form a message came, and is like no other."""
    return f"{os.urandom(16).hex()}.{form}"


def form_of(name: str) -> str:
    """Return the form that the message of this name came by."""
    return name.rpartition(".")[2]


def _removed(file: str, there: bool) -> bool:
    """Return whether `file` is gone by our doing, or never was; `there` when it certainly was."""
    with suppress(OSError):
        os.unlink(file)
        return True
    return not there and not os.path.lexists(file)


def _is_foreign(names: set[str]) -> bool:
    """Return whether a folder with these names is no spool: its permissions are nobody's to change."""
    return "new" not in names and bool(names - set(FOLDERS))


def _own(folder: Path) -> None:
    """Nobody else may look into a spool, whatever made its folders. Raise OSError."""
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        folder.chmod(0o700)


def _write(file: str | Path, data: bytes) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        while data:
            data = data[os.write(descriptor, data) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: str | Path) -> None:
    """Sync the names in `folder`. Raise OSError."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
