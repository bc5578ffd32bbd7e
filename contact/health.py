"""Health: what the staff should know, each thing with a state of its own, and what a person must do."""

import fcntl
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from contact.heartbeat import last_seen
from contact.key import Key
from contact.outbox import AS_IT_IS, OddFile, Outbox, read_message, written
from contact.outgoing import days
from contact.report import Line, plain
from contact.seal import Seal
from contact.seals import read_seals
from contact.settings import Reader, is_set, place, whole_number
from contact.spool import FOLDERS, SpoolError
from contact.trial import endpoint_lines

SOON = timedelta(days=30)
TOO_OLD = 3600.0  # seconds a message may wait before a person should look
DAY = 24 * 3600.0
AHEAD = 300.0  # seconds by which a clock may be wrong
READ = 200  # messages that are looked into
LOW = 128 * 1024 * 1024  # bytes of the disk that should be free
PROBE = b"probe" * 2048
# The exit code that each thing has when it is an alarm; of several the most urgent one counts.
CODES = {"endpoint": 40, "disk": 30, "queue": 20, "mail": 15, "keys": 10}


def key_lines(seals: dict[str, Seal], now: datetime) -> Iterator[Line]:
    """Yield when each key expires."""
    for form, seal in seals.items():
        for key in seal.keys:
            yield _expiry(form, key, now)


def spool_lines(folder: Path, now: float, quiet_days: int = 0) -> Iterator[Line]:
    """Yield whether the spool takes messages, how long they wait, and when one was last delivered."""
    missing = [name for name in FOLDERS if not (folder / name).is_dir()]
    if missing:
        text = f"{folder} is no spool ({', '.join(missing)} missing): CONTACT_SPOOL is mistyped, or nothing was started"
        yield Line(text, alarm=True, check="queue")
        return
    spool = Outbox(folder, make=False)
    yield from looked_at("disk", lambda: _disk(spool))
    yield from looked_at("queue", lambda: _queue(spool, now))
    yield from looked_at("queue", lambda: _delivery(spool, now, quiet_days))


def _disk(spool: Outbox) -> Iterator[Line]:
    """Yield whether a message could be written and synced now, and how much room there is."""
    try:
        spool.make()
        spool.probe(PROBE)
        yield Line("a message can be written", check="disk")
    except SpoolError as error:
        yield Line(f"nothing can be written: {error}", True, "disk")
    except OSError as error:
        yield Line(f"nothing can be written ({error.strerror}): visitors get their text back", True, "disk")
    disk = os.statvfs(spool.folder)
    free = disk.f_bavail * disk.f_frsize
    yield Line(f"{free // 2**20} MiB of the disk are free", alarm=free < LOW, check="disk")


def _queue(spool: Outbox, now: float) -> Iterator[Line]:
    waiting = spool.waiting()
    times = [when for file in (*waiting, *spool.leaving()) if (when := _written(file))]
    age = max(0.0, now - min(times, default=now))
    yield Line(f"{len(waiting)} waiting, the oldest for {_span(age)}", age > TOO_OLD, "queue")
    ahead = sum(when > now + AHEAD for when in times)
    if ahead:
        text = f"{ahead} waiting were written in the future: the clock is wrong now, or was then. They are sent"
        yield Line(text, alarm=True, check="queue")
    odd = sum(_is_odd(file) for file in waiting[:READ])
    odd += len(list((spool.folder / "aside").iterdir()))
    if odd:
        text = f"{odd} things in the spool are no messages of ours and are not sent: look into {spool.folder / 'aside'}"
        yield Line(text, alarm=True, check="queue")
    held = len(spool.held())
    yield Line(f"{held} refused for good and held (`python -m contact release` tries again)", held > 0, "queue")


def _delivery(spool: Outbox, now: float, quiet_days: int) -> Iterator[Line]:
    running = _is_locked(spool.folder / "lock")
    yield Line("the deliverer runs" if running else "no deliverer runs on this spool", not running, "queue")
    delivered, trouble = _written(spool.folder / "delivered"), _written(spool.folder / "trouble")
    since = delivered or _written(spool.folder / "lock")  # since when there is a deliverer
    last = f"last delivery {_span(now - delivered)} ago" if delivered else "nothing was delivered yet"
    yield Line(last, alarm=bool(quiet_days and since and now - since > quiet_days * DAY), check="queue")
    if trouble > delivered:
        with os.fdopen(os.open(spool.folder / "trouble", AS_IT_IS), encoding="utf-8", errors="replace") as file:
            text = file.read(1000)
        yield Line(f"last trouble {_span(now - trouble)} ago: {text}", check="queue")


