"""A picture as pages show it: how large it is, in which sizes and forms it is made,
and under which names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from plugins.model.message import Message
from plugins.model.user_error import UserError

WIDTHS = (320, 640, 960, 1280)  # pixels; the last is twice the measure of the text
FORMS = ("avif", "webp", "jpg")  # the first that a browser knows; the last is known to all
# How files of a type are named; what is in any other cannot be shown.
ENDINGS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",), "AVIF": (".avif",)}
TINT = re.compile(r"--(?P<name>tint-[a-z]+):\s*#(?P<colour>[0-9a-f]{6})")

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Picture:
    """`name` is its path in the content folder, `digest` that of its bytes; width and height, in
    pixels, are as it is seen. `colour` is the one it has most of, None for a drawing (SVG).
    """

    name: str
    digest: str
    width: int
    height: int
    colour: Colour | None = None

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """The widths in which it is made; never larger than it is."""
        return (*(width for width in WIDTHS if width < self.width), min(self.width, WIDTHS[-1]))[
            : len(WIDTHS)
        ]

    def height_of(self, width: int) -> int:
        """Its height at that width."""
        return max(1, round(self.height * width / self.width))

    @property
    def type_name(self) -> str:
        """Its type as readers know it, such as JPEG."""
        ending = self.name[self.name.rfind(".") :].lower()
        return next((name for name, endings in ENDINGS.items() if ending in endings), "")

    def fitting(self, longest: int) -> tuple[int, int]:
        """Its size when no side is longer than `longest` pixels, 0 for any; never larger than it
        is."""
        side = max(self.width, self.height)
        if not longest or side <= longest:
            return self.width, self.height
        scale = longest / side
        return max(round(self.width * scale), 1), max(round(self.height * scale), 1)

    def file(self, width: int, form: str) -> str:
        """Where it is served: a name that changes with the picture,
        so that it can be cached for ever."""
        stem = re.sub(
            r"[^a-z0-9]+", "-", self.name.rpartition("/")[2].rpartition(".")[0].lower()
        ).strip("-")
        return f"pictures/{stem or 'picture'}-{self.digest[:10]}-{width}.{form}"


@dataclass(frozen=True)
class Flaw:
    """Why a picture cannot be shown, and how to fix it; `line` is where, in a drawing."""

    what: Message
    fix: Message
    line: int = 0


class PictureError(UserError):
    """A file that cannot be shown."""

    def __init__(self, what: Message, fix: Message, line: int = 0) -> None:
        super().__init__(what, fix)
        self.flaw = Flaw(what, fix, line)


def tints(stylesheet: str) -> dict[str, Colour]:
    """The few colours that stand in for a picture until it is there, by the class that has them."""
    return {found["name"]: _colour(found["colour"]) for found in TINT.finditer(stylesheet)}


def nearest(colour: Colour, known: Mapping[str, Colour]) -> str:
    """The class whose colour is most like `colour`; empty where there is none."""
    apart = {
        name: sum((one - other) ** 2 for one, other in zip(colour, tint, strict=True))
        for name, tint in known.items()
    }
    return min(apart, key=lambda name: apart[name], default="")


def _colour(written: str) -> Colour:
    red, green, blue = bytes.fromhex(written)
    return red, green, blue
