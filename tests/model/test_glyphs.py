"""Signs that cannot be printed are found in every page and in the data."""

from datetime import date

import pytest

from plugins.data.texts import misfits
from plugins.export.printing import pdf
from plugins.export.typesetting import typ
from plugins.model.characters import HIDDEN
from plugins.model.glyphs import unprintable
from plugins.reading.read import read_document

GOOD = "Plain words, Прывітанне ў, мова́, العربية ۱, « » № € → ✓ … – — ₽ ½ \u00ad\u2060"
FILES = ("en/index.md", "en/news/2026-01-01-a.md", "en/press/2026-01-a.md", "en/manual/a.md")
BAD = ("📞", "✅", "救", "&#128222;", "&#x1F4DE;", "а\u0487", "а\u20dd", "\u06dd\u0605", "\u1680")
SOURCE = """#set document(title: "Signs")
#set text(font: ("IBM Plex Sans", "IBM Plex Sans Arabic"), lang: "be")
"""


def test_good():
    """Letters of our languages and signs of their typography can be printed."""
    assert unprintable(GOOD) == ""


def test_every_sign():
    """Whatever sign nobody refuses, of all that there are, is printed on a letter."""
    every = map(chr, (*range(0x7F, 0xD800), *range(0xE000, 0x110000)))
    kept = [one for one in every if not (unprintable(one) or HIDDEN.match(one))]
    assert len(kept) > 1500
    assert pdf(SOURCE + "\n\n".join(f"#{typ(f'а{one} б')};" for one in kept), date(2026, 1, 1))


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("sign", BAD)
def test_in_a_text(converter, file, sign):
    """A sign without a glyph is a problem with its line, in every kind of page."""
    problems = read_document(file, f"Title: a\n\nb\n\nc {sign}", converter).problems
    assert [one.line for one in problems if "cannot be printed" in one.what] == [5]


@pytest.mark.parametrize("field", ["Title", "Summary", "Keywords", "Discreet-Title"])
def test_in_a_field(converter, field):
    """A sign without a glyph is a problem with its line, in every field."""
    problems = read_document(
        "en/questions/a.md", f"Menu-Title: x\n{field}: a 📞\n\nb", converter
    ).problems
    assert [one.line for one in problems if "cannot be printed" in one.what] == [2]


@pytest.mark.parametrize("sign", ["\x08", "\x1f", "\x00", "&#8;", "&#x1F;", "&#0;"])
def test_controls(converter, sign):
    """A control character, also one named by its number, is a problem with its line."""
    problems = read_document("en/questions/a.md", f"Title: a\n\nb{sign}c", converter).problems
    assert [one.line for one in problems if "nobody sees" in one.what] == [3]


def test_in_data():
    """A sign without a glyph in a data file is a problem."""
    assert ["cannot be printed" in what for what, _ in misfits("name", "a ✅")] == [True]
