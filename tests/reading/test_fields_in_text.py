"""A field that stands in the text is told: it would have no effect, and be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.reading.fields_in_text import fields_in_text
from plugins.reading.front_matter import RULES
from plugins.reading.read import read_document

FILE = "en/press/2026-11-a.md"
HEAD = "Title: A\nSummary: B\n"
ASTRAY = [
    ("\nEmbargo: 2027-01-01 10:00 Europe/Minsk\n\nText", [4]),
    ("\nDraft: yes\nText", [4]),
    ("\nText\n\nDraft: yes", [6]),
    ("\ndraft : yes\n\nText", [4]),
    ("\nSources: law\nTopics: a\n\nText", [4, 5]),
    ("\n\n  Written: 2026-11-24\n\nText", [5]),
    ("\n---\nTitle: B\n---\n\nText", [5]),
    ("\n**Embargo:** 2027-01-01 10:00 Europe/Minsk\n\nText", [4]),
    ("\nText\n\n> __Draft__: yes", [6]),
]
AT_HOME = [
    "\nText\n\nSources: law",
    "\nThe draft: yes or no",
    "\n- Draft: yes",
    "\nText",
    "Draft: yes\n\nText",
]


@pytest.mark.parametrize(("more", "lines"), ASTRAY)
def test_told(converter, more, lines):
    """Where the first lines of a text are fields, or anywhere one that keeps a page back, each is
    told with its line."""
    found = read_document(FILE, HEAD + more, converter).problems
    assert [one.line for one in found if "stands in the text" in one.what] == lines


@pytest.mark.parametrize("more", AT_HOME)
def test_words(converter, more):
    """Words that only look like a field of the site are words."""
    found = read_document(FILE, HEAD + more, converter).problems
    assert [one for one in found if "stands in the text" in one.what] == []


@pytest.mark.parametrize("name", ["Draft", "embargo", "Withdrawn"])
def test_indented(converter, name):
    """A field that keeps a page back and is indented would go on the field above it."""
    found = read_document(FILE, f"Title: A\nSummary: B\n  {name}: yes\n\nText", converter).problems
    assert [one.line for one in found if "is a part of 'Summary'" in one.what] == [3]


def test_a_value_of_several_lines(converter):
    """Other words that go on a field are its words."""
    text = "Title: A\nSummary: B\n  and: more\n  Sources: law\n\nText"
    assert "is a part of" not in str(read_document(FILE, text, converter).problems)


@given(st.sampled_from(sorted(RULES)), st.text(alphabet="ab :\u00a0-", max_size=9))
def test_every_field(name, value):
    """Whichever field it is and whatever it says."""
    assert [one.line for one in fields_in_text(FILE, f"{name}: {value}", 7)] == [7]
