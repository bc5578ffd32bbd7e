"""A page that somebody may have to hide has a title for the browser's history."""

from dataclasses import replace

import pytest

from plugins.checks.rules.discreet import check
from plugins.data.library import read_library
from tests.conftest import MAIN

SAID = "The title stays in the browser's history, where others can read it."
PAGES = [
    ("be/questions/index.md", "", [SAID]),
    ("be/questions/01-phone.md", "", [SAID]),
    ("be/questions/01-phone.md", "Тэлефоны", []),
    ("be/helpful.md", "", []),
    ("be/about.md", "", []),
]


@pytest.mark.parametrize(("file", "discreet", "expected"), PAGES)
def test_discreet(known, document, library, file, discreet, expected):
    """Pages of a section listed as discreet need a Discreet-Title; others do not."""
    page = document(file, discreet_title=discreet)
    listed = replace(library, menu={"discreet": ["questions"]})
    assert [problem.what for problem in check(page, known(page, library=listed))] == expected


@pytest.mark.parametrize("section", ["questions", "about/write", "contact", "browsers"])
def test_sections_of_the_site(section):
    """Help, the form to write to counsellors, addresses and the page about traces are demanded to
    have one, in every language."""
    assert section in read_library(MAIN / "content" / "data").menu["discreet"]


@pytest.mark.parametrize("lang", ["be", "ru", "en", "ar"])
def test_the_rule_meets_every_language(known, document, library, lang):
    """A page without one is a problem in each language."""
    page = document(f"{lang}/about/07-write.md", discreet_title="")
    listed = replace(library, menu={"discreet": ["about/write"]})
    assert [problem.what for problem in check(page, known(page, library=listed))] == [SAID]
