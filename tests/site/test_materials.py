"""Materials as they are printed, cut, folded and changed: every one of the real content."""

import zipfile
from collections import defaultdict

import pytest
from pypdf import PdfReader

from tests.site.pages import as_typed

LANGS = ["be", "ru", "en"]
EVERY = [*LANGS, "ar"]
POINT = 25.4 / 72  # mm
MILLIMETRES = {"be": "мм", "ru": "мм", "en": "mm"}
FOLDER = "prevention/materials"


def pdf(output, lang, name, ending="pdf"):
    return PdfReader(output.folder / lang / FOLDER / name / f"{name}-{lang}.{ending}")


def size(box):
    return round(float(box.width) * POINT), round(float(box.height) * POINT)


@pytest.mark.parametrize("lang", LANGS)
def test_offered(example, lang):
    """The library lists each material with its forms, type and size."""
    links = example.page(f"{lang}/prevention/materials/").of_class("downloads__link")
    names = [link.get("href").rpartition("/")[2] for link in links]
    assert names == [f"card-{lang}.pdf", f"card-{lang}.cut.pdf", f"card-{lang}.odt"]
    assert as_typed(links[0].text.strip()) == f"85 × 54 {MILLIMETRES[lang]},"


@pytest.mark.parametrize("lang", EVERY)
def test_card(content, lang):
    """A card has two sides of 85 × 54 mm, in its language, with the number on the front."""
    reader = pdf(content, lang, "wallet-card")
    assert [size(page.mediabox) for page in reader.pages] == [(85, 54)] * 2
    assert reader.trailer["/Root"]["/Lang"][:2] == lang
    assert "113" in reader.pages[0].extract_text()


@pytest.mark.parametrize("lang", EVERY)
def test_cards_to_cut(content, lang):
    """A sheet of A4 has ten cards on each side."""
    reader = pdf(content, lang, "wallet-card", "cut.pdf")
    assert [size(page.mediabox) for page in reader.pages] == [(210, 297)] * 2
    assert as_typed(reader.pages[1].extract_text()).count("+375 17 211 02 51") >= 10


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["leaflet-before-you-sign", "leaflet-checklist"])
def test_leaflet(content, lang, name):
    """A leaflet has two sides, each cut to A4 with 3 mm of bleed and room for marks around it."""
    reader = pdf(content, lang, name)
    boxes = [
        (size(page.trimbox), size(page.bleedbox), size(page.mediabox)) for page in reader.pages
    ]
    assert boxes == [((297, 210), (303, 216), (317, 230))] * 2


@pytest.mark.parametrize("lang", LANGS)
def test_fold_marks(content, lang):
    """Eight lines mark where a side is cut; two folds are marked at both edges, outside of what is
    cut out, so that the inner panel is 3 mm narrower."""
    reader = pdf(content, lang, "leaflet-checklist")
    for page, folds in zip(reader.pages, ([97, 197], [100, 200]), strict=True):
        marks = lines(page)
        upright = defaultdict(list)
        for (x, y), (x2, y2) in marks:
            if x == x2:
                upright[round(x * POINT) - 10].append((y * POINT, y2 * POINT))
        assert [x for x in sorted(upright) if x not in (0, 297)] == folds
        assert len(marks) == 12
        assert all(
            high < 10 or low > 220 for one in upright.values() for low, high in map(sorted, one)
        )


def lines(page):
    """The short straight lines outside of what is cut out: where they begin and end (ISO 32000-2,
    8.5.2)."""
    found, at = [], (0, 0)

    def see(operator, operands, matrix, _):
        nonlocal at
        if operator in (b"m", b"l"):
            x, y = map(float, operands)
            a, b, c, d, e, f = matrix
            there = (round(a * x + c * y + e, 1), round(b * x + d * y + f, 1))
            if operator == b"l" and (at[0] == there[0] or at[1] == there[1]):
                found.append((at, there))
            at = there

    page.extract_text(visitor_operand_before=see)
    left, bottom, right, top = map(float, page.trimbox)
    return [
        one
        for one in found
        if sum(abs(a - b) for a, b in zip(*one, strict=True)) * POINT < 6
        and all(not (left <= x <= right and bottom <= y <= top) for x, y in one)
    ]


