"""A material as a sheet of paper."""

from xml.etree import ElementTree as ET

import pytest

from plugins.features.materials.sheet import code, download
from tests.pages import a_page

PAPERS = [("card", "A6"), ("leaflet", "A4"), ("poster", "A3"), ("lesson", "A4"), ("booklet", "A4")]


@pytest.mark.parametrize(("format", "paper"), PAPERS)
def test_download(format, paper):
    """A material is offered beside its page, with the size of its paper."""
    page = a_page(
        lang="be", key="prevention/materials/x", url="be/prevention/materials/x/", format=format
    )
    assert (download(page).name, download(page).about) == (
        "be/prevention/materials/x/x-be.pdf",
        paper,
    )


def test_code():
    """The QR code of an address is well-formed SVG, and another one for another address."""
    one, other = code("https://example.org/be/"), code("https://example.org/ru/")
    assert ET.fromstring(one).tag.endswith("svg") and one != other
