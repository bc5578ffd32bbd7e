"""Pages of a PDF made ready for paper."""

from datetime import date
from io import BytesIO

import pytest
import typst
from pypdf import PdfReader

from plugins.export.imposition import MILLIMETRE, cut, folded, imposed
from plugins.export.printing import noon
from tests.site.test_pdfs import elements

DAY = date(2026, 11, 29)
LINKED = 'Page {n} #link("https://example.org/{n}")[there]'
SOURCE = """#set document(title: "A booklet")
#set text(lang: "en")
#set page(width: 148mm, height: 210mm)
#title()
{}"""


def printed(count):
    pages = "\n#pagebreak()\n".join(LINKED.format(n=n) for n in range(1, count + 1))
    source = SOURCE.format(pages).encode()
    return typst.compile(source, format="pdf", pdf_standards="ua-1", timestamp=noon(DAY))


@pytest.mark.parametrize(
    ("count", "rightwards", "pairs"),
    [
        (4, True, [(3, 0), (1, 2)]),
        (8, True, [(7, 0), (1, 6), (5, 2), (3, 4)]),
        (4, False, [(0, 3), (2, 1)]),
    ],
)
def test_folded(count, rightwards, pairs):
    """The last page stands beside the first, and the two in the middle beside each other; from
    right to left it is the other way round."""
    assert folded(count, rightwards) == pairs


@pytest.mark.parametrize("count", [4, 8, 20])
def test_leafed_through(count):
    """Sheets laid one in the other, folded and leafed through have the pages in their order."""
    sides = folded(count)
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    before = [page for (_, right), (left, _) in sheets for page in (right, left)]
    after = [page for (left, _), (_, right) in reversed(sheets) for page in (right, left)]
    assert before + after == list(range(count))


@pytest.fixture(scope="module")
def booklet():
    return PdfReader(BytesIO(imposed(printed(8))))


def test_sheets(booklet):
    """Every sheet is as wide as two pages, and has both."""
    words = [" ".join(sheet.extract_text().split()) for sheet in booklet.pages]
    assert [
        (round(float(sheet.mediabox.width) / MILLIMETRE), "Page" in text)
        for sheet, text in zip(booklet.pages, words, strict=True)
    ] == [(296, True)] * 4
    assert "Page 8" in words[0] and "Page 1" in words[0] and "Page 4" in words[3]


def test_read_aloud(booklet):
    """The structure leads to everything that is marked, where it is drawn now, page after page."""
    told = []
    for element in elements(booklet):
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            one = kid.get_object()
            if isinstance(one, dict) and one.get("/Type") == "/MCR":
                marked = one["/Stm"].get_object().get_data().decode("latin-1")
                assert f"/MCID {one['/MCID']}" in marked
                told.append(one["/Stm"].get_object()["/StructParents"])
    assert len(set(told)) == 8 and told == sorted(told)


def test_links(booklet):
    """Every link lies on the half of the sheet on which its page is."""
    for sheet, pair in zip(booklet.pages, folded(8), strict=True):
        halves = {
            link.get_object()["/A"]["/URI"][-1]: float(link.get_object()["/Rect"][0])
            > float(sheet.mediabox.width) / 2
            for link in sheet["/Annots"]
        }
        assert halves == {str(pair[0] + 1): False, str(pair[1] + 1): True}


def test_same_bytes():
    """The same pages give the same file."""
    assert imposed(printed(4)) == imposed(printed(4))


def test_cut():
    """A sheet says where it is cut, and how far beyond that it is printed."""
    (page,) = PdfReader(BytesIO(cut(printed(1), 10, 3))).pages
    sides = [
        [round(float(side) / MILLIMETRE) for side in box] for box in (page.trimbox, page.bleedbox)
    ]
    assert sides == [[10, 10, 138, 200], [7, 7, 141, 203]]
