"""A material in its forms."""

from xml.etree import ElementTree as ET

import pytest

from plugins.features.materials.sheet import FORMS, code, downloads
from plugins.reading.front_matter import MATERIALS
from tests.pages import a_page

PAPERS = [
    ("card", "85 × 54 мм"),
    ("leaflet", "A4"),
    ("poster", "A3"),
    ("lesson", "A4"),
    ("booklet", "A5"),
    ("sheet", "A4"),
]


@pytest.mark.parametrize(("format", "paper"), PAPERS)
def test_downloads(format, paper):
    """A material is offered beside its page; first as a PDF that says what paper it is for, then
    as a document to change."""
    page = a_page(
        lang="be", key="prevention/materials/x", url="be/prevention/materials/x/", format=format
    )
    first, *others = downloads(page)
    assert (first.name, first.about) == ("be/prevention/materials/x/x-be.pdf", paper)
    assert "be/prevention/materials/x/x-be.odt" in [one.name for one in others]


def test_every_format():
    """Whatever an editor may write as `Format` has forms."""
    assert set(FORMS) == set(MATERIALS)


def test_code():
    """The QR code of an address is well-formed SVG, and another one for another address."""
    one, other = code("https://example.org/be/"), code("https://example.org/ru/")
    assert ET.fromstring(one).tag.endswith("svg") and one != other
