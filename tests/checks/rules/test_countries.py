"""What is said of countries holds together, and no number of theirs goes public unchecked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from plugins.checks.report import warnings
from plugins.checks.rules.countries import check, check_before_publishing
from plugins.data.countries import Country, CountryNote, CountryNumber, Phrase, Saying
from plugins.data.records import DataFile

TODAY, DAY = date(2026, 11, 24), timedelta(1)
BOTH, ONE = {"be": "словы", "en": "words"}, {"be": "словы"}
TABLES = {"country": {"PL": {}, "XX": {}}}
TEXT = '# countries\n[country.PL]\nlanguages = ["pl"]\n[number.a]\n[note.a]\n[summary]\n'
SAID = "[phrase.help]\n[said.pl.help]\n[said.xx.help]\n[said.pl.hepl]\n[checked]\n"


@pytest.fixture
def number():
    """A number of Poland that nobody has called."""
    told = {"number": "112", "dial": "112", "cost": "free", "hours": "always", "source": "law"}
    return CountryNumber(
        key="a", country="PL", service="emergency", stated=TODAY, name=BOTH, about=BOTH, **told
    )


@pytest.fixture
def told(library, number):
    """Makes a library with Poland, its number, a note and a phrase, and other values."""
    phrases = {"help": Phrase("help", BOTH)}
    tables = {"countries": (TEXT, TABLES), "phrases": (SAID, {"phrase": {"help": {}}})}
    files = {name: DataFile(f"data/{name}.toml", *tables[name]) for name in tables}
    whole = replace(
        library,
        countries={"PL": Country("PL", ("pl",))},
        country_numbers={"a": number},
        country_notes={"a": CountryNote("a", "PL", "rights", "law", TODAY, BOTH, BOTH)},
        country_summary=BOTH,
        embassy=BOTH,
        phrases=phrases,
        sayings={"pl": {"help": Saying("help", "Pomocy!")}},
        files=files,
    )
    return lambda **changes: replace(whole, **changes)


def problems(known, library):
    found = check(replace(known(library=library), today=TODAY))
    return [(problem.file, problem.line, problem.what) for problem in found]


def test_nothing_wrong(known, told):
    """What holds together gives no problem."""
    assert problems(known, told()) == []


COUNTRIES = [
    ({"XX": Country("XX", ("pl",), ("hotline",))}, "'XX' is no country."),
    ({"PL": Country("PL", ("polish",))}, "'PL': 'polish' is no language."),
    ({"PL": Country("PL", ("pl",), ("hotlin",))}, "'PL': there is no contact 'hotlin'."),
    ({"PL": Country("PL", ("pl",), helplines=("x",))}, "'PL': there is no contact 'x'."),
]


@pytest.mark.parametrize(("countries", "what"), COUNTRIES)
def test_country(known, told, countries, what):
    """A country is one, and names languages and contacts that there are."""
    assert what in [said for _, _, said in problems(known, told(countries=countries))]


def test_emergency(known, told, number):
    """Of every country it is said whom to call in danger."""
    library = told(country_numbers={"a": replace(number, service="labour")})
    assert problems(known, library) == [
        ("data/countries.toml", 2, "'PL' has no number for emergencies.")
    ]


NUMBERS = [
    ({"country": "DE"}, "'a': there is no country 'DE'."),
    ({"source": "lwa"}, "'a': there is no source 'lwa'."),
    ({"languages": ("polish",)}, "'a': 'polish' is no language."),
    ({"name": ONE}, "'a' has no words in 'en'."),
    ({"about": ONE}, "'a' has no words in 'en'."),
    ({"when": ONE}, "'a' has no words in 'en'."),
    ({"stated": None}, "The number 'a' does not say since when its source states it."),
    ({"stated": TODAY + DAY}, "The number 'a' is stated on a day that has not come."),
    ({"verified": TODAY}, "The number 'a' does not say who verified it."),
    ({"dial": "88011008801"}, "The number 112 no longer works."),
]


@pytest.mark.parametrize(("changes", "what"), NUMBERS)
def test_number(known, told, number, changes, what):
    """A number is of a country, from a source, in all languages, and promises nothing untrue."""
    library = told(country_numbers={"a": replace(number, **changes)})
    assert ("data/countries.toml", 4, what) in problems(known, library)


NOTES = [
    ({"country": "DE"}, "'a': there is no country 'DE'."),
    ({"source": "lwa"}, "'a': there is no source 'lwa'."),
    ({"about": ONE}, "'a' has no words in 'en'."),
    ({"stated": TODAY + DAY}, "The note 'a' is stated on a day that has not come."),
]


@pytest.mark.parametrize(("changes", "what"), NOTES)
def test_note(known, told, changes, what):
    """So is a note."""
    note = CountryNote("a", "PL", "rights", "law", TODAY, BOTH, BOTH)
    library = told(country_notes={"a": replace(note, **changes)})
    assert problems(known, library) == [("data/countries.toml", 5, what)]


PARTS = [
    ({"country_summary": ONE}, 6, "'summary' has no words in 'en'."),
    ({"embassy": ONE}, 1, "'embassy' has no words in 'en'."),
    ({"embassy_source": "lwa"}, 1, "There is no source 'lwa'."),
]


@pytest.mark.parametrize(("changes", "line", "what"), PARTS)
def test_every_page(known, told, changes, line, what):
    """What stands on the page of every country is said to every reader, and has a source."""
    assert problems(known, told(**changes)) == [("data/countries.toml", line, what)]


PHRASES = [
    ({"phrases": {"help": Phrase("help", ONE)}}, 1, "'help' has no words in 'en'."),
    ({"sayings": {"xx": {"help": Saying("help", "?")}}}, 3, "'xx' is no language."),
    ({"sayings": {"pl": {"hepl": Saying("hepl", "?")}}}, 4, "There is no phrase 'hepl'."),
    (
        {"phrases_checked": {"de": "a teacher"}},
        5,
        "Nothing is said in 'de', so nobody can have checked it.",
    ),
]


@pytest.mark.parametrize(("changes", "line", "what"), PHRASES)
def test_phrases(known, told, changes, line, what):
    """A phrase has a meaning for every reader; what is said is one, in a language that there is."""
    assert problems(known, told(**changes)) == [("data/phrases.toml", line, what)]


@pytest.mark.parametrize("name", ["countries", "phrases"])
def test_broken(known, told, name):
    """Of a file that cannot be read nothing more is said."""
    library = told(
        broken=frozenset({name}),
        countries={"XX": Country("XX", ())},
        phrases={"help": Phrase("help", ONE)},
    )
    found = {file for file, _, _ in problems(known, library)}
    assert f"data/{name}.toml" not in found


def test_refused(known, told):
    """Nothing goes public with a number that nobody has checked, and the list says what to do."""
    (problem,) = check_before_publishing(known(library=told()))
    assert (problem.line, problem.what) == (4, "The number 'a' was never verified.")
    assert problem.fix.startswith("Look up 112 on the live page of whoever answers it")


def test_expired(known, told, number):
    """A check grows old; that is told, and stops nothing."""
    old = replace(number, verified=TODAY - DAY, verified_by="a role", expires=TODAY)
    site = known(library=told(country_numbers={"a": old}))
    assert list(check_before_publishing(site)) == []
    (warning,) = warnings(site, TODAY)
    assert warning.what == ("The number 'a' expired on 2026-11-24; pages show it as not confirmed.")


def test_demonstration(known, told):
    """A demonstration shows it, and says everywhere what it is."""
    assert list(check_before_publishing(known(library=told()), demo=True)) == []
