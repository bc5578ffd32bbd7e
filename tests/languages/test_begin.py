"""A new language: what Babel knows, what must be said, what is written down."""

import tomllib
from datetime import date

import pytest

from plugins.data.library import Library
from plugins.languages.begin import BeginError, declared, entry, facts, fallback, without_words
from plugins.model.language import language

SITE = {
    "be": language("be"),
    "ru": language("ru"),
    "en": language("en"),
    "ar": language("ar", complete=False),
}
EXIT = "https://uk.wikipedia.org/"

FALLBACKS = [
    ("uk", ["be", "ru", "en"]),
    ("fa", ["en", "be", "ru"]),
    ("pl", ["en", "be", "ru"]),
    ("ar", ["en", "be", "ru"]),
]


@pytest.mark.parametrize(("code", "expected"), FALLBACKS)
def test_fallback(code, expected):
    """Complete languages in the same script come first, then the widely read one,
    then the others."""
    assert fallback(code, SITE) == expected


@pytest.mark.parametrize("code", ["qqq", "", "not a code", "../x"])
def test_unknown(code):
    """A code that is no language's is refused."""
    with pytest.raises(BeginError, match="is not the code of a language"):
        declared(code, EXIT, SITE)


@pytest.mark.parametrize("leads_to", ["", "http://example.org", "uk.wikipedia.org"])
def test_exit(leads_to):
    """Somebody must say where the exit link leads, with https."""
    with pytest.raises(BeginError, match="Where does the exit link lead"):
        declared("uk", leads_to, SITE)


def test_entry():
    """The entry says what Babel cannot know, and is read as it was meant."""
    assert tomllib.loads(entry(declared("uk", EXIT, SITE))) == {
        "uk": {"complete": False, "fallback": ["be", "ru", "en"], "exit": EXIT}
    }


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("uk", ["Українська, written from left to right", "24 листопада 2026", "plural forms: 3"]),
        ("fa", ["فارسی, written from right to left", "نوامبر", "plural forms: 1"]),
    ],
)
def test_facts(code, told):
    """Somebody who speaks it can see its name, direction, dates and plural forms."""
    text = "\n".join(facts(declared(code, EXIT, SITE), date(2026, 11, 24)))
    assert [word in text for word in told] == [True] * len(told)


def test_without_words(library):
    """What the data do not say in the language is named, file by file."""
    assert list(without_words(library, "uk")) == [
        "data/contacts.toml: hotline, office, missing-children, by-ambulance",
        "data/sources.toml: law",
        "data/topics.toml: labour",
    ]


def test_with_all_words():
    """When nothing is missing, nothing is said."""
    assert list(without_words(Library(topics={"labour": {"uk": "Праця"}}), "uk")) == []