def letters(page):
    """How high the capitals are of each piece of text, in mm: by the size in which it is set, and
    by what its font says of itself (ISO 32000-2, 9.8.1)."""
    found = []

    def see(text, matrix, text_matrix, font, size):
        if text.strip() and font:
            told = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            scale = abs(text_matrix[3] or 1) * abs(matrix[3] or 1)
            found.append((text.strip(), size * scale * float(told["/CapHeight"]) / 1000 * POINT))

    page.extract_text(visitor_text=see)
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_poster(content, lang):
    """From 3 metres one reads the number (capitals of 25 mm), and every line but the small print
    at the foot (12 mm)."""
    (page,) = pdf(content, lang, "poster-ask-first").pages
    assert size(page.mediabox) == (297, 420)
    text = content.page(f"{lang}/{FOLDER}/poster-ask-first/")
    told = letters(page)
    number = [height for words, height in told if words == "113"]
    assert max(number) >= 25
    large = "".join("".join(as_typed(words).split()) for words, height in told if height >= 12)
    for line in (text.one("h1"), *text.all("div[@class='prose']/*")):
        assert "".join(as_typed(text.words(line)).split()) in large


@pytest.mark.parametrize("lang", LANGS)
def test_booklet(content, lang):
    """A booklet has pages of A5, four to a sheet, the numbers on its back; imposed they stand two
    by two on A4."""
    pages = pdf(content, lang, "booklet-for-parents").pages
    sheets = pdf(content, lang, "booklet-for-parents", "fold.pdf").pages
    assert {size(page.mediabox) for page in pages} == {(148, 210)}
    assert {size(page.mediabox) for page in sheets} == {(296, 210)}
    assert (len(pages) % 4, len(sheets)) == (0, len(pages) // 2)
    assert "116 000" in as_typed(pages[-1].extract_text())
    assert "116 000" in as_typed(sheets[0].extract_text())


SMALLEST, COMFORTABLE = 9.5, 12  # points
FOLDED = [
    ("booklet-for-parents", "pdf"),
    ("booklet-for-parents", "fold.pdf"),
    ("leaflet-before-you-sign", "pdf"),
    ("leaflet-checklist", "pdf"),
]


def in_points(page):
    """The size in which each sign of a page is set."""
    found = []

    def see(text, matrix, text_matrix, font, size):
        scale = abs(text_matrix[3] or 1) * abs(matrix[3] or 1)
        found.extend([size * scale] * len(text.strip()))

    page.extract_text(visitor_text=see)
    return found


@pytest.mark.parametrize(("name", "ending"), FOLDED)
@pytest.mark.parametrize("lang", LANGS)
def test_type(content, lang, name, ending):
    """What is folded is set in no type below 9.5 points, and most of it in 12 or more, whatever
    the language."""
    sizes = sorted(
        round(size, 1)
        for page in pdf(content, lang, name, ending).pages
        for size in in_points(page)
    )
    assert (sizes[0] >= SMALLEST, sizes[len(sizes) // 2] >= COMFORTABLE) == (True, True)


@pytest.mark.parametrize("lang", LANGS)
def test_booklet_full(content, lang):
    """No page of the booklet is left empty where its text can be larger."""
    pages = pdf(content, lang, "booklet-for-parents").pages
    assert sum(not page.extract_text().strip() for page in pages) <= 2


@pytest.mark.parametrize("lang", EVERY)
def test_documents(content, lang):
    """Every material is also a document to change, of the size of its paper and in its language;
    a lesson has slides."""
    papers = {}
    for file in sorted((content.folder / lang / FOLDER).glob("*/*.odt")):
        if file.is_dir():  # an old address that leads on
            continue
        styles = zipfile.ZipFile(file).read("styles.xml").decode()
        assert f'fo:language="{lang}"' in styles
        papers[file.parent.name] = [
            one for one in ("85mm", "210mm", "297mm") if f'fo:page-width="{one}"' in styles
        ]
    originals = {
        name.split("/")[3]
        for name, page in content.pages.items()
        if name.startswith(f"{lang}/{FOLDER}/")
        and name.count("/") == 4
        and not page.of_class("fallback-notice")
    }
    assert papers["wallet-card"] == ["85mm"]
    assert lang == "ar" or (papers["poster-ask-first"] == ["297mm"] and set(papers) == originals)
    assert (
        lang == "ar"
        or (content.folder / lang / FOLDER / f"lesson-plan/lesson-plan-{lang}.odp").exists()
    )
