"""Drawings (SVG) are served as they are, so nothing may be in them that acts,
or asks anybody for anything.

A page shows them as `<img>`, where browsers run no script of theirs; opened by themselves they
would be a page.
"""

import re
from xml.parsers import expat

from plugins.images.drawing_words import ATTRIBUTES, ELEMENTS, FUNCTIONS, IN_WORDS, SVG, XLINK
from plugins.images.picture import PictureError
from plugins.model.message import Message

LARGEST = 2_000_000  # bytes
LONGEST = 20_000  # pixels of a side
MOST_USES = 500
LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")
SIZES = re.compile(r"[\s,]+")
ADDRESSES = frozenset({"href", f"{XLINK} href"})
INSIDE = re.compile(r"#[\w.:-]+")
# CSS: escapes (CSS Syntax Level 3, 4.3.7), comments, and what calls something.
ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|\s)?|(\r\n|[\n\r\f])|(.))", re.DOTALL)
COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
# Begins only where a word does, so that a long one is looked at once.
CALL = re.compile(r"(?<![^\s(){};:,+*/])([^\s(){};:,+*/]*+) ?\((?= ?([^()]*))")
OUTSIDE = re.compile(r"@|//|script\s*:|data\s*:|-moz-binding|behavior\s*:", re.IGNORECASE)
REMOVE = Message("Remove it: a picture only shows.")
INTO = Message("Put what it needs into the drawing itself.")
EXPORT = Message("Remove it, or export the drawing as plain or optimised SVG.")


def size(data: bytes, name: str) -> tuple[int, int]:
    """Width and height of the drawing in `data`. Raises PictureError, with the line,
    for one that is not safe."""
    return Reader(name).size(data)


def readings(css: str) -> set[str]:
    """Return `css` with escapes decoded, with its comments and without:
    one in a string or behind an escape is none."""
    return {" ".join(ESCAPE.sub(_decoded, one).split()) for one in (css, COMMENT.sub("", css))}


def asks_elsewhere(css: str) -> bool:
    """Whether `css` can ask for anything outside the drawing, or act."""
    return any(
        OUTSIDE.search(plain)
        or not all(_is_harmless(name.lower(), value) for name, value in CALL.findall(plain))
        for plain in readings(css)
    )


class Reader:
    """Reads one drawing from top to bottom."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: tuple[str, dict[str, str]] | None = None
        self.inside: list[str] = []  # the anchors of the elements that are open
        self.uses: list[
            tuple[frozenset[str], str]
        ] = []  # the anchors around each use, and the one it shows again
        self.style: list[str] | None = None  # the pieces of the style sheet that is being read
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = lambda *_: self._refuse(
            Message("has %(tag)s", tag="<!DOCTYPE"), Message("Remove it.")
        )
        self.parser.ProcessingInstructionHandler = lambda target, _: self._refuse(
            Message("has %(tag)s", tag=f"<?{target}"), Message("Remove it.")
        )

    def size(self, data: bytes) -> tuple[int, int]:
        """Width and height, from the attributes of the root or its viewBox."""
        if len(data) > LARGEST:
            raise self._wrong(
                Message("has more than 2 MB"), Message("Export it simpler, or as a picture."), 1
            )
        try:
            self.parser.Parse(data, True)
        except PictureError:
            raise
        except (expat.ExpatError, ValueError, LookupError) as error:
            said = (
                expat.ErrorString(error.code) if isinstance(error, expat.ExpatError) else str(error)
            )
            raise self._wrong(
                Message("is no SVG (%(said)s)", said=said),
                Message("Export it again."),
                getattr(error, "lineno", 1),
            ) from None
        shown_again = {target for _, target in self.uses}
        if len(self.uses) > MOST_USES or any(around & shown_again for around, _ in self.uses):
            raise self._wrong(
                Message("shows parts of it again and again"),
                Message("Export it as optimised SVG."),
                1,
            )
        return self._sides()

    def _sides(self) -> tuple[int, int]:
        tag, attributes = self.root or ("", {})
        box = SIZES.split(attributes.get("viewBox", "").strip())
        sides = [LENGTH.fullmatch(attributes.get(side, "")) for side in ("width", "height")]
        found = [side[1] for side in sides if side]
        found = found if len(found) == 2 else box[2:4]
        try:
            width, height = (round(float(side)) for side in found)
        except (ValueError, OverflowError):
            width = height = 0
        if tag != f"{SVG} svg" or not (1 <= width <= LONGEST and 1 <= height <= LONGEST):
            raise self._wrong(
                Message("does not say how large it is"),
                Message("Add `width` and `height`, or a `viewBox`."),
                1,
            )
        return width, height

    def _element(self, tag: str, attributes: dict[str, str]) -> None:
        self.root = self.root or (tag, attributes)
        namespace, _, local = tag.rpartition(" ")
        if namespace != SVG or local not in ELEMENTS:
            self._refuse(
                Message("has %(tag)s", tag=f"<{local}>"), EXPORT if namespace != SVG else REMOVE
            )
        self.style = [] if local == "style" else self.style
        for name, value in attributes.items():
            self._attribute(name, value)
        self.inside.append(attributes.get("id", ""))
        if local == "use":
            target = attributes.get("href", attributes.get(f"{XLINK} href", ""))
            self.uses.append((frozenset(filter(None, self.inside)), target.removeprefix("#")))

    def _attribute(self, name: str, value: str) -> None:
        if name not in ATTRIBUTES:
            self._refuse(
                Message("has %(tag)s", tag=f"{name.rpartition(' ')[2]}="),
                REMOVE if name.lower().startswith("on") else EXPORT,
            )
        if name in ADDRESSES and not INSIDE.fullmatch(value):
            self._refuse(Message("refers to %(value)r", value=value[:40]), INTO)
        if name not in IN_WORDS and asks_elsewhere(value):
            self._refuse(Message("refers to another file"), INTO)

    def _text(self, text: str) -> None:
        if self.style is not None:
            self.style.append(text)

    def _end(self, tag: str) -> None:
        self.inside.pop()
        if self.style is not None and asks_elsewhere("".join(self.style)):
            self._refuse(Message("refers to another file"), INTO)
        self.style = None if tag == f"{SVG} style" else self.style

    def _refuse(self, what: Message, fix: Message) -> None:
        raise self._wrong(what, fix, self.parser.CurrentLineNumber)

    def _wrong(self, what: Message, fix: Message, line: int) -> PictureError:
        return PictureError(Message("%(name)r %(what)s.", name=self.name, what=what), fix, line)


def _is_harmless(function: str, value: str) -> bool:
    if function == "url":
        return bool(INSIDE.fullmatch(value.strip().strip("'\"")))
    return function.lstrip("-") in FUNCTIONS or not function


def _decoded(found: re.Match[str]) -> str:
    code, newline, other = found.groups()
    if code:
        number = int(code, 16)
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return "" if newline else other
