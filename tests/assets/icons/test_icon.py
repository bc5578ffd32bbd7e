"""The icon in the forms that browsers ask for."""

import json
import re
from math import hypot

import pytest
from PIL import Image

from plugins.assets.icons.icon import FAVICON, FORMS, manifest, maskable, monochrome
from tests.conftest import MAIN

ICON = (MAIN / "theme" / "static" / "icon.svg").read_text(encoding="utf-8")
GROUND = (11, 74, 86)
SAFE = 0.4  # of the side: the radius of the circle that is always shown
CORNERS = [(0, 0), (1, 0), (0, 1), (1, 1)]
HEAVIEST = 8192  # bytes
each = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


def shown(site, form):
    """The picture of a form, as a build has made it."""
    return Image.open(site.folder / form.name).convert("RGBA")


def corners(picture):
    last = picture.width - 1
    return [picture.getpixel((x * last, y * last)) for x, y in CORNERS]


def is_ground(pixel):
    """Whether a pixel is of the ground and covers what is below; its colour may be that of the
    palette next to it."""
    *colour, alpha = pixel
    return alpha == 255 and all(abs(a - b) < 4 for a, b in zip(colour, GROUND, strict=True))


def named(part):
    return next(form for form in FORMS if part in form.name)


@each
def test_size(example, form):
    """A picture is as large as its form says."""
    assert shown(example, form).size == (form.side, form.side)


@each
def test_weight(example, form):
    """It weighs little."""
    assert (example.folder / form.name).stat().st_size <= HEAVIEST


def test_rounded(example):
    """The icon of a tab has round corners, through which the ground shows."""
    assert [alpha for *_, alpha in corners(shown(example, named("192")))] == [0] * 4


@pytest.mark.parametrize("name", ["apple-touch", "maskable"])
def test_whole(example, name):
    """Where the telephone rounds the corners, the ground reaches into them."""
    assert all(map(is_ground, corners(shown(example, named(name)))))


def test_safe_zone(example):
    """The road of the icon that is cut into a shape stands within the circle that all show."""
    picture = shown(example, named("maskable"))
    side, middle = picture.width, picture.width / 2
    road = [
        hypot(x + 0.5 - middle, y + 0.5 - middle) / side
        for x in range(side)
        for y in range(side)
        if not is_ground(picture.getpixel((x, y)))
    ]
    assert 0.25 < max(road) <= SAFE


def test_monochrome(example):
    """The icon in one colour is the road alone, its line open."""
    picture = shown(example, named("monochrome"))
    middle = [picture.getpixel((picture.width // 2, y))[3] for y in range(picture.height)]
    assert [alpha for *_, alpha in corners(picture)] == [0] * 4
    runs = re.findall("1+", "".join("1" if alpha > 127 else "0" for alpha in middle))
    assert len(runs) == 3
    assert "rect" not in monochrome(ICON)


def test_favicon(example):
    """What browsers ask for by themselves has both sizes of a tab."""
    with Image.open(example.folder / FAVICON.name) as picture:
        assert picture.info["sizes"] == {(16, 16), (32, 32)}


def test_manifest():
    """The manifest names each picture with its size and purpose, and makes no program of the
    site."""
    said = json.loads(manifest("A name"))
    assert (said["name"], said["display"]) == ("A name", "browser")
    assert [(one["src"], one["sizes"], one["purpose"]) for one in said["icons"]] == [
        ("icons/192.png", "192x192", "any"),
        ("icons/512.png", "512x512", "any"),
        ("icons/maskable.png", "512x512", "maskable"),
        ("icons/monochrome.png", "512x512", "monochrome"),
    ]


def test_one_drawing():
    """All are made of the drawing that the theme has."""
    other = ICON.replace("M6.4", "M6.5")
    assert maskable(other) != maskable(ICON)


def test_head(example):
    """A page names the icon, its picture for telephones and the manifest."""
    found = named_in(example.page("en/"))
    assert found == ["/icon.svg", "/apple-touch-icon.png", "/manifest.json"]


def named_in(page):
    rels = ("icon", "apple-touch-icon", "manifest")
    return [link.get("href") for link in page.all("link") if link.get("rel") in rels]
