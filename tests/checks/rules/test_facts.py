"""What keeps a figure from being cited wrongly."""

from dataclasses import replace

import pytest

from plugins.checks.rules.facts import check
from plugins.data.entries import Fact
from plugins.data.records import DataFile

TEXT = "[group.one]\nname.be = 'Адзін'\n\n[fact.identified]\n"
WORDS = {"be": "Выяўленыя", "en": "Identified"}
FACT = Fact("identified", "one", "753", "people", "law", WORDS, "2017-2021")


@pytest.fixture
def said(known, library):
    """What is said of a library with one fact, made from FACT by changing values."""

    def say(groups=None, **values):
        fact, groups = replace(FACT, **values), groups or {"one": {"be": "Адзін", "en": "One"}}
        files = {"facts": DataFile("data/facts.toml", TEXT, {})}
        changed = replace(library, facts={fact.key: fact}, fact_groups=groups, files=files)
        return [(one.file, one.line, one.what) for one in check(known(library=changed))]

    return say


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"value": "32.5", "unit": "percent"},
        {"value": "2013", "unit": "date", "period": ""},
        {"value": "2011-01", "unit": "date"},
        {"value": "2024-02-29", "unit": "date"},
        {"period": "2017"},
    ],
)
def test_nothing_wrong(said, values):
    """A figure that can be read, and a date as far as it is known, are no problem."""
    assert said(**values) == []


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"value": "32,5"}, "'identified': '32,5' is not a number."),
        ({"value": "2023-02-29", "unit": "date"}, "'identified': '2023-02-29' is not a date."),
        ({"value": "July", "unit": "date"}, "'identified': 'July' is not a date."),
        ({"period": "2017–2021"}, "'identified': '2017–2021' is not a period."),
        ({"period": "2021-2017"}, "'identified': '2021-2017' is not a period."),
        ({"group": "onee"}, "'identified': there is no group 'onee'."),
        ({"source": "lwa"}, "'identified': there is no source 'lwa'."),
        ({"what": {"be": "Выяўленыя"}}, "'identified' does not say what it is in 'en'."),
    ],
)
def test_problems(said, values, what):
    """Each thing wrong is told with the line of the fact."""
    assert said(**values) == [("data/facts.toml", 4, what)]


def test_group(said):
    """A part of the page has a name in every language."""
    problem = ("data/facts.toml", 1, "The group 'one' has no name in 'en'.")
    assert said(groups={"one": {"be": "Адзін"}}) == [problem]


def test_one_anchor(said):
    """A fact and a group cannot have the same anchor."""
    found = said(key="one")
    assert [what for _, _, what in found] == ["'one' is also the name of a group."]
