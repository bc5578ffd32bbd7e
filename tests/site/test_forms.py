"""A release in every form beside its page."""

import json
import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from tests.conftest import EXAMPLE
from tests.site.pages import as_typed, build

LANGS = ["be", "ru", "en"]
ENDINGS = ["txt", "pdf", "odt", "docx", "eml", "json"]
WORDS = {"be": "Нумар у Беларусі", "ru": "Номер в Беларуси", "en": "The number in Belarus"}


def name(lang, ending):
    return f"{lang}/press/2026-06-summer/2026-06-summer-{lang}.{ending}"


def data(output, lang, ending):
    return (output.folder / name(lang, ending)).read_bytes()


def pdf(output, lang):
    return PdfReader(BytesIO(data(output, lang, "pdf")))


@pytest.mark.parametrize("lang", LANGS)
def test_offered(example, lang):
    """The page offers every form, with its type and size."""
    links = example.page(f"{lang}/press/2026-06-summer/").of_class("downloads__link")
    assert [link.get("href") for link in links] == [
        f"/{name(lang, ending)}" for ending in (*ENDINGS, "zip")
    ]
    assert all(link.findtext("span") for link in links)


@pytest.mark.parametrize("lang", LANGS)
def test_text(example, lang):
    """The text to paste has headline, body, the end, who we are and whom to ask, in this order."""
    text = as_typed(data(example, lang, "txt").decode())
    places = [
        text.rindex(words)
        for words in (" 2\n", WORDS[lang], "\n— ", "International", "+375", "http")
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("lang", LANGS)
def test_pdf_is_accessible(example, lang):
    """A PDF is tagged, titled, says its language, and claims PDF/UA-1."""
    catalogue = pdf(example, lang).trailer["/Root"]
    claims = catalogue["/Metadata"].get_object().get_data().decode()
    assert (catalogue["/Lang"][:2], catalogue["/MarkInfo"]["/Marked"]) == (lang, True)
    assert "<pdfuaid:part>1</pdfuaid:part>" in claims
    assert pdf(example, lang).metadata.title


@pytest.mark.parametrize("lang", LANGS)
def test_pdf_fonts(example, lang):
    """Every font of a PDF is embedded."""
    fonts = [
        font.get_object()
        for page in pdf(example, lang).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    inner = [
        font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts
    ]
    assert inner and all("/FontFile2" in one or "/FontFile3" in one for one in inner)


@pytest.mark.parametrize("lang", LANGS)
def test_pdf_text(example, lang):
    """The words of a PDF can be read by machines, as they stand on the page."""
    assert WORDS[lang] in " ".join(pdf(example, lang).pages[0].extract_text().split())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("ending", "member"), [("odt", "content.xml"), ("docx", "word/document.xml")]
)
def test_office(example, lang, ending, member):
    """ODT and DOCX are whole, and have the text."""
    with zipfile.ZipFile(BytesIO(data(example, lang, ending))) as archive:
        assert archive.testzip() is None
        assert WORDS[lang] in as_typed("".join(ET.fromstring(archive.read(member)).itertext()))


@pytest.mark.parametrize("lang", LANGS)
def test_json(example, lang):
    """Programs get the release with its addresses in all languages."""
    values = json.loads(data(example, lang, "json"))
    assert (values["language"], values["published"], sorted(values["translations"])) == (
        lang,
        "2026-06-01",
        ["be", "en", "ru"],
    )


def test_same_bytes(example, tmp_path):
    """Another build of the same release makes the same bytes in every form."""
    again = build(EXAMPLE, tmp_path)
    assert [
        name("be", e) for e in (*ENDINGS, "zip") if data(again, "be", e) != data(example, "be", e)
    ] == []


def test_cite(example):
    """A page says how to name it as a source."""
    page = example.page("en/press/2026-06-summer/")
    assert page.words(*page.of_class("cite__words")) == (
        "La Strada Belarus. Release 2. Press release, 1 June 2026. http://127.0.0.1:8000/en/press/2026-06-summer/"
    )


def test_copy_is_an_enhancement(example):
    """The buttons that copy are hidden until a script finds that it can."""
    (buttons,) = example.page("en/press/2026-06-summer/").of_class("copy")
    assert buttons.get("hidden") is not None
