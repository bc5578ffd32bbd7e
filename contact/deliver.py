"""Delivery: everything that waits is sent at least once, however long that takes.

Nothing here trusts the clock of the day: when a message is tried again is counted in seconds of this
process, and a new process tries everything at once. Trouble with one message is that message's;
trouble with the server ends the round; what is no message is set aside and never sent.
"""

import fcntl
import os
import random
import signal
import stat
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from contact.outbox import OddFile, Outbox, written
from contact.outgoing import Delivering
from contact.settings import SettingsError
from contact.transport import Later, LoginRefused, Refused, Transport, Unreachable, open_transport

PAUSE = 2.0  # seconds between looks into the spool
FIRST = 15.0  # seconds until the second try
LONGEST = 3600.0  # seconds between tries of one message at most, and between refused logins
LONGEST_UNREACHED = 600.0  # seconds between tries to reach the server
WHOLE = 5  # one message may take this many times the patience for one reply
LEFT_OVER = 24 * 60 * 60  # seconds after which a half-written file belongs to nobody
SWEEP_EVERY = 600.0  # seconds
REMEMBERED = 3 * 24 * 60 * 60  # seconds for which the name of what was sent is known


def wait(tries: int, jitter: float, first: float = FIRST, longest: float = LONGEST) -> float:
    """Return seconds until the next try after so many; `jitter` from 0 to 1 spreads the tries."""
    return float(min(longest, first * 2 ** min(tries, 20)) * (0.5 + jitter))


class Schedule:
    """When each message may be tried again, in seconds of a clock that nobody sets."""

    def __init__(self, first: float = FIRST) -> None:
        self._first = first
        self._next: dict[str, tuple[int, float]] = {}

    def is_due(self, name: str) -> bool:
        """Return whether the message may be tried now."""
        return self._next.get(name, (0, 0.0))[1] <= time.monotonic()

    def postpone(self, name: str) -> None:
        """Let the message wait: longer after each try."""
        tries = self._next.get(name, (0, 0.0))[0]
        self._next[name] = (tries + 1, time.monotonic() + wait(tries, random.random(), self._first))

    def forget(self, name: str) -> None:
        """The message needs no more tries."""
        self._next.pop(name, None)


class Deliverer:
    """Sends what waits in `spool` by `transport`; `keep` leaves the ciphertext of what was sent."""

    def __init__(self, spool: Outbox, transport: Transport, patience: float = FIRST, keep: bool = False) -> None:
        self.spool, self.transport, self._keep = spool, transport, keep
        self._first, self._seconds = min(FIRST, patience), WHOLE * patience
        self.schedule = Schedule(self._first)
        self.stopping = threading.Event()
        self._unreached = 0
        self._odd: set[str] = set()

    def deliver_pending(self) -> float:
        """Try everything that is due; return for how many seconds to rest."""
        for file in self.spool.waiting():
            if self.stopping.is_set():
                break
            if not self.schedule.is_due(file.name):
                continue
            try:
                self._deliver(file)
            except Unreachable as error:
                self.mark("trouble", f"no connection: {error}")
                return self._rest(isinstance(error, LoginRefused))
        return PAUSE

    def _rest(self, refused: bool) -> float:
        self._unreached += 1
        longest = LONGEST if refused else LONGEST_UNREACHED
        return wait(self._unreached - 1, random.random(), self._first, longest)

    def _deliver(self, file: Path) -> None:
        """Send one message, hold it, put it off or set it aside. Raise Unreachable."""
        try:
            when = written(file)
            claimed, sealed = self.spool.claim(file)
        except FileNotFoundError:
            return
        except OddFile as error:
            self._set_aside(file, error)
            return
        try:
            with at_most(self._seconds):
                self.transport.send(file.name, sealed, when)
        except Refused as error:
            self.spool.hold(claimed)
            self.mark("trouble", f"held: {error}")
        except (Unreachable, KeyboardInterrupt, SystemExit):
            self.spool.put_back(claimed)
            raise
        except Exception as error:  # Later, or what nobody thought of: it is the trouble of this message
            self.spool.put_back(claimed)
            self.schedule.postpone(file.name)
            self.mark("trouble", f"put off: {error if isinstance(error, Later) else type(error).__name__}")
        else:
            self._sent(claimed)

    def _sent(self, claimed: Path) -> None:
        """Note what was sent. What cannot be moved then stays in `out`, where no look of this process finds it."""
        self.schedule.forget(claimed.name)
        self._unreached = 0
        self.mark("delivered", "")
        try:
            self.spool.done(claimed, self._keep)
        except OSError as error:
            self.mark("trouble", f"sent, and cannot be taken away then ({error.strerror}): see to the folder `sent`")

    def _set_aside(self, file: Path, error: OddFile) -> None:
        """What is no message is told once, and taken out of the queue where that can be done."""
        moved = self.spool.set_aside(file)
        if moved or file.name not in self._odd:
            self._odd.add(file.name)
            where = "set aside" if moved else "cannot be set aside, and is left alone"
            self.mark("trouble", f"something in the queue is no message, {error}: {where}")

    def mark(self, name: str, what: str) -> None:
        """Leave word for `health`, and for the journal when it is trouble."""
        if what:
            print(f"contact: {what}", file=sys.stderr, flush=True)
        with suppress(OSError), open(self.spool.folder / name, "w", encoding="utf-8", opener=_as_it_is) as file:
            file.write(what)  # a full disk, or whatever lies there, keeps no message from leaving


