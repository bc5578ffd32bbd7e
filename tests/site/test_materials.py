"""Materials as PDF to print."""

import pytest
from pypdf import PdfReader

LANGS = ["be", "ru", "en"]


@pytest.mark.parametrize("lang", LANGS)
def test_offered(example, lang):
    """The library lists each material with its format, type and size."""
    (link,) = example.page(f"{lang}/prevention/materials/").of_class("downloads__link")
    assert link.get("href") == f"/{lang}/prevention/materials/card/card-{lang}.pdf"
    assert link.text.strip() == "A6,"


@pytest.mark.parametrize("lang", LANGS)
def test_card(example, lang):
    """A card is one page of A6, tagged, in its language."""
    reader = PdfReader(example.folder / lang / f"prevention/materials/card/card-{lang}.pdf")
    (page,) = reader.pages
    assert sorted(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]) == [105, 148]
    assert reader.trailer["/Root"]["/Lang"][:2] == lang
