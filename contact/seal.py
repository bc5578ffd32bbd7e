"""Sealing: OpenPGP encryption to the counsellors' keys.

pysequoia writes packets which GnuPG 2.2 and Thunderbird cannot read to keys that announce it. So a
trial is made at start, and every sealed message is looked at again before it leaves this module.
"""

from collections.abc import Sequence
from datetime import datetime

from pysequoia import ArmorKind, armor, encrypt
from pysequoia.packet import PacketPile

from contact.key import TRIAL, Key, SealError, attempt

# What every OpenPGP program of the last twenty years reads (RFC 4880, 5.1 and 5.13).
READABLE = {("PKESK", 3), ("SEIP", 1)}


class Unsealable(SealError):  # noqa: N818
    """One of the keys does not work, whatever its own packets say."""


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
        """Return `data`, encrypted and armoured. Raise SealError rather than return what some
        program cannot read.
        """
        try:
            sealed = attempt(lambda: encrypt(data, recipients=self._certs, armor=False), "")
        except SealError:
            raise Unsealable("It cannot be sealed to these keys: run `python -m contact health`.") from None
        if self._readable and not packets(sealed) <= READABLE:
            raise SealError(
                "Sealed to these keys together, a message can be read neither by GnuPG 2.2 nor by Thunderbird. "
                "Make the recovery key with GnuPG (deploy/STAFF.md): with it the messages can be read by all."
            )
        return str(armor(sealed, ArmorKind.Message))

    def expired(self, now: datetime) -> list[Key]:
        """Return the keys that have expired by `now`."""
        return [key for key in self.keys if key.expired(now)]


def packets(sealed: bytes) -> set[tuple[str, int]]:
    """Return the kinds of packets in `sealed` and their versions."""
    return {(str(packet.tag).rpartition(".")[2], packet.body[0]) for packet in PacketPile.from_bytes(sealed)}
