"""Health: what the staff should know, in lines, and whether a person must do something."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from contact.form import FIELDS
from contact.key import Key, SealError
from contact.keyring import read_ring
from contact.seal import Seal
from contact.spool import Spool, written

RECOVERY = "recovery"
SOON = timedelta(days=30)
TOO_OLD = 3600.0  # seconds a message may wait before a person should look


class Line(NamedTuple):
    """One thing that was looked at; `alarm` when somebody must act."""

    text: str
    alarm: bool = False

    def __str__(self) -> str:
        return f"{'ALARM' if self.alarm else 'ok   '}  {self.text}"


def read_seals(folder: Path, readable: bool = True) -> tuple[dict[str, Seal], list[Line]]:
    """A seal for each form that has a usable key, and what there is to say about all keys."""
    ring = read_ring(folder, (RECOVERY, *FIELDS))
    seals: dict[str, Seal] = {}
    lines = [Line(problem, alarm=True) for problem in ring.refused]
    if not ring.keys[RECOVERY]:
        lines.append(Line(f"{folder / RECOVERY}: There is no usable recovery key.", alarm=True))
    for form in FIELDS:
        try:
            seals[form] = _seal(ring.keys[form], ring.keys[RECOVERY], folder / form, readable)
        except SealError as error:
            lines.append(Line(f"{form}: {error} Until then visitors read the page with the hotline.", alarm=True))
    return seals, lines


def key_lines(seals: dict[str, Seal], now: datetime) -> Iterator[Line]:
    """When each key expires."""
    for form, seal in seals.items():
        for key in seal.keys:
            yield _expiry(form, key, now)


def spool_lines(spool: Spool, now: float) -> Iterator[Line]:
    """How long messages wait, what is held, and when something was last delivered."""
    waiting = [written(file) for file in spool.waiting()]
    age = max(0.0, now - min(waiting, default=now))
    yield Line(f"{len(waiting)} waiting, the oldest for {_span(age)}", alarm=age > TOO_OLD)
    held = len(list(spool.held()))
    yield Line(f"{held} refused for good and held (`python -m contact release` tries again)", alarm=held > 0)
    delivered, trouble = spool.folder / "delivered", spool.folder / "trouble"
    last = delivered.stat().st_mtime if delivered.exists() else 0.0
    yield Line(f"last delivery {_span(now - last)} ago" if last else "nothing was delivered yet")
    if trouble.exists() and trouble.stat().st_mtime > last:
        yield Line(f"last trouble {_span(now - trouble.stat().st_mtime)} ago: {trouble.read_text(encoding='utf-8')}")


def report(keys: Path | None, spool: Path | None) -> tuple[str, bool]:
    """Everything as text, and whether there is an alarm."""
    lines: list[Line] = []
    if keys:
        seals, lines = read_seals(keys)
        lines += key_lines(seals, datetime.now(UTC))
    if spool:
        lines += spool_lines(Spool(spool), time.time())
    return "\n".join(str(line) for line in lines), any(line.alarm for line in lines)


def _seal(keys: list[Key], recovery: list[Key], folder: Path, readable: bool) -> Seal:
    if not keys:
        raise SealError(f"There is no usable key in {folder}. Put a counsellor's public key there.")
    return Seal([*keys, *recovery], readable)


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
    return f"{seconds:.0f} s"
