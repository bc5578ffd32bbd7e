"""The deliverer's side of the spool: what waits is looked at, taken out, and put where it belongs."""

import errno
import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from contact.armor import is_sealed
from contact.form import FIELDS
from contact.spool import Spool

NAME = re.compile(rf"[0-9a-f-]{{16,80}}\.({'|'.join((*FIELDS, 'heartbeat'))})")
LARGEST = 1024 * 1024  # bytes; a sealed message is a tenth of it at most
AS_IT_IS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class OddFile(Exception):  # noqa: N818 (it is no failure of ours)
    """Why something in the spool is no message; it is never sent."""


class Outbox(Spool):
    """A spool, for those who empty it."""

    def waiting(self) -> list[Path]:
        """Return what waits, the oldest first as far as the clock was right."""
        return _by_age(self.folder / "new")

    def leaving(self) -> list[Path]:
        """Return what is being sent."""
        return _by_age(self.folder / "out")

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
            name = os.fsdecode(os.fsencode(file.name)[:100])
            file.rename(self.folder / "aside" / f"{name}.{os.urandom(4).hex()}")
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


def _by_age(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        ages = [(_age(entry), entry.path) for entry in entries]
    return [Path(path) for _, path in sorted(ages)]


def _age(entry: "os.DirEntry[str]") -> int:
    with suppress(OSError):
        return entry.stat(follow_symlinks=False).st_mtime_ns
    return 0
