"""How many messages came from one network lately: in memory, under a salt that is new each day, never written."""

import hashlib
import os
import socket
from collections import Counter
from threading import Lock

WINDOW = 600  # seconds
DAY = 24 * 60 * 60
MAPPED = b"\0" * 10 + b"\xff\xff"  # an IPv4 address as IPv6 writes it (RFC 4291, 2.5.5.2)
ROOM = 20_000  # networks remembered at once


class RateLimit:
    """Counts by network; says when one has sent more than `most` within ten minutes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._day = self._window = -1
        self._salt = b""
        self._counts: Counter[bytes] = Counter()

    def exceeded(self, address: str, now: float) -> bool:
        """Counts one message from `address` at `now` (seconds), and says whether that was one too many."""
        with self._lock:
            self._renew(int(now))
            key = hashlib.blake2b(network(address), key=self._salt, digest_size=16).digest()
            self._counts[key] += 1
            return self._counts[key] > self._most

    def _renew(self, now: int) -> None:
        if now // DAY != self._day:
            self._day, self._salt, self._window = now // DAY, os.urandom(32), -1
        if now // WINDOW != self._window or len(self._counts) >= ROOM:
            self._window = now // WINDOW
            self._counts.clear()


def network(address: str) -> bytes:
    """The first 24 bits of an IPv4 address or 48 of an IPv6 one; what is neither shares one network."""
    for family, length in ((socket.AF_INET, 3), (socket.AF_INET6, 6)):
        try:
            packed = socket.inet_pton(family, address.partition("%")[0])
        except (OSError, ValueError):
            continue
        return packed[12:15] if packed.startswith(MAPPED) else packed[:length]
    return b""
