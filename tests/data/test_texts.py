"""Texts of the data files are plain words."""

import pytest

from plugins.checks.planted import check
from plugins.data.texts import misfits


@pytest.mark.parametrize("text", ["A **b**", "See [us](a.md)", "`a`", "Call {contact: hotline}"])
def test_markup(text):
    """Markdown in a text of the data is told."""
    (found,) = misfits("name", text)
    assert "would be shown as it is typed" in found[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("name", "5 * 3 * 2 of C&A [sic], help*"),
        ("staff", "Then add `verified`."),
        ("url", "https://example.org/_a_/b"),
    ],
)
def test_plain(name, text):
    """Signs that mean themselves, notes to the staff and addresses are left as they are."""
    assert list(misfits(name, text)) == []


def test_number_in_the_boilerplate(tmp_path):
    """The words about us may name a number, and have no other markup."""
    (tmp_path / "data").mkdir()
    lines = '[boilerplate]\nen = "Call {contact:hotline}."\nru = "*We*"\n'
    (tmp_path / "data" / "press.toml").write_text(lines)
    assert [one.line for one in check(tmp_path, ["data/press.toml"])] == [3]
