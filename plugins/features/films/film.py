"""A film as its file tells of itself (MP4, ISO/IEC 14496-12): how large it is, how long,
and whether it has sound."""

import struct
from collections.abc import Mapping

from plugins.model.film import Film, poster


def seen(name: str, data: bytes, found: Mapping[str, str]) -> Film:
    """Return the film in `data`; `found` are its captions by language."""
    width, height = size(data)
    long, heard = seconds(data), has_sound(data)
    return Film(name, width, height, long, len(data), poster(name), found, heard)


def size(data: bytes) -> tuple[int, int]:
    """Return width and height of the picture (8.3.2, `tkhd`); of several tracks, of the largest.
    0 and 0 of what is no film."""
    sizes = [(0, 0)]
    at = data.find(b"tkhd")
    while at >= 4:
        (length,) = struct.unpack_from(">I", data, at - 4)
        end = at - 4 + length
        if end <= len(data):
            wide, high = struct.unpack_from(">II", data, end - 8)
            sizes.append((wide >> 16, high >> 16))
        at = data.find(b"tkhd", at + 4)
    return max(sizes)


def has_sound(data: bytes) -> bool:
    """Return whether one of its tracks is heard (8.4.3, `hdlr`)."""
    at = data.find(b"hdlr")
    while at >= 0:
        if data[at + 12 : at + 16] == b"soun":
            return True
        at = data.find(b"hdlr", at + 4)
    return False


def seconds(data: bytes) -> int:
    """Return how long it is (8.2.2, `mvhd`); 0 of what is no film."""
    at = data.find(b"mvhd")
    if at < 0 or len(data) < at + 36:
        return 0
    long = data[at + 4] == 1
    scale, length = struct.unpack_from(">IQ" if long else ">II", data, at + (24 if long else 16))
    return round(length / scale) if scale else 0
