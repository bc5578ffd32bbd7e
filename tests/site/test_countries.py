"""Help by country, as the real content makes it: pages, the way to them, and files to save."""

import re
import shutil

import brotli
import html5lib
import pytest

from plugins.data.library import read_library
from tests.conftest import MAIN
from tests.site.confirmed import confirm
from tests.site.pages import Page

LIBRARY = read_library(MAIN / "content" / "data")
LANGS = ("be", "ru", "en", "ar")
CODES = sorted(code.lower() for code in LIBRARY.countries)
LARGEST_PAGE, LARGEST_FILE = 14_000, 100_000  # bytes: a page as it is sent, a file as it is saved

each = pytest.mark.parametrize("lang", LANGS)
every = pytest.mark.parametrize("code", CODES)


def page_of(content, lang, code):
    return content.page(f"{lang}/questions/countries/{code}/")


def file_of(content, lang, code):
    name = f"offline/travel-notes-{lang}-{code}.html"
    return Page(name, content.read(name))


def dialled(page, place="main"):
    hrefs = [link.get("href") for link in page.one(place).iter("a")]
    return {href for href in hrefs if href.startswith("tel:")}


def numbers(code, service=""):
    """What can be dialled in a country (for a `service`), ours among them."""
    country = LIBRARY.countries[code.upper()]
    own = [one for one in LIBRARY.country_numbers.values() if one.country == country.key]
    found = [one for one in own if service in ("", one.service)]
    found += [LIBRARY.contacts[key] for key in country.emergency]
    found += [LIBRARY.contacts[key] for key in country.helplines if not service]
    return {f"tel:{one.dial}" for one in found}


@each
@every
def test_numbers(content, lang, code):
    """The page of a country has every number of that country, and no other one."""
    assert dialled(page_of(content, lang, code)) == numbers(code)


@each
def test_picker(content, lang):
    """The page that leads to them needs no script: a link to each, with what to call in danger."""
    (picker,) = content.page(f"{lang}/questions/countries/").of_class("country-picker")
    found = {
        item.find("a").get("href"): {link.get("href") for link in item.findall("span/a")}
        for item in picker.iter("li")
    }
    assert found == {
        f"/{lang}/questions/countries/{code}/": numbers(code, "emergency") for code in CODES
    }


@each
@every
def test_sourced(content, lang, code):
    """Each number of its own says who states it, since when, and that nobody has checked it yet."""
    page = page_of(content, lang, code)
    unverified = [
        one
        for one in LIBRARY.country_numbers.values()
        if one.country == code.upper() and not one.verified
    ]
    cards = {}
    for card in page.of_class("contact-card"):
        for link in card.iter("a"):
            if link.get("href").startswith("tel:"):
                cards[link.get("href")] = card
    for one in unverified:
        source = LIBRARY.sources[one.source]
        words = page.words(cards[f"tel:{one.dial}"])
        assert source.name[lang] in words
        assert re.search(r"2026|٢٠٢٦", words)
        assert NOT_CHECKED[lang] in words


NOT_CHECKED = {
    "be": "мы яшчэ не праверылі",
    "ru": "нами ещё не проверено",
    "en": "not yet checked by us",
    "ar": "لم نتحقق منه بعد",
}


@each
@every
def test_weight(content, lang, code):
    """A page is light."""
    assert len(brotli.compress(page_of(content, lang, code).text.encode())) <= LARGEST_PAGE


@each
@every
def test_file(content, lang, code):
    """The page offers the file of that country, which has its numbers, is small, valid HTML, and
    asks nobody for anything."""
    page = page_of(content, lang, code)
    offered = [link.get("href") for link in page.all("a[@download]")]
    assert offered == [f"/offline/travel-notes-{lang}-{code}.html"]
    file = file_of(content, lang, code)
    html5lib.HTMLParser(strict=True).parse(file.text)
    assert numbers(code) <= dialled(file, "body")
    assert len(file.text.encode()) <= LARGEST_FILE
    assert re.findall(r"url\(|@import|\bsrc=|srcset=|<script", file.text) == []


@each
@every
def test_addresses_in_the_file(content, lang, code):
    """Nothing in the file depends on where it is."""
    hrefs = [link.get("href") for link in file_of(content, lang, code).all("a")]
    assert [one for one in hrefs if not one.startswith(("#", "tel:", "http://", "https://"))] == []


@each
@every
def test_anchors_in_the_file(content, lang, code):
    """Every place of the file has a name of its own."""
    ids = file_of(content, lang, code).ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lang", ["be", "ru"])
def test_phrases(content, lang):
    """What to say stands there in the language of the country, marked as such, and as it sounds."""
    (word, *_) = page_of(content, lang, "ge").of_class("phrases__words")
    assert (word.get("lang"), "".join(word.itertext())) == ("ka", "დამეხმარეთ!")
    assert page_of(content, lang, "ge").of_class("phrases__sounds")


def test_not_checked(content):
    """Phrases that no native speaker has read say so."""
    (said,) = page_of(content, "en", "ge").of_class("phrases")
    page = page_of(content, "en", "ge")
    assert ("Not checked by a native speaker." in page.words(said)) == (
        "ka" not in LIBRARY.phrases_checked
    )


def test_in_ones_own_language(content):
    """Nobody is told what to say in the language they read in."""
    assert page_of(content, "en", "gb").of_class("phrases") == []
    assert page_of(content, "ar", "by").of_class("phrases")


def test_discreet(content):
    """The browser keeps the name of a country and nothing more."""
    page = page_of(content, "ru", "tr")
    assert page.words(page.one("title")) == "Турция"


@pytest.mark.parametrize("lang", LANGS)
def test_no_page_leaves_the_number_to_the_reader(lang):
    """Where advice speaks of the number of another country it leads to the page that has it."""
    said = {
        "be": r"мясцовы нумар",
        "ru": r"местн\w+ (?:экстренн\w+ )?номер",
        "en": r"local emergency number",
        "ar": r"رقم الطوارئ المحلي",
    }
    lines = [
        line
        for file in (MAIN / "content" / lang).rglob("*.md")
        for line in file.read_text(encoding="utf-8").splitlines()
        if not line.startswith("Keywords:") and re.search(said[lang], line)
    ]
    assert [line for line in lines if "05-countries.md)" not in line] == []


def test_confirmed_copy(tmp_path):
    """The copy for tests of layout has every number of every country verified."""
    copy = confirm(shutil.copytree(MAIN / "content", tmp_path / "content"))
    library = read_library(copy / "data")
    unverified = [key for key, one in library.country_numbers.items() if not one.verified]
    assert (library.problems, unverified) == ((), [])
