"""What is said of countries, as its files say it."""

import pytest

from plugins.data.countries import SERVICES
from plugins.data.library import FILES, read_library
from tests.conftest import MAIN

NUMBER = """
[number.a]
country = "PL"
service = "emergency"
number = "112"
dial = "112"
cost = "free"
hours = "always"
source = "law"
stated = 2026-11-24
name.be = "Імя"
about.be = "Пра што"
"""


@pytest.fixture
def read(tmp_path):
    """Read the library of a folder in which data files have these texts."""

    def make(**texts):
        for name in {*FILES, *texts}:
            (tmp_path / f"{name}.toml").write_text(texts.get(name, ""), encoding="utf-8")
        return read_library(tmp_path)

    return make


@pytest.fixture(scope="module")
def real():
    """The library of the real content."""
    return read_library(MAIN / "content" / "data")


def test_country(read):
    """A country has its languages and the words that it is looked for by."""
    text = '[country.PL]\nlanguages = ["pl"]\nfound_by.be = ["Варшава"]\n'
    country = read(countries=text).countries["PL"]
    assert (country.languages, country.found_by) == (("pl",), {"be": ["Варшава"]})


def test_number(read):
    """A number has what a contact has, and what it is for."""
    number = read(countries=NUMBER).country_numbers["a"]
    assert (number.dial, number.service, number.verified) == ("112", "emergency", None)


def test_phrase(read):
    """A phrase is said in a language as it is written there and as it sounds."""
    text = '[phrase.help]\nmeaning.be = "Дапамажыце!"\n[said.pl.help]\n'
    text += 'text = "Pomocy!"\nsounds.be = "помоцы"\n'
    saying = read(phrases=text).sayings["pl"]["help"]
    assert (saying.text, saying.sounds) == ("Pomocy!", {"be": "помоцы"})


MISFITS = [
    ("countries", "[country.PL]\n", 1, "'PL' lacks 'languages'."),
    ("countries", "[country]\nPL = 1\n", 2, "'PL' is not a table."),
    ("countries", "home = 1\n", 1, "'home' is not a text in quotation marks."),
    (
        "countries",
        NUMBER.replace('"emergency"', '"urgent"'),
        4,
        f"'a': 'service' is not one of {', '.join(SERVICES)}.",
    ),
    ("countries", f"{NUMBER}whne.be = '9–18'\n", 13, "'a' has no 'whne'."),
    ("countries", '[note.a]\ncountry = "PL"\n', 1, "'a' lacks 'about'."),
    (
        "phrases",
        "[phrase.help]\nmeaning = 'Help'\n",
        2,
        "'help': 'meaning' is not a text for each language.",
    ),
    ("phrases", "[said.pl.help]\ntxet = 'Pomocy!'\n", 2, "'help' has no 'txet'."),
    ("phrases", "said.pl = 'Pomocy!'\n", 1, "'said' is not a table with a table in each entry."),
]


@pytest.mark.parametrize(("name", "text", "line", "what"), MISFITS)
def test_misfits(read, name, text, line, what):
    """What does not fit is told with its file and line."""
    problems = read(**{name: text}).problems
    assert (f"data/{name}.toml", line, what) in [(one.file, one.line, one.what) for one in problems]


@pytest.mark.parametrize("name", ["countries", "phrases"])
def test_broken(read, name):
    """A file that cannot be read is one problem, and nothing more is said of it."""
    library = read(**{name: "["})
    assert ([one.file for one in library.problems], library.broken) == (
        [f"data/{name}.toml"],
        {name},
    )


def test_asked_for(real):
    """The countries that most people leave for are there."""
    asked = {"PL", "LT", "LV", "DE", "CZ", "IT", "ES", "TR", "RU", "GE", "AE"}
    assert asked - real.countries.keys() == set()


def test_every_country_speaks(real):
    """In every country there is something to say in one of its languages."""
    silent = [
        key
        for key, country in real.countries.items()
        if not any(lang in real.sayings for lang in country.languages)
    ]
    assert silent == []


def test_same_phrases(real):
    """What can be said in one language can be said in all, but that one speaks Russian in Russian."""
    lacking = {lang: real.phrases.keys() - said.keys() for lang, said in real.sayings.items()}
    assert {lang: keys for lang, keys in lacking.items() if keys} == {"ru": {"russian"}}


def test_in_the_readers_letters(real):
    """How a phrase sounds is written for those who read Cyrillic; Russian, for the others."""
    told = {
        lang: {tuple(one.sounds) for one in said.values()} for lang, said in real.sayings.items()
    }
    assert told.pop("ru") == {("en", "ar")}
    assert set().union(*told.values()) == {("be", "ru")}
