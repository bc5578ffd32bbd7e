"""Ciphertext that waits for delivery: one file a message, whole or not there at all."""

import errno
import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from contact.armor import is_sealed
from contact.form import FIELDS

FOLDERS = ("tmp", "new", "out", "sent", "held", "aside")
NAME = re.compile(rf"[0-9a-f-]{{16,80}}\.({'|'.join((*FIELDS, 'heartbeat'))})")
LARGEST = 1024 * 1024  # bytes; a sealed message is a tenth of it at most
AS_IT_IS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class OddFile(Exception):  # noqa: N818 (it is no failure of ours)
    """Why something in the spool is no message; it is never sent."""


class Unsure(Exception):  # noqa: N818
    """It is not known whether a message was kept: nobody may be told that it was not."""


class SpoolError(OSError):
    """Why a spool cannot be used, and what to do."""


class DiskFull(OSError):  # noqa: N818
    """So little room is left that it is kept for the rest of the machine."""


class Spool:
    """`new` holds what waits, `out` what is being sent, `sent` what was sent: empty, unless it is to
    be kept. `held` was refused for good, `aside` is no message of ours, `tmp` is being written.

    `reserve` bytes of the disk stay free. Raises SpoolError when `folder` cannot be used.
    """

    def __init__(self, folder: Path, reserve: int = 0) -> None:
        self.folder, self._place, self._reserve = folder, str(folder), reserve
        try:
            if not folder.is_absolute():
                raise NotADirectoryError(errno.ENOTDIR, "no folder from / on")
            for path in (folder, *(folder / name for name in FOLDERS)):
                path.mkdir(mode=0o700, parents=True, exist_ok=True)
                _own(path)
        except OSError as error:
            user = f"the user of this process (number {os.geteuid()})"
            raise SpoolError(
                f"{folder} cannot be used as the spool ({error.strerror}): "
                f"make it a folder that belongs to {user}, chown -R, and to nobody else."
            ) from None

    def put(self, name: str, sealed: bytes) -> bool:
        """Keep `sealed`; when this returns, it survives a crash.

        Return False when the message of this name was kept before. Raise OSError, keeping nothing;
        Unsure when it may have been kept.
        """
        place = self._place  # plain strings: a tenth of the time of a message
        if self._known(name):
            sync_folder(f"{place}/new")
            return False
        self._check_room(len(sealed))
        temporary, final = f"{place}/tmp/{name}.{os.urandom(8).hex()}", f"{place}/new/{name}"
        try:
            _write(temporary, sealed)
            os.rename(temporary, final)
            sync_folder(f"{place}/new")
        except OSError:
            if not all([_removed(file) for file in (temporary, final)]):
                raise Unsure("what was written cannot be removed") from None
            raise
        return True

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

    def waiting(self) -> list[Path]:
        """Return what waits, the oldest first as far as the clock was right."""
        return _by_age(self.folder / "new")

    def held(self) -> list[Path]:
        """Return what was refused for good."""
        return _by_age(self.folder / "held")

    def claim(self, file: Path) -> tuple[Path, str]:
        """Take a message out of the queue for sending; return where it is, and its ciphertext.

        Raise OddFile for what is no message, or could not be taken out of the queue afterwards.
        """
        sealed = read_message(file)
        if os.path.lexists(self.folder / "sent" / file.name):
            raise OddFile("it was sent before")
        try:
            return file.rename(self.folder / "out" / file.name), sealed
        except OSError as error:
            raise OddFile(f"it cannot be moved ({error.strerror})") from None

    def unclaim(self) -> None:
        """Put back what a killed process was sending."""
        for file in (self.folder / "out").iterdir():
            with suppress(OSError):
                file.rename(self.folder / "new" / file.name)

    def put_back(self, file: Path) -> None:
        """Put `file` back into the queue."""
        file.rename(self.folder / "new" / file.name)

    def done(self, file: Path, keep: bool = False) -> None:
        """Note that `file` was sent; its name stays for a while, its ciphertext if it is to be kept."""
        sent = file.rename(self.folder / "sent" / file.name)
        if not keep:
            os.truncate(sent, 0)

    def hold(self, file: Path) -> None:
        """Take `file` out of the queue without losing it."""
        file.rename(self.folder / "held" / file.name)

    def set_aside(self, file: Path) -> bool:
        """Take what is no message out of the queue; return whether that was possible."""
        with suppress(OSError):
            file.rename(self.folder / "aside" / f"{file.name[:100]}.{os.urandom(4).hex()}")
            return True
        return False

    def release(self) -> int:
        """Put what was held back into the queue; return how many."""
        return self._put_all_back(self.held())

    def resend(self) -> int:
        """Put what was sent and kept back into the queue; return how many."""
        kept = [file for file in _by_age(self.folder / "sent") if file.lstat().st_size]
        return self._put_all_back(kept)

    def _put_all_back(self, files: list[Path]) -> int:
        for file in files:
            self.put_back(file)
        return len(files)


def new_name(form: str) -> str:
    """Return a name that says by which form a message came, and is like no other."""
    return f"{os.urandom(16).hex()}.{form}"


def form_of(name: str) -> str:
    """Return the form that the message of this name came by."""
    return name.rpartition(".")[2]


def written(file: Path) -> float:
    """Return when `file` was written, in seconds, by the clock of that moment."""
    return file.lstat().st_mtime


def read_message(file: Path) -> str:
    """Return the ciphertext in `file`. Raise OddFile for whatever else lies there."""
    if not NAME.fullmatch(file.name):
        raise OddFile("its name is none of ours")
    try:
        descriptor = os.open(file, AS_IT_IS)
        with os.fdopen(descriptor, "rb") as opened:
            _check(os.fstat(descriptor), file.parent.stat().st_uid)
            text = opened.read(LARGEST).decode("ascii")
    except OSError as error:
        link = error.errno == errno.ELOOP
        raise OddFile("it is a link" if link else f"it cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        text = ""
    if not is_sealed(text):
        raise OddFile("it is not sealed")
    return text


def _check(found: os.stat_result, owner: int) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise OddFile("it is no file")
    if found.st_uid != owner:
        raise OddFile("it belongs to another user")
    if found.st_size > LARGEST:
        raise OddFile("it is too large")


def _removed(file: str) -> bool:
    with suppress(OSError):
        os.unlink(file)
        return True
    return not os.path.lexists(file)


def _by_age(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        ages = [(_age(entry), entry.path) for entry in entries]
    return [Path(path) for _, path in sorted(ages)]


def _age(entry: "os.DirEntry[str]") -> int:
    with suppress(OSError):
        return entry.stat(follow_symlinks=False).st_mtime_ns
    return 0


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
