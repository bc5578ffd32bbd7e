"""A text as word processors open it: DOCX and ODT."""

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from plugins.export.manuscript import Manuscript, shaped
from plugins.export.office import office

DAY = date(2026, 11, 5)
LTR = Manuscript("Заголовок", "ru", "ltr", "LS", "5 ноября", "О чём", ("одно", "другое"))
RTL = Manuscript("عنوان", "ar", "rtl", "LS", "5", "ملخص", ("كلمة",))
NUMBER = '<p>رقم <a href="tel:1"><bdi dir="ltr">+375 17 2</bdi></a></p>'
TEXT = """<h2>Один</h2><h3>Два</h3>
<figure><img src="embedded:a.png" alt="Words" width="900"><figcaption>C · By me</figcaption></figure>
<p>in <img src="embedded:a.png" alt="Inline"> it</p>"""


def picture():
    target = BytesIO()
    Image.new("RGB", (900, 300), "teal").save(target, "PNG")
    return target.getvalue()


def parts(html, form, about):
    made = office(html, form, about, DAY, {"a.png": picture()})
    with zipfile.ZipFile(BytesIO(made)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


@pytest.fixture(scope="module")
def docx():
    return parts(TEXT, "docx", LTR)


@pytest.fixture(scope="module")
def odt():
    return parts(TEXT, "odt", LTR)


def test_docx_paper(docx):
    """A DOCX is on A4."""
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in docx["word/document.xml"]


def test_docx_language(docx):
    """A DOCX is checked in its own language."""
    assert '<w:lang w:val="ru"' in docx["word/styles.xml"]


def test_docx_tells(docx):
    """A DOCX says its title, its language and its keywords."""
    told = docx["docProps/core.xml"]
    assert all(f">{words}<" in told for words in ("Заголовок", "ru", "одно, другое"))


def test_docx_headings(docx):
    """Below the title the headings of a DOCX begin with the first level, and skip none."""
    text = docx["word/document.xml"]
    assert [f'"Heading{level}"' in text for level in (1, 2, 3)] == [True, True, False]


def test_docx_pictures(docx):
    """A DOCX has its pictures, with their words and the credit."""
    text = docx["word/document.xml"]
    assert (text.count("<w:drawing>"), "By me" in text) == (2, True)
    assert 'descr="Words"' in text
    assert 'descr="Inline"' in text


def test_odt_paper(odt):
    """An ODT is on A4."""
    assert 'fo:page-width="210mm"' in odt["styles.xml"]
    assert 'fo:page-height="297mm"' in odt["styles.xml"]


def test_odt_language(odt):
    """An ODT is checked in its own language."""
    assert 'fo:language="ru"' in odt["styles.xml"]
    assert 'fo:language="en"' not in odt["styles.xml"]


def test_odt_tells(odt):
    """An ODT says its title and its keywords."""
    assert "<dc:title>Заголовок</dc:title>" in odt["meta.xml"]
    assert "<meta:keyword>одно, другое</meta:keyword>" in odt["meta.xml"]


def test_odt_headings(odt):
    """Below the title the headings of an ODT begin with the first level."""
    assert 'text:outline-level="1">' in odt["content.xml"]
    assert 'text:outline-level="3">' not in odt["content.xml"]


def test_odt_pictures(odt):
    """An ODT has its pictures, each with its words, and the credit."""
    text = odt["content.xml"]
    assert "<svg:desc>Words</svg:desc></draw:frame>" in text
    assert "<svg:desc>Inline</svg:desc></draw:frame>" in text
    assert "By me" in text


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_parts_are_xml(form):
    """Whatever is put into a document, its parts stay XML."""
    for name, text in parts(TEXT + NUMBER, form, RTL).items():
        if name.endswith((".xml", ".rels")):
            assert ET.fromstring(text) is not None


@pytest.mark.parametrize(("form", "part"), [("docx", "word/document.xml"), ("odt", "content.xml")])
@pytest.mark.parametrize("about", [LTR, RTL], ids=["ltr", "rtl"])
def test_first_line(form, part, about):
    """What is to be read before anything else stands above the title."""
    text = parts("<p>x</p>", form, replace(about, first="EMBARGOED & so on"))[part]
    words = "".join(ET.fromstring(text).itertext()).split()
    assert " ".join(words).startswith(f"EMBARGOED & so on {about.title}")


def test_docx_right_to_left():
    """A DOCX in Arabic runs from right to left, its title too."""
    made = parts(NUMBER, "docx", RTL)
    assert "<w:bidi/></w:sectPr>" in made["word/document.xml"]
    assert "<w:pPr><w:bidi/>" in made["word/styles.xml"].replace("\n", "").replace(" ", "")


def test_odt_right_to_left():
    """An ODT in Arabic runs from right to left."""
    made = parts(NUMBER, "odt", RTL)["styles.xml"]
    assert 'style:writing-mode="rl-tb"' in made
    assert 'style:language-complex="ar"' in made


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_number_in_arabic(form):
    """A number keeps its order between Arabic words."""
    text = "".join(parts(NUMBER, form, RTL).values())
    assert "\u200e+375 17 2\u200e" in text


def test_number_elsewhere():
    """Where letters run from left to right no mark is needed."""
    assert shaped('<p>n <bdi dir="ltr">+375 17 2</bdi></p>') == "<p>n <span>+375 17 2</span></p>"


def test_same_bytes():
    """The same text is the same document, whenever it is made."""
    assert office(TEXT, "odt", LTR, DAY, {"a.png": picture()}) == office(
        TEXT, "odt", LTR, DAY, {"a.png": picture()}
    )


def test_checklist():
    """The boxes of a checklist are boxes in a document."""
    assert "☐ a" in shaped('<ul class="checklist"><li>a</li></ul>')


def test_callout():
    """The name of a callout is strong."""
    html = '<div class="admonition note"><p class="admonition-title">T</p><p>x</p></div>'
    assert "<strong>T</strong>" in shaped(html)
