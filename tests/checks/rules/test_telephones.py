"""A number to read and a number to dial that stand together are the same."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.checks.rules.telephones import check
from plugins.data.library import read_library
from plugins.data.records import DataFile

MAIN = Path(__file__).parents[3]
TEXT = """[contact.hotline]
name.en = "Hotline"
number = "113"
dial = "113"

[contact.office]
number = "+375 17 211 02 51"
name.en = "Office"
dial = "+375172110215"
"""


@pytest.fixture
def said(known, library):
    """What is said of a data file with the text given."""

    def say(text, name="contacts"):
        file = DataFile(f"data/{name}.toml", text, tomllib.loads(text))
        return [
            (one.file, one.line, one.what)
            for one in check(known(library=replace(library, files={name: file})))
        ]

    return say


def test_line(said):
    """The problem stands in the line of the value."""
    what = "'office': '+375 17 211 02 51' is shown, but '+375172110215' is dialled."
    assert said(TEXT) == [("data/contacts.toml", 9, what)]


@pytest.mark.parametrize(
    "text",
    [
        '[country.pl]\nnumber = "112"\ndial = "113"',
        '[country.pl.embassy]\nnumber = "112"\ndial = "113"',
        '[[country]]\nnumber = "112"\ndial = "113"',
        '[country.pl]\nhelp = [{number = "112", dial = "113"}]',
        '[country.pl]\ndial = "113"',
        "[country.pl]\nnumber = 113\ndial = 113",
    ],
)
def test_wherever(said, text):
    """So it is in every table of every data file."""
    assert len(said(text, "countries")) == 1


def test_edition_number(said):
    """A number beside which nothing is dialled is no telephone number."""
    assert said("[[edition]]\nnumber = 1", "manual") == []


@pytest.mark.parametrize("folder", [MAIN / "content" / "data", MAIN / "tests" / "example" / "data"])
def test_real(known, folder):
    """Every number of the site is the one that is dialled."""
    assert list(check(known(library=read_library(folder)))) == []
