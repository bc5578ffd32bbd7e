"""The one file of a language that visitors save on their telephone."""

import re
from collections import Counter

import html5lib
import pytest

from plugins.data.library import read_library
from tests.conftest import MAIN
from tests.site.pages import Page

LANGS = ["be", "ru", "en", "ar"]
NUMBERS = read_library(MAIN / "content" / "data").country_numbers
LARGEST = 100_000  # bytes
# What makes a browser ask somebody for something.
ASKING = [
    "link",
    "script",
    "img",
    "picture",
    "source",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "form",
    "base",
]

each = pytest.mark.parametrize("lang", LANGS)


@pytest.fixture(scope="module")
def notes(content):
    """The file of each language, as the real content makes it."""
    return {
        lang: Page(f"offline/{lang}", content.read(f"offline/travel-notes-{lang}.html"))
        for lang in LANGS
    }


@each
def test_size(notes, lang):
    """It is at most 100 KB, so that it can be sent to a slow telephone."""
    assert len(notes[lang].text.encode()) <= LARGEST


@each
def test_valid(notes, lang):
    """It is valid HTML."""
    html5lib.HTMLParser(strict=True).parse(notes[lang].text)


@each
def test_asks_nobody(notes, lang):
    """Nothing in it makes a browser ask anybody for anything."""
    assert [tag for tag in ASKING if notes[lang].all(tag)] == []
    assert re.findall(r"url\(|@import|\bsrc=|srcset=", notes[lang].text) == []


@each
def test_may_ask_nobody(notes, lang):
    """And browsers are told that it must not."""
    (policy,) = notes[lang].all("meta[@http-equiv='Content-Security-Policy']")
    assert policy.get("content") == "default-src 'none'; style-src 'unsafe-inline'"


@each
def test_addresses(notes, lang):
    """Every link is a number, a place in the file, or a full address:
    nothing depends on where the file is."""
    hrefs = [link.get("href") for link in notes[lang].all("a")]
    assert [
        href for href in hrefs if not href.startswith(("#", "tel:", "http://", "https://"))
    ] == []


@each
def test_anchors(notes, lang):
    """Every place that is linked is there, once."""
    ids = Counter(notes[lang].ids)
    linked = {
        link.get("href")[1:] for link in notes[lang].all("a") if link.get("href").startswith("#")
    }
    assert linked - ids.keys() == set()
    assert [id for id, count in ids.items() if count > 1] == []


@each
def test_numbers(notes, lang, real_contacts):
    """Every number of ours can be dialled from it, and what to call in danger in each country."""
    sure = {f"tel:{one.dial}" for one in real_contacts.values() if not one.demonstration}
    sure |= {f"tel:{one.dial}" for one in NUMBERS.values() if one.service == "emergency"}
    dialled = {
        link.get("href") for link in notes[lang].all("a") if link.get("href").startswith("tel:")
    }
    assert dialled == sure


@each
def test_discreet(notes, lang):
    """Its title says nothing about what is in it."""
    title = notes[lang].words(notes[lang].one("title")).casefold()
    assert not re.search("la strada|traffick|help|гандл|торгов|дапамог|помощ|مساعدة|اتجار", title)


@each
def test_days(notes, lang):
    """On its top it says of which day it is, and since when its texts were reviewed."""
    header = notes[lang].words(notes[lang].one("header"))
    assert header.count("2026") == 2


@each
def test_own_language(notes, lang):
    """Everything in it is in its language."""
    assert notes[lang].root.get("lang") == lang
    assert [
        one.get("lang") for one in notes[lang].all("main//*[@lang]") if one.get("lang") != lang
    ] == []


@each
def test_offered(content, lang):
    """The page about help offers it with its size, to be saved."""
    (offer,) = content.page(f"{lang}/questions/").of_class("save-copy")
    link = offer.find(".//a")
    assert link.get("href") == f"/offline/travel-notes-{lang}.html"
    assert link.get("download") == ""
    assert re.search(r"\d", "".join(link.itertext()))


def test_in_the_readers_language(content):
    """A page in the text of another language offers the file of the reader's own."""
    (offer,) = content.page("ar/questions/countries/").of_class("save-copy")
    assert offer.find(".//a").get("href") == "/offline/travel-notes-ar.html"


@pytest.mark.parametrize("page", ["be/press/", "be/manual/", "be/"])
def test_not_offered(content, page):
    """Pages for journalists, and the home page, do not offer it."""
    assert content.page(page).of_class("save-copy") == []
