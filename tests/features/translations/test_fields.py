"""Fields are changed in place and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.features.translations.fields import with_field, without_field

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
