"""A page that somebody may have to hide has a title for the browser's history."""

from dataclasses import replace

import pytest

from plugins.checks.rules.discreet import check

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
