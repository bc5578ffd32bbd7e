"""Drawings (SVG) are served as they are, so nothing may be in them that acts, or asks anybody for anything.

A page shows them as `<img>`, where browsers run no script of theirs; opened by themselves they would be a page.
"""

import re
from xml.parsers import expat

from plugins.pictures.picture import PictureError

ACTING = frozenset({"script", "foreignObject", "iframe", "embed", "object", "audio", "video", "handler", "listener"})
LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")
ADDRESSES = ("href", "xlink:href", "src")
ELSEWHERE = re.compile(r"@import|url\(\s*['\"]?(?!#)|javascript:", re.IGNORECASE)
SIZES = re.compile(r"[\s,]+")


def size(data: bytes, name: str) -> tuple[int, int]:
    """Width and height of the drawing in `data`. Raises PictureError, with the line, for one that is not safe."""
    return Reader(name).size(data)


class Reader:
    """Reads one drawing from top to bottom."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: tuple[str, dict[str, str]] | None = None
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._element
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = lambda *_: self._refuse("has a DOCTYPE", "Remove it.")

    def size(self, data: bytes) -> tuple[int, int]:
        """Width and height, from the attributes of the root or its viewBox."""
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            raise self._wrong(
                f"is no SVG ({expat.ErrorString(error.code)})", "Export it again.", error.lineno
            ) from None
        tag, attributes = self.root or ("", {})
        box = SIZES.split(attributes.get("viewBox", "").strip())
        sides = [LENGTH.fullmatch(attributes.get(side, "")) for side in ("width", "height")]
        found = [side[1] for side in sides if side]
        found = found if len(found) == 2 else box[2:4]
        try:
            width, height = (round(float(side)) for side in found)
        except ValueError:
            width = height = 0
        if tag.rpartition(":")[2] != "svg" or width < 1 or height < 1:
            raise self._wrong("does not say how large it is", "Add `width` and `height`, or a `viewBox`.", 1)
        return width, height

    def _element(self, tag: str, attributes: dict[str, str]) -> None:
        self.root = self.root or (tag, attributes)
        if tag.rpartition(":")[2] in ACTING:
            self._refuse(f"has <{tag}>", "Remove it: a picture only shows.")
        for name, value in attributes.items():
            if name.lower().startswith("on"):
                self._refuse(f"has {name}=", "Remove it: a picture only shows.")
            if name in ADDRESSES and not value.startswith("#"):
                self._refuse(f"refers to {value[:40]!r}", "Put what it needs into the drawing itself.")
            self._text(value)

    def _text(self, text: str) -> None:
        if ELSEWHERE.search(text):
            self._refuse("refers to another file", "Put what it needs into the drawing itself.")

    def _refuse(self, what: str, mend: str) -> None:
        raise self._wrong(what, mend, self.parser.CurrentLineNumber)

    def _wrong(self, what: str, mend: str, line: int) -> PictureError:
        return PictureError(f"{self.name!r} {what}.", mend, line)
