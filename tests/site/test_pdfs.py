"""Every PDF of the real content: releases, manual and checklists, materials, in each language.

What PDF/UA-1 (ISO 14289-1) asks for and a program can see, looked up in the files themselves, not
in what made them.
"""

from collections.abc import Iterator
from functools import cache

import pytest
from pypdf import PdfReader

from tests.site.verapdf import findings

SORTS = {
    "releases": "{}/press/2*/*.pdf",
    "manual": "{}/manual/manual-{}.pdf",
    "checklists": "{}/manual/manual-{}.checklists.pdf",
    "materials": "{}/prevention/materials/*/*.pdf",
}
FOUND = [
    (lang, sort)
    for lang in ("be", "ru", "en", "ar")
    for sort in SORTS
    if (lang, sort) != ("ar", "releases")
]
each_sort = pytest.mark.parametrize(("lang", "sort"), FOUND)


@pytest.fixture(scope="module")
def pdfs(content):
    """The PDFs of a sort in a language, by file."""

    @cache
    def find(lang, sort):
        found = content.folder.glob(SORTS[sort].format(lang, lang))
        files = sorted(file for file in found if file.is_file())  # a folder leads on
        assert files
        return {file.relative_to(content.folder).as_posix(): PdfReader(file) for file in files}

    return find


@each_sort
def test_verapdf(content, pdfs, lang, sort):
    """veraPDF finds nothing, where it is installed."""
    assert findings([content.folder / name for name in pdfs(lang, sort)]) == []


@pytest.mark.parametrize(("answer", "code", "found"), [("PASS", 0, 0), ("FAIL", 1, 1), ("", 8, 1)])
def test_verapdf_is_asked(tmp_path, monkeypatch, answer, code, found):
    """What veraPDF answers counts: a program of that name on the PATH is asked for PDF/UA-1."""
    program = tmp_path / "verapdf"
    told = f'echo "{answer} $5 ua1"' if answer else "true"
    program.write_text(f'#!/bin/sh\n[ "$1 $2" = "--flavour ua1" ] || exit 2\n{told}\nexit {code}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert len(findings([tmp_path / "a.pdf"])) == found


def elements(reader) -> Iterator[dict]:
    """The elements of the structure tree, in reading order (ISO 32000-1, 14.7)."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            if "/S" in one:
                yield one
            waiting += [one["/K"]] if "/K" in one else []


def fonts_of(resources) -> Iterator[dict]:
    """The fonts of a page, and of what is drawn on it as one object."""
    yield from resources.get("/Font", {}).values()
    for drawn in resources.get("/XObject", {}).values():
        yield from fonts_of(drawn.get_object().get("/Resources", {}))


def headings(reader):
    """The levels of the headings, the title being 0."""
    tags = (str(one["/S"]) for one in elements(reader))
    return [
        0 if tag == "/Title" else int(tag[2:]) for tag in tags if tag == "/Title" or tag[1:2] == "H"
    ]


@each_sort
def test_tagged(pdfs, lang, sort):
    """It is tagged, claims PDF/UA-1, and shows its title in the window (clauses 5, 7.1)."""
    for reader in pdfs(lang, sort).values():
        root = reader.trailer["/Root"]
        claims = root["/Metadata"].get_object().get_data().decode()
        shown = root["/MarkInfo"]["/Marked"], root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert shown == (True, True)
        assert reader.metadata.title and "<pdfuaid:part>1</pdfuaid:part>" in claims


@each_sort
def test_language(pdfs, lang, sort):
    """It says its language, and the direction in which that is read."""
    for reader in pdfs(lang, sort).values():
        root = reader.trailer["/Root"]
        assert root["/Lang"].partition("-")[0] == lang
        assert root["/ViewerPreferences"]["/Direction"] == ("/R2L" if lang == "ar" else "/L2R")


@each_sort
def test_fonts(pdfs, lang, sort):
    """Every font is embedded, and says which letters its signs are (7.21)."""
    for reader in pdfs(lang, sort).values():
        fonts = {
            str(font): font.get_object()
            for page in reader.pages
            for font in fonts_of(page["/Resources"])
        }
        inner = [
            font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            for font in fonts.values()
        ]
        assert inner and all("/FontFile2" in one or "/FontFile3" in one for one in inner)
        assert all("/ToUnicode" in font for font in fonts.values())


@each_sort
def test_figures(pdfs, lang, sort):
    """Every picture is told in words (7.3)."""
    figures = [
        one
        for reader in pdfs(lang, sort).values()
        for one in elements(reader)
        if one["/S"] == "/Figure"
    ]
    assert [one for one in figures if not one.get("/Alt")] == []


@each_sort
def test_headings(pdfs, lang, sort):
    """No level of headings is left out on the way down (7.4.2)."""
    for reader in pdfs(lang, sort).values():
        levels = headings(reader)
        assert levels and all(
            deeper <= level + 1 for level, deeper in zip([0, *levels], levels, strict=False)
        )


@each_sort
def test_links(pdfs, lang, sort):
    """Every link is in the structure and says where it leads (7.18.5);
    tabs go in that order (7.18.3)."""
    for reader in pdfs(lang, sort).values():
        for page in (page for page in reader.pages if "/Annots" in page):
            links = [annotation.get_object() for annotation in page["/Annots"]]
            assert page["/Tabs"] == "/S"
            assert all("/StructParent" in link and link.get("/Contents") for link in links)


@each_sort
def test_tables(pdfs, lang, sort):
    """Every table has headings, and every heading says of what (7.5)."""
    for reader in pdfs(lang, sort).values():
        found = list(elements(reader))
        cells = [one for one in found if one["/S"] == "/TH"]
        assert bool(cells) == any(one["/S"] == "/Table" for one in found)
        assert all("/Scope" in str(cell["/A"].get_object()) for cell in cells)


@pytest.mark.parametrize("lang", ["be", "ru", "en"])
@pytest.mark.parametrize("sort", ["releases", "materials"])
def test_order(content, pdfs, lang, sort):
    """The words of the page stand in the PDF in their order: title, and each heading below.
    Of an imposed booklet the structure has the order (tests/export/test_imposition.py)."""
    for name, reader in pdfs(lang, sort).items():
        if name.endswith(".fold.pdf"):
            continue
        text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
        page = content.page(f"{name.rpartition('/')[0]}/")
        place = 0
        for heading in (page.one("h1"), *page.all("div[@class='prose']//h2")):
            place = text.find(page.words(heading), place) + 1
            assert place > 0, page.words(heading)


def test_other_language(pdfs):
    """A chapter that is not translated is marked with its own language,
    so that it is read aloud rightly."""
    (reader,) = pdfs("ar", "manual").values()
    assert "en" in {
        str(one["/Lang"]).partition("-")[0] for one in elements(reader) if "/Lang" in one
    }
