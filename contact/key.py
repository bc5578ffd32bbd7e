"""A public key, judged: can it be sealed to, by whom is it read, and until when is it good.

pysequoia encrypts to expired and revoked keys without a word. So every key is taken apart, judged,
and tried, before anything is sealed to it.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple, TypeVar

from pysequoia import Cert, encrypt
from pysequoia.packet import Packet, PacketPile, Tag

from contact.report import plain

TRIAL = b"trial"
NEVER = datetime.max.replace(tzinfo=UTC)
AHEAD = timedelta(minutes=1)
RSA = (1, 2, 3)  # RFC 9580, 9.1
SHORTEST_RSA = 2000  # bits; some programs count the leading zeros of a number out
Value = TypeVar("Value")


class SealError(Exception):
    """What is wrong with a key, or with all of them together, and how to fix it."""


class Key(NamedTuple):
    """A public key that can be sealed to; `expires` is when the first of its necessary parts does."""

    file: str
    owner: str
    expires: datetime
    cert: Cert

    def expired(self, now: datetime) -> bool:
        """Return whether it has expired; it is sealed to all the same: its owner can still read."""
        return self.expires <= now


def attempt(call: Callable[[], Value], otherwise: str) -> Value:
    """Return what `call` returns. Raise SealError(`otherwise`) for whatever it raises: a damaged
    key can end in any error of the library, also in one that Python counts as none (a panic of Rust).
    """
    try:
        return call()
    except (SealError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException:
        raise SealError(otherwise) from None


def judge(name: str, cert: Cert, revocations: Sequence[bytes] = ()) -> Key:
    """Return the key in `cert`. Raise SealError for one that is revoked, too new, weak, damaged or
    made for signing only. `revocations` are signatures found elsewhere; those of this key count.
    """
    damaged = "The key is damaged, or no signature of its owner is left. Export it again."
    return attempt(lambda: _judge(name, cert, revocations), damaged)


def _judge(name: str, cert: Cert, revocations: Sequence[bytes]) -> Key:
    if cert.is_revoked or any(_revokes(found, cert) for found in revocations):
        raise SealError("The key is revoked. Remove the file and ask its owner for the new key.")
    primary, *parts = _parts(list(PacketPile.from_bytes(bytes(cert))))
    _check_age(primary, parts)
    good = [part for part in parts if part.encrypts and not part.revoked and not part.weak]
    if primary.weak or (not good and any(part.encrypts and part.weak for part in parts)):
        raise SealError("It is an RSA key too short to be safe. Its owner must make a new one.")
    if not primary.signed:
        raise SealError("It has no user id, and so no signature. Export it again with its user id.")
    best = max(good, key=lambda part: (part.expires, part.created), default=None)
    kept = [primary, best] if best else [primary]
    narrow = cert if kept == [primary, *parts] else Cert.from_bytes(_bytes(kept))
    if best is None:  # it may be the primary key that encrypts; all else is tried by the seal
        try_key(narrow)
    expires = min(cert.expiration or NEVER, best.expires if best else NEVER)
    return Key(name, owner(cert), expires, narrow)


def owner(cert: Cert) -> str:
    """Return who a key belongs to, on one line: the first user id, or else the fingerprint."""
    ids = attempt(lambda: [str(found) for found in cert.user_ids], "") if cert else []
    return plain(ids[0]) if ids else str(cert.fingerprint).upper()


def _check_age(primary: "Part", parts: Sequence["Part"]) -> None:
    """Raise SealError for a key that has not been made yet."""
    limit = datetime.now(UTC)
    usable = [part for part in parts if part.encrypts and part.created <= limit]
    newest = primary.created if primary.created > limit else None
    if newest is None and not usable:
        newest = max((part.created for part in parts if part.encrypts), default=None)
    newest = newest or primary.signed_after(limit)
    if newest == NEVER:
        raise ValueError("no date")
    if newest:
        raise SealError(
            f"It says that it was made at {newest:%Y-%m-%d %H:%M} UTC, which is in the future: the clock here or "
            "there is wrong. Set it; the key can be used after that time and a restart."
        )


def _revokes(signature: bytes, cert: Cert) -> bool:
    """Return whether `signature`, found in some file, is the owner's word that `cert` is revoked."""
    primary, *others = list(PacketPile.from_bytes(bytes(cert)))
    data = bytes(primary) + signature + b"".join(bytes(packet) for packet in others)
    try:
        return bool(attempt(lambda: Cert.from_bytes(data).is_revoked, "no"))
    except SealError:
        return False


def try_key(cert: Cert) -> None:
    """Seal to this key alone. Raise SealError when that cannot be done."""
    fix = "Ask its owner for a key with an encryption part; the programs make one unless told otherwise."
    attempt(lambda: encrypt(TRIAL, recipients=[cert], armor=False), f"The key can only sign. {fix}")


def _bytes(parts: Sequence["Part"]) -> bytes:
    return b"".join(bytes(packet) for part in parts for packet in part.packets)


class Part:
    """A primary key or subkey with the packets that follow it."""

    def __init__(self, packets: list[Packet]) -> None:
        self.packets = packets

    @property
    def created(self) -> datetime:
        """When the key was made."""
        return self.packets[0].key_created or NEVER

    @property
    def weak(self) -> bool:
        """Whether it is RSA of so few bits that it can be broken."""
        body = bytes(self.packets[0].body)
        return body[0] == 4 and body[5] in RSA and int.from_bytes(body[6:8], "big") < SHORTEST_RSA

    @property
    def signed(self) -> bool:
        """Whether anybody signed it."""
        return any(_read(packet, "tag") == Tag.Signature for packet in self.packets)

    @property
    def revoked(self) -> bool:
        """Whether its owner took it back."""
        kinds = (str(_read(packet, "signature_type")) for packet in self.packets)
        return any("SubkeyRevocation" in kind for kind in kinds)

    @property
    def encrypts(self) -> bool:
        """Whether it is meant for encryption."""
        flags = getattr(self._binding, "key_flags", None)
        return bool(flags and (flags.transport_encryption or flags.storage_encryption))

    @property
    def expires(self) -> datetime:
        """When it expires by the latest word of its owner."""
        period = getattr(self._binding, "key_validity_period", None)
        return self.created + period if period else NEVER

    def signed_after(self, limit: datetime) -> datetime | None:
        """Return when its owner signed it, if all of that is later than `limit`."""
        dates = [date for packet in self.packets if (date := _read(packet, "signature_created"))]
        return min(dates) if dates and min(dates) > limit else None

    @property
    def _binding(self) -> Packet | None:
        bindings = [packet for packet in self.packets if "SubkeyBinding" in str(_read(packet, "signature_type"))]
        return max(bindings, key=lambda packet: _read(packet, "signature_created") or NEVER, default=None)


def _read(packet: Packet, name: str) -> Any:
    """Return what a packet says, None where it cannot be understood."""
    try:
        return attempt(lambda: getattr(packet, name, None), "unknown")
    except SealError:
        return None


def _parts(pile: list[Packet]) -> Iterator[Part]:
    """Yield the primary key first, with user names and signatures, then each subkey."""
    start = 0
    for end, packet in enumerate(pile):
        if _read(packet, "tag") == Tag.PublicSubkey:
            yield Part(pile[start:end])
            start = end
    yield Part(pile[start:])
