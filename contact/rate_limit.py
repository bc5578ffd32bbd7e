"""How many messages came from one network lately: in memory, under a salt that is new each day."""

import hashlib
import os
from _socket import AF_INET, AF_INET6, inet_pton  # without the rest of socket: 4 ms of each cold start
from collections import Counter
from enum import IntEnum
from threading import Lock

WINDOW = 600  # seconds
DAY = 24 * 60 * 60
MAPPED = b"\0" * 10 + b"\xff\xff"  # an IPv4 address as IPv6 writes it (RFC 4291, 2.5.5.2)
ROOM = 20_000  # networks remembered at once
PER_RATE = 10  # messages of one network that are kept, for each that needs no confirm page


class Load(IntEnum):
    """How much a network sends: FEW; MANY, which are confirmed; TOO_MANY, which wait.

    SHARED is TOO_MANY from an address that many share (an onion service, a server in front): they wait.
    """

    FEW, MANY, SHARED, TOO_MANY = range(4)


class RateLimit:
    """Counts by network: after `most` in ten minutes messages are confirmed, after `bound` none is kept; who comes
    from the server at `front` itself, as onion visitors do, waits instead.
    """

    def __init__(self, most: int, bound: int = 0, front: str = "") -> None:
        self._most, self._bound, self._front = most, bound or PER_RATE * most, network(front)
        self._lock = Lock()
        self._day = self._window = -1
        self._salt = b""
        self._counts: Counter[bytes] = Counter()
        self._kept: Counter[bytes] = Counter()

    def load(self, address: str, now: float) -> Load:
        """Count one try from `address` at `now` (seconds); return how much its network sends."""
        place = network(address)
        with self._lock:
            key = self._key(place, now)
            self._counts[key] += 1
            if self._kept[key] >= self._bound:
                return Load.SHARED if is_shared(place) or place == self._front else Load.TOO_MANY
            return Load.MANY if self._counts[key] > self._most else Load.FEW

    def kept(self, address: str, now: float) -> None:
        """Count one message from `address` that was kept."""
        with self._lock:
            self._kept[self._key(network(address), now)] += 1

    def _key(self, place: bytes, now: float) -> bytes:
        self._renew(int(now))
        return hashlib.blake2b(place, key=self._salt, digest_size=16).digest()

    def _renew(self, now: int) -> None:
        if now // DAY != self._day:
            self._day, self._salt, self._window = now // DAY, os.urandom(32), -1
        full = max(len(self._counts), len(self._kept)) >= ROOM
        if now // WINDOW != self._window or full:
            self._window = now // WINDOW
            self._counts.clear()
            self._kept.clear()


def network(address: str) -> bytes:
    """Return the first 24 bits of an IPv4 address or 48 of an IPv6 one; what is neither shares one."""
    for family, length in ((AF_INET, 3), (AF_INET6, 6)):
        try:
            packed = inet_pton(family, address.partition("%")[0])
        except (OSError, ValueError):
            continue
        if packed == b"\0" * 15 + b"\1":
            return b""  # ::1
        return packed[12:15] if packed.startswith(MAPPED) else packed[:length]
    return b""


def is_shared(place: bytes) -> bool:
    """Return whether a network is this machine's or a private one: a server in front, not a visitor
    (RFC 1918, RFC 4193).
    """
    if len(place) < 3:
        return True
    if len(place) == 3:
        private = place[0] in (10, 127) or place[:2] == b"\xc0\xa8"
        return private or (place[0] == 172 and 16 <= place[1] < 32)
    return place[0] in (0xFC, 0xFD)