def _as_it_is(path: str, flags: int) -> int:
    """Open a file of ours: no link is followed, and no pipe waited for. Raise OSError."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TimeoutError inside the block once it has taken `seconds`, whatever it waits for."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise TimeoutError("took too long")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def alone(spool: Outbox) -> Iterator[None]:
    """One deliverer for one spool. Raise BlockingIOError when there is another, SettingsError."""
    try:
        lock = os.open(spool.folder / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise SettingsError(
            f"{spool.folder / 'lock'} cannot be opened ({error.strerror}): "
            "another user or root made it. Remove it, and run the deliverer as one user only."
        ) from None
    with os.fdopen(lock, "w"):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def deliver(settings: Delivering, once: bool = False) -> None:
    """Deliver until stopped; `once` ends after one look. Raise SettingsError, BlockingIOError."""
    spool, transport = Outbox(Path(settings.spool)), open_transport(settings)
    patience = getattr(settings.to, "patience", FIRST)
    with alone(spool):
        deliverer = Deliverer(spool, transport, patience, keep=settings.keep_days > 0)
        before = signal.signal(signal.SIGTERM, lambda *_: deliverer.stopping.set())
        try:
            spool.unclaim()
            _work(deliverer, settings, once)
        finally:
            signal.signal(signal.SIGTERM, before)


def _work(deliverer: Deliverer, settings: Delivering, once: bool) -> None:
    next_sweep = 0.0
    while not deliverer.stopping.is_set():
        if time.monotonic() >= next_sweep:
            sweep(deliverer.spool, settings.keep_days)
            next_sweep = time.monotonic() + SWEEP_EVERY
        rest = deliverer.deliver_pending()
        deliverer.transport.close()
        if once:
            return
        deliverer.stopping.wait(rest)


def sweep(spool: Outbox, keep_days: int = 0) -> None:
    """Remove what a killed process left half-written, and the names of what was sent long ago.

    What lies in the future by the clock of the day is left alone.
    """
    ages = {"tmp": LEFT_OVER, "sent": max(keep_days * LEFT_OVER, REMEMBERED)}
    for folder, most in ages.items():
        for file in (spool.folder / folder).iterdir():
            with suppress(OSError):
                _sweep(file, most, keep_days * LEFT_OVER if folder == "sent" else most)


def _sweep(file: Path, most: float, filled: float) -> None:
    """Remove `file` after `most` seconds; empty it after `filled`. Raise OSError."""
    found, now = file.lstat(), time.time()
    if now - found.st_ctime > most and now - found.st_mtime > most:
        file.unlink()
    elif stat.S_ISREG(found.st_mode) and found.st_size and now - found.st_ctime > filled:
        os.truncate(file, 0)
