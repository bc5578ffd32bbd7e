"""The manual as a book: on one page, as PDF, as EPUB."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from tests.site.epubcheck import findings

LANGS = ["be", "ru", "en"]
CHAPTERS = ["manual", "words", "pictures", "glossary"]
OPF, DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"


def name(lang, ending):
    return f"{lang}/manual/manual-{lang}.{ending}"


def epub(output, lang):
    return zipfile.ZipFile(BytesIO((output.folder / name(lang, "epub")).read_bytes()))


def package(output, lang):
    return ET.fromstring(epub(output, lang).read("book/package.opf"))


def pdf(output, lang):
    return PdfReader(output.folder / name(lang, "pdf"))


@pytest.mark.parametrize("lang", LANGS)
def test_offered(example, lang):
    """The manual's page offers its editions, with type and size."""
    links = [
        link.get("href") for link in example.page(f"{lang}/manual/").of_class("downloads__link")
    ]
    assert links == [f"/{name(lang, ending)}" for ending in ("pdf", "epub", "checklists.pdf")]


@pytest.mark.parametrize("lang", LANGS)
def test_one_page(example, lang):
    """All chapters stand on one page, in order."""
    page = example.page(f"{lang}/manual/whole/")
    assert [section.get("id") for section in page.all("section[@class='prose']")] == CHAPTERS


@pytest.mark.parametrize("lang", LANGS)
def test_terms_side_by_side(example, lang):
    """The terms of all languages stand side by side, each marked with its language."""
    cells = example.page(f"{lang}/manual/terms/").all("tbody/tr/td")
    assert [cell.get("lang") for cell in cells] == ["be", "ru", "en", "ar"] * 2


@pytest.mark.parametrize("lang", LANGS)
def test_epub_language(example, lang):
    """The book says its language and which way its pages turn."""
    root = package(example, lang)
    spine = root.find(f"{OPF}spine").get("page-progression-direction")
    assert (root.findtext(f".//{DC}language"), spine) == (lang, "ltr")


def test_epub_order(example):
    """The chapters of the EPUB stand in the order of the manual, between cover and imprint."""
    spine = [
        item.get("idref").removeprefix("part-")
        for item in package(example, "be").iter(f"{OPF}itemref")
    ]
    assert spine == ["cover", "nav", *CHAPTERS, "colophon"]


@pytest.mark.parametrize("lang", LANGS)
def test_epub_is_valid(example, lang):
    """epubcheck finds no error and nothing to warn of."""
    assert findings(example.folder / name(lang, "epub")) == []


@pytest.mark.parametrize("lang", LANGS)
def test_pdf(example, lang):
    """The PDF is tagged PDF/UA-1 in its language, and has bookmarks for its chapters."""
    reader = pdf(example, lang)
    catalogue = reader.trailer["/Root"]
    claims = catalogue["/Metadata"].get_object().get_data().decode()
    assert (catalogue["/Lang"][:2], "<pdfuaid:part>1</pdfuaid:part>" in claims) == (lang, True)
    assert len([entry for entry in reader.outline if not isinstance(entry, list)]) >= len(CHAPTERS)


def test_citable(example):
    """The edition is cited by number and day."""
    assert "Edition 1, 24 November 2026." in example.page("en/manual/whole/").text


SOURCE, TERMS = "Сведения организации", "дзеянне · act · الفعل"


def test_sources_and_terms_on_one_page(example):
    """The manual on one page says what each chapter is based on, and its terms in all languages."""
    page = example.page("ru/manual/whole/")
    words = page.words(page.one("main"))
    assert (SOURCE in words, TERMS in words) == (True, True)


def test_sources_and_terms_in_the_epub(example):
    """So does the EPUB."""
    with zipfile.ZipFile(example.folder / "ru/manual/manual-ru.epub") as archive:
        chapter = ET.fromstring(archive.read("book/words.xhtml"))
        glossary = ET.fromstring(archive.read("book/glossary.xhtml"))
    assert SOURCE in "".join(chapter.itertext())
    assert TERMS in "".join(glossary.itertext())


def test_sources_and_terms_in_the_pdf(example):
    """So does the PDF."""
    reader = PdfReader(example.folder / "ru/manual/manual-ru.pdf")
    words = " ".join(page.extract_text() for page in reader.pages)
    assert (words.count(SOURCE) > 3, "дзеянне · act" in words) == (True, True)
