"""Whether what TOML gave is of a type, and how to say that it is not."""

from datetime import date, datetime

import pytest

from plugins.model.shape import REST, Table, Texts, Words, is_a, misshapen, unlike

VALUES = [
    ("x", str, True),
    (3, str, False),
    (3, int, True),
    (True, int, False),
    (True, bool, True),
    (date(2026, 1, 1), date, True),
    (datetime(2026, 1, 1), date, False),
    ("2026-01-01", date | None, False),
    (["a"], Texts, True),
    (["a"], tuple[str, ...], True),
    (["a", 3], Texts, False),
    ("a", Texts, False),
    ({"be": "а"}, Words, True),
    ({"be": 3}, Words, False),
    ({"BY": {"be": "а"}}, dict[str, Words], True),
    ({"BY": "а"}, dict[str, Words], False),
    ({"a": 3}, Table, True),
    ([], Table, False),
]


@pytest.mark.parametrize(("value", "hint", "expected"), VALUES)
def test_type(value, hint, expected):
    """A value is of a type when all that is in it is; a truth is no number, a moment no day."""
    assert is_a(value, hint) is expected


@pytest.mark.parametrize(
    ("value", "hint", "expected"),
    [
        ({"n": 3}, {"n": int}, ""),
        ({"n": "x"}, {"n": int}, "a table whose 'n' is a number without quotation marks"),
        (3, {"n": int}, "a table with entries of its own"),
        ([{"n": 1}], [{"n": int}], ""),
        ([3], [{"n": int}], "a table with entries of its own"),
        ({"n": 1}, [{"n": int}], "tables that each begin with two square brackets"),
    ],
)
def test_shape(value, hint, expected):
    """A table is told by the first entry that does not fit, a list of tables by its first misfit."""
    assert unlike(value, hint) == (expected or None)


def test_rest():
    """A name that a shape does not have is of the type of the rest, and free where there is none."""
    assert list(misshapen({"a": 1, "b": 2}, {"a": int, REST: str})) == ["b"]
    assert misshapen({"b": 2}, {"a": int}) == {}
