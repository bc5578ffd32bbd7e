"""A language that is only begun borrows words; one that readers see does not."""

from dataclasses import replace

import pytest

from plugins.data.words import lent, spoken
from plugins.model.language import language

UKRAINIAN = language("uk", fallback=["ru", "be"], complete=False)
BEGUN = replace(UKRAINIAN, awaits=("home",))

LENT = [
    ({"uk": "своє", "be": "сваё"}, "своє"),
    ({"be": "сваё", "ru": "своё"}, "своё"),
    ({"en": "own"}, "own"),
    ({}, ""),
]


@pytest.mark.parametrize(("words", "expected"), LENT)
def test_lent(words, expected):
    """Its own words come first, then those of the first language its readers may know, then any."""
    assert lent(words, [BEGUN])["uk"] == expected


def test_begun(library):
    """Every name of the library is there for a language that is begun."""
    found = spoken(library, [BEGUN])
    assert [found.contacts["hotline"].about["uk"], found.sources["law"].name["uk"], found.topics["labour"]["uk"]] == [
        "словы", "Закон", "Праца",
    ]  # fmt: skip


def test_listed(library):
    """Nothing is lent to a language that readers see: what it lacks is a problem."""
    assert spoken(library, [UKRAINIAN]) is library
