"""The signs that can be printed: those for which the fonts of what is printed have a glyph.

Their character map is read as the OpenType specification has it (1.9.1, cmap, formats 4 and 12).
"""

import re
import struct
from collections.abc import Iterator
from functools import cache
from html import unescape
from importlib.resources import files
from itertools import chain
from pathlib import Path

from plugins.model.message import Message

FONTS = ("fontpkg_ibm_plex_sans", "fontpkg_ibm_plex_sans_arabic")
IN_WORDS = Message("Say it in words, or put a picture there.")
# No glyph is wanted: spaces, and what programs leave out of sight (Unicode 16.0, property
# Default_Ignorable_Code_Point); plugins.model.characters says what of it is refused.
UNSEEN = re.compile(
    "[\x7f-\xa0\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\ufe00-\ufe0f\ufeff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|(\d+));?")


def unprintable(text: str) -> str:
    """Return the signs of `text`, each once, that cannot be printed."""
    unusual = {sign for sign in set(text) if sign > "~"} - _covered()
    return UNSEEN.sub("", "".join(sorted(unusual)))


def no_glyph(sign: str, name: str) -> Message:
    """Return what is wrong with a `sign` of that `name` that cannot be printed."""
    return Message(
        "%(sign)r (%(name)s) cannot be printed: our fonts have no such sign.", sign=sign, name=name
    )


def references(text: str) -> str:
    """Return the signs that `text` names by their numbers, such as `&#128222;`."""
    found = REFERENCE.findall(text)
    numbers = (int(sixteen, 16) if sixteen else int(ten) for sixteen, ten in found)
    return "".join(chr(number) for number in numbers if number < 0x110000)


def spelled(text: str) -> str:
    """Return `text` with every sign that it names as that sign."""
    return unescape(text) + references(text)


@cache
def _covered() -> frozenset[str]:
    return frozenset(chr(code) for file in _fonts() for code in codes(file.read_bytes()))


def _fonts() -> Iterator[Path]:
    for package in FONTS:
        folder = Path(str(files(package) / "files"))
        yield next(file for file in sorted(folder.iterdir()) if "Italic" not in file.name)


def codes(font: bytes) -> frozenset[int]:
    """Return the code points for which a font in the form of OpenType has a glyph."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = (struct.unpack_from(">4sIII", font, 12 + 16 * number) for number in range(count))
    start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    below = struct.unpack_from(">H", font, start + 2)[0]
    places = (struct.unpack_from(">HHI", font, start + 4 + 8 * n)[2] for n in range(below))
    return frozenset(chain.from_iterable(_subtable(font, start + place) for place in places))


def _subtable(font: bytes, at: int) -> Iterator[int]:
    form = struct.unpack_from(">H", font, at)[0]
    return {4: _segments, 12: _groups}.get(form, _none)(font, at)


def _segments(font: bytes, at: int) -> Iterator[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
    for first, last in zip(starts, ends, strict=True):
        yield from range(first, min(last, 0xFFFE) + 1)


def _groups(font: bytes, at: int) -> Iterator[int]:
    count = struct.unpack_from(">I", font, at + 12)[0]
    for number in range(count):
        first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * number)
        yield from range(first, last + 1)


def _none(font: bytes, at: int) -> Iterator[int]:
    return iter(())
