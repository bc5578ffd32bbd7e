"""Delivery: everything that waits is sent at least once, however long that takes.

When a message is tried again is the modification time of its file, so it survives this process. Trouble with one
message is that message's; trouble with the server ends the round.
"""

import fcntl
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from contact.outgoing import Delivering
from contact.spool import Spool, arrived
from contact.transport import Later, Refused, Transport, Unreachable, transport

PAUSE = 2.0  # seconds between looks into the spool
FIRST = 15.0  # seconds until the second try
LONGEST = 3600.0  # seconds between tries at most
WHOLE = 5  # one message may take this many times the patience for one reply
LEFT_OVER = 24 * 60 * 60  # seconds after which a half-written file belongs to nobody


def wait(age: float, jitter: float) -> float:
    """Seconds until the next try of a message that is `age` seconds old; `jitter` from 0 to 1 spreads the tries.

    Waiting about as long as it has waited already is exponential backoff without a counter.
    """
    return min(LONGEST, max(FIRST, age)) * (0.5 + jitter)


def round_(spool: Spool, way: Transport, seconds: float, pause: float = FIRST) -> float:
    """Tries everything that is due; returns for how many seconds to rest. Each message may take `seconds`."""
    for file in spool.waiting():
        if file.stat().st_mtime > time.time():
            continue
        try:
            with at_most(seconds):
                way.send(file.name, file.read_text(encoding="ascii"))
            file.unlink()
            mark(spool, "delivered", "")
        except (Later, TimeoutError) as error:
            postpone(file, pause)
            mark(spool, "trouble", f"put off: {error}")
        except (Refused, ValueError, KeyError) as error:  # also what is no message at all
            spool.hold(file)
            mark(spool, "trouble", f"held: {error if isinstance(error, Refused) else type(error).__name__}")
        except Unreachable as error:
            mark(spool, "trouble", f"no connection: {error}")
            return pause * (0.5 + random.random())
    return PAUSE


def postpone(file: Path, pause: float = FIRST) -> None:
    """Not before a while from now; the longer it waits already, the longer."""
    age = time.time() - arrived(file.name)
    later = time.time() + wait(age, random.random()) * pause / FIRST
    os.utime(file, (later, later))


def mark(spool: Spool, name: str, what: str) -> None:
    """Leaves word for `health`, and for the journal when it is trouble."""
    file = spool.folder / name
    if what:
        print(f"contact: {what}", file=sys.stderr, flush=True)
    with suppress(OSError):  # a full disk keeps no message from leaving
        file.write_text(what, encoding="utf-8")


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises TimeoutError inside the block once it has taken `seconds`, whatever it waits for."""

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
def alone(spool: Spool) -> Iterator[None]:
    """One deliverer for one spool. Raises BlockingIOError when there is another."""
    with (spool.folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def deliver(settings: Delivering, once: bool = False) -> None:
    """Delivers until stopped; `once` ends after one look."""
    spool, way = Spool(Path(settings.spool)), transport(settings)
    patience = getattr(settings.to, "patience", FIRST)
    with alone(spool):
        sweep(spool)
        while True:
            rest = round_(spool, way, WHOLE * patience, min(FIRST, patience))
            way.close()
            if once:
                return
            time.sleep(rest)


def sweep(spool: Spool) -> None:
    """Removes what a killed process left half-written; nobody was thanked for it."""
    for file in (spool.folder / "tmp").iterdir():
        if time.time() - file.stat().st_mtime > LEFT_OVER:
            file.unlink(missing_ok=True)
