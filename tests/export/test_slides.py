"""A text as slides to change."""

import zipfile
from datetime import date
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from plugins.export.manuscript import Manuscript
from plugins.export.slides import slides

DAY = date(2026, 11, 29)
ABOUT = Manuscript("Урок", "ru", "ltr", "Организация", "29 ноября", "О чём он.", ("урок",))
HTML = (
    "<p>До начала.</p><h2>Цель</h2><p>Знать пять вопросов.</p>"
    '<h2>Шаги</h2><h3>Первый</h3><ol start="3"><li>Три &amp; больше<ul><li>глубже</li></ul></li>'
    '<li>Четыре</li></ol><ul class="checklist"><li>Карточки</li></ul>'
    "<table><tr><th>А</th><th>Б</th></tr><tr><td>1</td><td>2</td></tr></table>"
)
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def pages(html):
    archive = zipfile.ZipFile(BytesIO(slides(html, ABOUT, DAY)))
    root = ET.fromstring(archive.read("content.xml"))
    return [
        ["".join(one.itertext()) for one in page.iter(f"{TEXT}p")]
        for page in root.iter(f"{DRAW}page")
    ]


def test_headings():
    """The first slide has the title, and each heading with a text begins another."""
    assert [page[0] for page in pages(HTML)] == ["Урок", "Цель", "Первый"]


def test_words():
    """Every word of the text stands on a slide, in its order."""
    assert pages(HTML)[2][1:] == ["Три & больше", "глубже", "Четыре", "☐ Карточки", "А; Б", "1; 2"]


def test_numbers():
    """A numbered item has its number, also where a list does not begin with 1."""
    data = zipfile.ZipFile(BytesIO(slides(HTML, ABOUT, DAY))).read("content.xml").decode()
    assert 'start-value="3"><text:p>Три' in data and 'start-value="4"><text:p>Четыре' in data


def test_long():
    """What is too long for one slide goes on on the next, with the same heading."""
    long = "<h2>Список</h2><ul>" + "<li>пункт</li>" * 25 + "</ul>"
    found = pages(long)
    assert [page[0] for page in found] == ["Урок", *["Список"] * 3]
    assert sum(len(page) - 1 for page in found[1:]) == 25


@pytest.mark.parametrize("name", ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"])
def test_parts(name):
    """Every part is well-formed, and the type of the file stands first and unpacked."""
    archive = zipfile.ZipFile(BytesIO(slides(HTML, ABOUT, DAY)))
    first = archive.infolist()[0]
    ET.fromstring(archive.read(name))
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_same_bytes():
    """The same text gives the same file."""
    assert slides(HTML, ABOUT, DAY) == slides(HTML, ABOUT, DAY)
