"""Sealing: OpenPGP encryption to the counsellors' keys, after each key was judged and tried.

pysequoia encrypts to expired and revoked keys without a word, and to keys that announce it in packets which GnuPG 2.2
and Thunderbird cannot read. So each file is examined first, a trial is made at start, and every sealed message is
looked at again before it leaves this module.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from pysequoia import ArmorKind, Cert, armor, encrypt
from pysequoia.packet import Packet, PacketPile, Tag

TRIAL = b"trial"
# What every OpenPGP program of the last twenty years reads (RFC 4880, 5.1 and 5.13).
READABLE = {("PKESK", 3), ("SEIP", 1)}
NEVER = datetime.max.replace(tzinfo=UTC)


class SealError(Exception):
    """What is wrong with a key, or with all of them together, and how to mend it."""


class Key(NamedTuple):
    """A public key that can be sealed to; `expires` is when the first of its necessary parts does."""

    file: str
    owner: str
    expires: datetime
    cert: Cert

    def expired(self, now: datetime) -> bool:
        """Whether it has expired; it is sealed to all the same, since its owner can still read."""
        return self.expires <= now


class Seal:
    """Seals to `keys`. Raises SealError when what they give together cannot be read by everybody.

    `readable` False leaves that out: for throw-away keys, whose messages only our own inbox reads.
    """

    def __init__(self, keys: Sequence[Key], readable: bool = True) -> None:
        self.keys = tuple(keys)
        self._certs = [key.cert for key in keys]
        self._readable = readable
        self.seal(TRIAL)

    def seal(self, data: bytes) -> str:
        """`data`, encrypted and armoured. Raises SealError rather than return what some program cannot read."""
        sealed = encrypt(data, recipients=self._certs, armor=False)
        if self._readable and not packets(sealed) <= READABLE:
            raise SealError(
                "Sealed to these keys together, a message can be read neither by GnuPG 2.2 nor by Thunderbird. "
                "Make the recovery key with GnuPG (deploy/STAFF.md): with it the messages can be read by all."
            )
        return str(armor(sealed, ArmorKind.Message))

    def expired(self, now: datetime) -> list[Key]:
        """The keys that have expired by `now`."""
        return [key for key in self.keys if key.expired(now)]


def read_keys(folder: Path) -> tuple[list[Key], list[str]]:
    """The usable keys in the files of `folder`, and for every other file why it is not."""
    keys, refused = [], []
    for file in sorted(folder.glob("*")):
        try:
            keys.append(examine(file.name, file.read_bytes()))
        except SealError as error:
            refused.append(f"{file}: {error}")
        except OSError as error:
            refused.append(f"{file}: It cannot be read ({error.strerror}). Mend its permissions.")
    return keys, refused


def examine(name: str, data: bytes) -> Key:
    """The key in `data`. Raises SealError for a secret, revoked or sign-only key and for what is no key."""
    try:
        pile, cert = list(PacketPile.from_bytes(data)), Cert.from_bytes(data)
    except Exception:
        raise SealError("This is no OpenPGP key. Export the public key again.") from None
    if any(packet.tag in (Tag.SecretKey, Tag.SecretSubkey) for packet in pile):
        raise SealError("It holds a SECRET key. Delete it here, tell its owner, and export the public key instead.")
    if cert.is_revoked:
        raise SealError("The key is revoked. Remove the file and ask its owner for the new key.")
    return _tried(name, *_narrowed(pile, cert))


def packets(sealed: bytes) -> set[tuple[str, int]]:
    """The kinds of packets in `sealed` and their versions."""
    return {(str(packet.tag).rpartition(".")[2], packet.body[0]) for packet in PacketPile.from_bytes(sealed)}


def _tried(name: str, cert: Cert, expires: datetime) -> Key:
    try:
        encrypt(TRIAL, recipients=[cert], armor=False)
    except Exception:
        mend = "Ask its owner for a key with an encryption part; the programs make one unless told otherwise."
        raise SealError(f"The key can only sign. {mend}") from None
    owner = str(cert.user_ids[0]) if cert.user_ids else str(cert.fingerprint).upper()
    return Key(name, owner, expires, cert)


def _narrowed(pile: list[Packet], cert: Cert) -> tuple[Cert, datetime]:
    """The key with only that encryption part which will be good for longest, and when the whole expires."""
    primary, *parts = _parts(pile)
    good = [part for part in parts if part.encrypts and not part.revoked]
    best = max(good, key=lambda part: (part.expires, part.created), default=None)
    expires = min(cert.expiration or NEVER, best.expires if best else NEVER)
    kept = [primary, best] if best else [primary]
    return (cert if kept == [primary, *parts] else Cert.from_bytes(_bytes(kept))), expires


def _bytes(parts: list["Part"]) -> bytes:
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
    def revoked(self) -> bool:
        """Whether its owner took it back."""
        return any("SubkeyRevocation" in str(packet.signature_type) for packet in self.packets)

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

    @property
    def _binding(self) -> Packet | None:
        bindings = [packet for packet in self.packets if "SubkeyBinding" in str(packet.signature_type)]
        return max(bindings, key=lambda packet: packet.signature_created or NEVER, default=None)


def _parts(pile: list[Packet]) -> Iterator[Part]:
    """The primary key first, with user names and signatures, then each subkey."""
    start = 0
    for end, packet in enumerate(pile):
        if packet.tag == Tag.PublicSubkey:
            yield Part(pile[start:end])
            start = end
    yield Part(pile[start:])
