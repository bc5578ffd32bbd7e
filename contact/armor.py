"""Whether a text is an OpenPGP message and nothing else: a last look before anything leaves."""

import binascii
import re
from collections.abc import Iterator

# RFC 9580, 6.2: the armour of a message, its headers, its body and a checksum that may be missing.
ARMOR = re.compile(
    r"-----BEGIN PGP MESSAGE-----\r?\n(?:[A-Za-z]+: [\x20-\x7e]*\r?\n)*\r?\n"
    r"([A-Za-z0-9+/=\r\n]+?)(?:\r?\n=[A-Za-z0-9+/]{4})?\r?\n-----END PGP MESSAGE-----\s*"
)
PKESK, SEIP = 1, 18  # RFC 9580, 5


def is_sealed(text: str) -> bool:
    """Return whether `text` is session keys followed by encrypted data, in armour, and no more."""
    found = ARMOR.fullmatch(text)
    if not found:
        return False
    try:
        tags = list(packet_tags(binascii.a2b_base64("".join(found[1].split()), strict_mode=True)))
    except (ValueError, IndexError, binascii.Error):
        return False
    return len(tags) > 1 and set(tags[:-1]) == {PKESK} and tags[-1] == SEIP


def packet_tags(data: bytes) -> Iterator[int]:
    """Yield the kind of each packet in `data`. Raise ValueError or IndexError for what is none."""
    at = 0
    while at < len(data):
        head = data[at]
        if not head & 0x80:
            raise ValueError("no packet")
        yield head & 0x3F if head & 0x40 else (head >> 2) & 0x0F
        at = _end_new(data, at + 1) if head & 0x40 else _end_old(data, at + 1, head & 3)
    if at != len(data):
        raise ValueError("cut off")


def _end_new(data: bytes, at: int) -> int:
    """Return where a packet ends whose length begins at `at` (RFC 9580, 4.2.1)."""
    first = data[at]
    if first < 192:
        return at + 1 + first
    if first < 224:
        return at + 2 + ((first - 192) << 8) + data[at + 1] + 192
    if first < 255:  # a part of it; the rest follows with a length of its own
        return _end_new(data, at + 1 + (1 << (first & 0x1F)))
    return at + 5 + int.from_bytes(data[at + 1 : at + 5], "big")


def _end_old(data: bytes, at: int, kind: int) -> int:
    """Return where a packet of the older form ends (RFC 9580, 4.2.2)."""
    if kind == 3:
        return len(data)
    size = 1 << kind
    return at + size + int.from_bytes(data[at : at + size], "big")
