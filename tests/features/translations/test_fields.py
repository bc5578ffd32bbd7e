"""Fields are changed in place and nothing else is."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.features.translations.fields import with_field, without_field
from plugins.reading.front_matter import split

WITH = [
    ("Title: a\n\nText", "Title: a\nMinor: yes\n\nText"),
    ("Title: a\nMinor: no\nB: c\n\nText", "Title: a\nMinor: yes\nB: c\n\nText"),
    ("Title: a\r\n\r\nText", "Title: a\r\nMinor: yes\r\n\r\nText"),
    ("Title: a", "Title: a\nMinor: yes\n"),
    ("", "Minor: yes\n"),
]
WITHOUT = [
    ("Title: a\nMinor: yes\n\nText", "Title: a\n\nText"),
    ("Title: a\nMinor:\n    b\n    c\nD: e\n\nText", "Title: a\nD: e\n\nText"),
    ("Title: a\n\nMinor: yes\n", "Title: a\n\nMinor: yes\n"),
    ("Minor: yes\n\nText", "\nText"),
]


@pytest.mark.parametrize(("before", "after"), WITH)
def test_with(before, after):
    """A field is set where it stands, or below the others, with the line ends of the file."""
    assert with_field(before, "Minor", "yes") == after


@pytest.mark.parametrize(("before", "after"), WITHOUT)
def test_without(before, after):
    """A field goes with the lines that continue it; the text is no field."""
    assert without_field(before, "Minor") == after


@given(st.text("ab: \n", max_size=30))
def test_there_and_back(text):
    """A field that is set and removed leaves the text below as it was."""
    source = f"Title: a\n\n{text}"
    assert without_field(with_field(source, "Minor", "yes"), "Minor") == source


VALUES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(
    lambda text: text == text.strip()
)


@given(VALUES)
@example('2026-11-28 | It was: "wrong" #1')
@example("[yes]")
@example("2026-11-28T10:00:00")
def test_between_marks(value):
    """What is written between lines of `---` is read as it was meant, whatever YAML thinks of a
    colon, a hash or a bracket; what stood there is as it was."""
    written = with_field("---\ntitle: a\nDate: 2026-11-01\n---\nText\n", "Withdrawn", value)
    fields, text, _ = split(written)
    said = [(field.name, field.value) for field in fields]
    assert said == [("Title", "a"), ("Date", "2026-11-01"), ("Withdrawn", value)]
    assert text == "Text"


def test_lines_between_marks():
    """A value of several lines keeps them, and goes with all of them."""
    source = "---\ntitle: a\n---\nText\n"
    written = with_field(source, "Terms", "\n    one = два\n    two: 2 = три")
    (terms,) = [field.value for field in split(written)[0] if field.name == "Terms"]
    assert terms == "one = два\ntwo: 2 = три"
    assert without_field(written, "Terms") == source
