"""What `make language` says of the search in a new language."""

import pytest

from plugins.features.search.begin import lacking, unread
from plugins.features.search.words import Words, read_words
from tests.conftest import MAIN
from tests.features.search.conftest import LANGUAGES

WORDS = read_words(MAIN / "content" / "data" / "search.toml")


def test_new_language():
    """A new language hears of each file that would teach the search something."""
    told = list(lacking("uk", {}))
    files = ["tables/other.json to uk.json", "variants/uk.json", "data/search.toml"]
    assert [file in line for file, line in zip(files, told, strict=True)] == [True, True, True]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_lacks(lang):
    """A language that has all of it hears nothing."""
    assert list(lacking(lang, WORDS)) == []


def test_with_words():
    """Words that are there are not asked for."""
    assert not any("search.toml" in line for line in lacking("uk", {"uk": Words()}))


@pytest.mark.parametrize("lang", ["uk", "pl", "ka", "vi", "hi", "fa", "he", "tr", "el", "zh"])
def test_letters_are_read(lang):
    """The letters of many languages are letters to the search."""
    assert unread(lang) == ""


def test_unknown_letters():
    """Letters that it would leave out are named."""
    assert "ጃ" in unread("am") and next(lacking("am", {})).startswith(
        "letters that are in no word for it: "
    )
