"""The drawings of the theme are of one hand: two inks, one size, and hardly any weight."""

import re
from xml.etree import ElementTree

import brotli
import pytest

from tests.conftest import MAIN

FOLDER = MAIN / "theme" / "templates" / "drawings"
DRAWINGS = sorted(FOLDER.glob("*.svg"))
HEAVIEST = 700  # bytes, brotli
SVG = "{http://www.w3.org/2000/svg}"
FRAME = {
    "class": "drawing", "viewBox": "0 0 48 48", "width": "48", "height": "48", "fill": "none",
    "stroke": "currentColor", "stroke-width": "2.5", "stroke-linecap": "round", "stroke-linejoin": "round",
    "aria-hidden": "true", "focusable": "false",
}  # fmt: skip

each = pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)


@each
def test_one_frame(file):
    """A drawing has the size, the pen and the silence of all others."""
    assert ElementTree.parse(file).getroot().attrib == FRAME


@each
def test_two_inks(file):
    """It has a line in the first ink and one in the second, and no colour of its own."""
    paths = list(ElementTree.parse(file).getroot())
    assert [(one.tag, one.get("class")) for one in paths] == [
        (f"{SVG}path", None),
        (f"{SVG}path", "drawing__second"),
    ]


@each
def test_weight(file):
    """It weighs next to nothing."""
    assert len(brotli.compress(file.read_bytes())) <= HEAVIEST


@each
def test_within_its_frame(file):
    """Every absolute point lies inside the frame."""
    moves = re.findall(r"M\s*(-?[\d.]+)[ ,]?(-?[\d.]+)", file.read_text(encoding="utf-8"))
    assert [point for point in moves if not all(0 < float(place) < 48 for place in point)] == []


@each
def test_used(file):
    """It belongs to a page or a kind of material, or stands where nothing is found."""
    keys = {re.sub(r"^\d+-", "", page.stem) for page in (MAIN / "content" / "en").rglob("*.md")}
    folders = {
        re.sub(r"^\d+-", "", one.name)
        for one in (MAIN / "content" / "en").rglob("*")
        if one.is_dir()
    }
    materials = {"card", "leaflet", "poster", "lesson", "booklet", "sheet"}
    assert file.stem in keys | folders | materials
