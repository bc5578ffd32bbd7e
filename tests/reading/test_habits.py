"""Habits of other kinds of Markdown, each alone in its text."""

import pytest

from plugins.reading.habits import with_habits

ALONE = [
    ("- one\n  - nested\n- two\n", "- one\n    - nested\n- two\n"),
    ("- one\n\n  more\n", "- one\n\n    more\n"),
    ("1. one\n   - nested\n", "1. one\n    - nested\n"),
    ("Text\n- one\n- two\n", "Text\n\n- one\n- two\n"),
    ("- one\n    - two\n       - three\n", "- one\n    - two\n        - three\n"),
]


@pytest.mark.parametrize(("typed", "meant"), ALONE)
def test_alone(typed, meant):
    """A text is looked at for each of them, though it has no other."""
    assert with_habits(typed) == meant


@pytest.mark.parametrize("sign", [">", "> ", ">\n"])
def test_thousands_of_quotations(converter, sign):
    """However often the sign of a quotation stands in a text, it is read."""
    assert converter.convert(sign * 3000 + "A", "en/advice/a.md")[0]
