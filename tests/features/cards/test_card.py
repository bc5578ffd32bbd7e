"""The card that stands for a page where it is shared."""

from io import BytesIO

import pytest
from PIL import Image

from plugins.features.cards.card import card_of
from plugins.features.cards.drawing import COLUMN, SHADES, _font, drawn, in_shades, wrapped


def test_discreet(document):
    """A page whose title is discreet has a card that is: neither its words nor its name tell more."""
    page = document("en/questions/a.md", title="Taken passport", discreet_title="Advice: documents")
    other = document("en/questions/b.md", title="Beaten", discreet_title="Advice: documents")
    assert (card_of(page).alt, card_of(page).name) == ("Advice: documents", card_of(other).name)


def test_languages_differ(document):
    """The same words have a card of their own in each language and direction."""
    names = {card_of(document(f"{lang}/questions/a.md", title="113")).name for lang in ("be", "ar")}
    assert len(names) == 2


def test_few_colours():
    """A card has the shades between ground and letters, in the size that was drawn."""
    gradient = Image.linear_gradient("L")
    made = Image.open(BytesIO(in_shades(gradient)))
    assert (made.mode, made.size, len(made.getcolors())) == ("P", gradient.size, SHADES)


@pytest.mark.parametrize("words", ["113", "word " * 30, "word " * 60, "\u0411" * 30])
def test_fits(words):
    """However long a title is, its card has all of it, and no line leaves the column."""
    lines = wrapped(words, _font(40, 700))
    assert " ".join(lines).split() == words.split()
    assert all(_font(40, 700).getlength(line) <= COLUMN for line in lines)
    assert Image.open(BytesIO(drawn(words, "La Strada Belarus"))).size == (1200, 630)


@pytest.mark.parametrize("url", ["be/", "ar/", "en/press/2026-06-summer/", "ru/manual/whole/"])
def test_of_a_page(example, url):
    """Every page has a card of 1200 x 630 and a few KB, and says how it is shown."""
    page = example.page(url)
    meta = {one.get("property") or one.get("name"): one.get("content") for one in page.all("meta")}
    file = example.folder / example.target(page, meta["og:image"])[0]
    assert (Image.open(file).size, file.stat().st_size < 30_000) == ((1200, 630), True)
    assert (meta["twitter:card"], meta["og:image:type"]) == ("summary_large_image", "image/png")
