"""Addresses of pages for people in need, and names of files, tell nothing."""

import tomllib
from dataclasses import replace

import pytest

from plugins.checks.rules.addresses import check, telling_words
from plugins.data.library import read_library
from plugins.data.records import DataFile
from tests.conftest import MAIN

TEXT = """sections = ["questions", "advice"]
[[telling]]
why = "That somebody looks for help."
instead = ["phone", "letters"]
en = ["help*", "wrong"]
be = ["дапамог*"]
ru = ["горячая"]
"""
ADDRESSES = DataFile("data/addresses.toml", TEXT, tomllib.loads(TEXT))
NAMES = [
    ("en/questions/helping.md", "helping"),
    ("en/questions/what-helps.md", "helps"),
    ("en/advice/05-wrong/01-a.md", "wrong"),
    ("be/questions/dapamoha.md", "dapamoha"),
    ("ru/advice/goriachaia-liniia.md", "goriachaia"),
]
NEUTRAL = [
    "en/questions/01-phone.md",
    "en/advice/wrongly.md",
    "en/help.md",
    "en/news/2026-01-01-help.md",
    "en/about/help.md",
]


@pytest.fixture
def told(known, library):
    """What is said of a page, or of a file beside the pages."""

    def found(*pages, files=()):
        listed = replace(library, files={"addresses": ADDRESSES})
        return list(check(replace(known(*pages, library=listed), files=frozenset(files))))

    return found


@pytest.mark.parametrize(("file", "word"), NAMES)
def test_telling(told, document, file, word):
    """A word that tells is found in every language, and the fix says what to do."""
    (problem,) = told(document(file))
    assert f"'{word}'" in str(problem.what) and problem.file == file
    assert f"make rename FROM={document(file).key} TO=" in str(problem.fix)


@pytest.mark.parametrize("file", NEUTRAL)
def test_neutral(told, document, file):
    """A neutral word is no problem, nor any word in other sections."""
    assert told(document(file)) == []


@pytest.mark.parametrize(("name", "count"), [("media/help-card.pdf", 1), ("media/card.pdf", 0)])
def test_documents(told, name, count):
    """A document that is saved has a neutral name too."""
    assert len(told(files=[name])) == count


def test_every_word_has_letters():
    """Each word of the real list can be found: none is empty in Latin letters."""
    file = read_library(MAIN / "content" / "data").files["addresses"]
    assert [one for one in telling_words(file) if one.pattern.pattern.strip(".*") == ""] == []


def test_every_table_says_why():
    """Each table of the real list says what its words tell, and what is used instead."""
    tables = tomllib.loads((MAIN / "content/data/addresses.toml").read_text(encoding="utf-8"))
    assert all(table["why"] and table["instead"] for table in tables["telling"])
