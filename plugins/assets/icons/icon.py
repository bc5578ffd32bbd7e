"""The icon of the site, a road, in the forms that browsers ask for; all are made from one drawing.

A browser that rounds the corners itself is given a whole ground; one that cuts out a shape finds
the road within the circle that it always shows, 80 % of the picture (W3C Web App Manifest, 4.1.2).
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from jinja2 import Environment

SVG = "http://www.w3.org/2000/svg"
ElementTree.register_namespace("", SVG)
SIDE = 32  # of the drawing
PAGE = """#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes({source}), format: "svg", width: {points}pt)"""
POINTS = 2  # pixels a point, see plugins.export.printing.picture


@dataclass(frozen=True)
class Form:
    """A form of the icon: its file, its side in pixels, and what makes its drawing of the icon;
    `purpose` is what the manifest says of it, nothing where it is not in it."""

    name: str
    side: int
    drawing: Callable[[str], str]
    purpose: str = ""


def plain(icon: str) -> str:
    """Return the icon as it is drawn."""
    return icon


def whole(icon: str) -> str:
    """Return it on a ground without corners, with some room around."""
    return _around(icon, 2)


def maskable(icon: str) -> str:
    """Return it with as much room around as a shape may cut off."""
    return _around(icon, 5)


def monochrome(icon: str) -> str:
    """Return the road alone, for browsers that give it a colour."""
    drawing, ground = _read(icon)
    drawing.remove(ground)
    return _written(drawing)


FORMS = (
    Form("apple-touch-icon.png", 180, whole),
    Form("icons/192.png", 192, plain, "any"),
    Form("icons/512.png", 512, plain, "any"),
    Form("icons/maskable.png", 512, maskable, "maskable"),
    Form("icons/monochrome.png", 512, monochrome, "monochrome"),
)
FAVICON = Form("favicon.ico", 32, plain)


def _read(icon: str) -> tuple[ElementTree.Element, ElementTree.Element]:
    """Return the drawing, and its ground, which is what it begins with."""
    drawing = ElementTree.fromstring(icon)
    return drawing, drawing[0]


def _around(icon: str, room: int) -> str:
    drawing, ground = _read(icon)
    side = str(SIDE + 2 * room)
    drawing.set("viewBox", f"{-room} {-room} {side} {side}")
    for name, value in {"x": str(-room), "y": str(-room), "width": side, "height": side}.items():
        ground.set(name, value)
    ground.attrib.pop("rx", None)
    return _written(drawing)


def _written(drawing: ElementTree.Element) -> str:
    return ElementTree.tostring(drawing, encoding="unicode")


def png(speaking: Environment, drawing: str, side: int) -> bytes:
    """Return `drawing` as PNG, `side` pixels wide, of no more colours than it has."""
    from PIL import Image  # noqa: PLC0415 (most builds make no icon)

    target = BytesIO()
    with Image.open(BytesIO(_rastered(drawing, side))) as opened:
        opaque = opened.convert("RGBA").getchannel("A").getextrema() == (255, 255)
        few: Any = opened.convert("RGB" if opaque else "RGBA")
        few.quantize(32, Image.Quantize.FASTOCTREE).save(target, "PNG", optimize=True)
    return target.getvalue()


def ico(speaking: Environment, drawing: str, side: int) -> bytes:
    """Return `drawing` as browsers read it that ask for /favicon.ico by themselves."""
    from PIL import Image  # noqa: PLC0415

    target = BytesIO()
    with Image.open(BytesIO(_rastered(drawing, side))) as opened:
        opened.convert("RGBA").save(target, "ICO", sizes=[(16, 16), (side, side)])
    return target.getvalue()


def _rastered(drawing: str, side: int) -> bytes:
    from plugins.export.printing import EPOCH, picture  # noqa: PLC0415
    from plugins.export.typesetting import typ  # noqa: PLC0415

    return picture(PAGE.format(source=typ(drawing), points=side / POINTS), EPOCH)


def manifest(name: str, forms: tuple[Form, ...] = FORMS) -> str:
    """Return the manifest of the site called `name`: its icons for those who put it among their
    own, and nothing that makes a program of it."""
    icons = [
        {
            "src": one.name,
            "sizes": f"{one.side}x{one.side}",
            "type": "image/png",
            "purpose": one.purpose,
        }
        for one in forms
        if one.purpose
    ]
    said = {"name": name, "start_url": "./", "display": "browser", "icons": icons}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