def mail_lines(environ: Mapping[str, str], now: float) -> Iterator[Line]:
    """Yield when a heartbeat was last seen in the mailbox, or that nobody looks."""
    place = environ.get("CONTACT_SEEN", "")
    if not place:
        text = "nobody looks whether mail arrives: set CONTACT_SEEN, and run `python -m contact heartbeat` on a timer"
        yield Line(text, check="mail")
        return
    reader = Reader(environ)
    most = (reader.read("CONTACT_SEEN_HOURS", whole_number, "50") or 0) * 3600
    yield from (Line(problem, alarm=True, check="mail") for problem in reader.problems)
    try:
        seen = last_seen(place, environ)
    except Exception as error:  # whatever a mailbox answers
        why = error if isinstance(error, ValueError) else type(error).__name__
        yield Line(f"the mailbox cannot be looked into ({why})", alarm=True, check="mail")
        return
    text = f"the last heartbeat was seen {_span(now - seen)} ago" if seen else "no heartbeat was ever seen"
    yield Line(text, alarm=not seen or now - seen > most, check="mail")


def look(environ: Mapping[str, str]) -> list[Line]:
    """Return everything there is to say with these settings; trouble with one thing hides no other."""
    reader, now = Reader(environ), time.time()
    spool = reader.read("CONTACT_SPOOL", place) if is_set(environ, "CONTACT_SPOOL") else None
    quiet = reader.read("CONTACT_QUIET_DAYS", days, "0") or 0
    keys = reader.read("CONTACT_KEYS", Path) if is_set(environ, "CONTACT_KEYS") else None
    things: dict[str, Callable[[], Iterable[Line]]] = {}
    if is_set(environ, "CONTACT_LISTEN"):
        things["endpoint"] = lambda: [Line(*said, "endpoint") for said in endpoint_lines(environ)]
    things["settings"] = lambda: [Line(problem, True, "queue") for problem in reader.problems]
    if spool and spool.startswith("/"):
        things["queue"] = lambda: spool_lines(Path(spool), now, quiet)
        things["mail"] = lambda: mail_lines(environ, now)
    if keys:
        things["keys"] = lambda: _all_key_lines(keys)
    return [line for check, lines in things.items() for line in looked_at(check, lines)]


def looked_at(check: str, lines: Callable[[], Iterable[Line]]) -> list[Line]:
    """Return what `lines` yields; what it raises is an alarm too."""
    found: list[Line] = []
    try:
        found.extend(lines())
    except Exception as error:  # what was found before it stays
        found.append(Line(f"{check} cannot be looked at ({type(error).__name__}: {error})", True, check))
    return found


def _all_key_lines(folder: Path) -> list[Line]:
    seals, problems = read_seals(folder)
    return [*problems, *key_lines(seals, datetime.now(UTC))]


def exit_code(lines: Iterable[Line]) -> int:
    """Return the code of the most urgent alarm, 0 when there is none."""
    return max((CODES[line.check] for line in lines if line.alarm), default=0)


def as_json(lines: Iterable[Line]) -> str:
    """Return every thing with its state, for programs."""
    states = [
        {"check": line.check, "state": "alarm" if line.alarm else "ok", "text": plain(line.text)} for line in lines
    ]
    return json.dumps(states, ensure_ascii=False, indent=1)


def _written(file: Path) -> float:
    with suppress(OSError):
        return written(file)
    return 0.0


def _is_odd(file: Path) -> bool:
    try:
        read_message(file)
    except FileNotFoundError:
        return False
    except OddFile:
        return True
    return False


def _is_locked(lock: Path) -> bool:
    """Return whether a deliverer holds the lock of its spool."""
    try:
        with os.fdopen(os.open(lock, AS_IT_IS)) as opened:
            fcntl.flock(opened, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _expiry(form: str, key: Key, now: datetime) -> Line:
    if key.expired(now):
        what = f"{form}: {key.owner} EXPIRED on {key.expires:%Y-%m-%d}; renew it, or remove {key.file}"
        return Line(what, alarm=True)
    if key.expires.year == datetime.max.year:
        return Line(f"{form}: {key.owner} does not expire")
    return Line(f"{form}: {key.owner} expires on {key.expires:%Y-%m-%d}", alarm=key.expires - now < SOON)


def _span(seconds: float) -> str:
    for length, name in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= length:
            return f"{seconds / length:.0f} {name}"
    return f"{max(0.0, seconds):.0f} s"
