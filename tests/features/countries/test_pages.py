"""The page of a country is made from the data."""

from dataclasses import replace
from datetime import date

import pytest

from plugins.data.countries import Country, CountryNote, CountryNumber
from plugins.data.entries import Source
from plugins.features.countries.pages import country_pages
from plugins.model.page import SearchWords
from plugins.model.site import Site

WORDS = {"be": "словы", "en": "words"}
DAY, LATER = date(2026, 11, 1), date(2026, 11, 20)


def number(key, country, **values):
    told = {"cost": "free", "hours": "always", "source": "law", "stated": DAY}
    told |= {"service": "emergency", "number": "112", "dial": "112"} | values
    return CountryNumber(key=key, country=country, name=WORDS, about=WORDS, **told)


@pytest.fixture
def told(library):
    """A library with Poland, Georgia and Austria."""
    note = CountryNote("pl-right", "PL", "rights", "treaty", LATER, WORDS, WORDS)
    return replace(
        library,
        countries={
            "PL": Country("PL", ("pl",), ("hotline",), found_by={"be": ["Варшава"]}),
            "GE": Country("GE", ("ka",)),
            "AT": Country("AT", ("de",)),
        },
        country_numbers={"ge-112": number("ge-112", "GE"), "at": number("at", "AT")},
        country_notes={"pl-right": note},
        country_summary={"be": "Каму тэлефанаваць", "en": "Whom to call"},
        embassy_source="decree",
        home_country="GE",
    )


@pytest.fixture
def site(languages, document):
    """A site with the page above the countries in both languages."""
    index = {"section": "questions", "next_keys": ("questions",), "written": DAY}
    return Site(
        languages, [document(f"{lang}/questions/05-countries.md", **index) for lang in ("be", "en")]
    )


def pages(site, library, lang="en"):
    return {page.country: page for page in country_pages(site, library) if page.lang == lang}


def test_every_language(site, told):
    """Every country has a page in every language."""
    assert {(page.lang, page.country) for page in country_pages(site, told)} == {
        (lang, code) for lang in ("be", "en") for code in ("PL", "GE", "AT")
    }


def test_no_index(languages, told):
    """Where no page leads to the countries they have none."""
    assert list(country_pages(Site(languages, []), told)) == []


@pytest.mark.parametrize(
    ("lang", "names"),
    [("be", ["Аўстрыя", "Грузія", "Польшча"]), ("en", ["Austria", "Georgia", "Poland"])],
)
def test_order(site, told, lang, names):
    """They stand in the order of their names, as CLDR has them in the language of the reader."""
    assert [page.title for page in pages(site, told, lang).values()] == names


def test_address(site, told):
    """The address is below that of the page that leads there, and does not depend on language."""
    page = pages(site, told)["PL"]
    assert (page.key, page.url) == ("questions/countries/pl", "en/questions/countries/pl/")


def test_discreet(site, told):
    """A browser keeps the name of the country alone."""
    assert pages(site, told)["PL"].discreet_title == "Poland"


def test_found(site, told):
    """A page is found by its title, the name of its country in other languages, and words of its
    own."""
    page = pages(site, told)["PL"]
    assert (page.title, set(page.keywords)) == ("Poland", {"Польшча", "Варшава"})


def test_words(site, told):
    """And by what stands on it: names and numbers."""
    assert "112" in pages(site, told)["GE"].part(SearchWords).words.split()


def test_written(site, told):
    """It is as new as the newest of what is said there."""
    found = pages(site, told)
    assert (found["PL"].written, found["GE"].written) == (date(2026, 11, 23), DAY)


def test_sources(site, told):
    """It names the source of everything that is said there, once; abroad, of our embassies too."""
    found = pages(site, told)
    assert (found["PL"].source_keys, found["GE"].source_keys) == (
        ("law", "treaty", "decree"),
        ("law",),
    )


def test_links(site, told):
    """What its numbers and notes link themselves it links, so that its foot need not; the sources
    of contacts stand there."""
    sources = {
        key: Source(key, WORDS, url=f"https://example.org/{key}") for key in ("law", "treaty")
    }
    found = pages(site, replace(told, sources=sources))
    assert found["PL"].outside == {"https://example.org/treaty"}
