"""The token of the confirm page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contact.form import Form
from contact.token import VALID, sign, valid

NOW = 1_800_000_000
OLD, NEW = b"o" * 32, b"n" * 32


def form(text="help", name="counselling", token=""):
    return Form(name, {"message": text}, token=token)


@pytest.mark.parametrize(
    ("key", "then", "text", "name", "good"),
    [
        (NEW, NOW, "help", "counselling", True),
        (OLD, NOW, "help", "counselling", True),
        (NEW, NOW - VALID, "help", "counselling", True),
        (NEW, NOW - VALID - 1, "help", "counselling", False),
        (NEW, NOW + 1, "help", "counselling", False),
        (b"x" * 32, NOW, "help", "counselling", False),
        (NEW, NOW, "other", "counselling", False),
        (NEW, NOW, "help", "press", False),
    ],
)
def test_valid(key, then, text, name, good):
    """A token holds for one text of one form, for a day, by the present key or the one before."""
    token = sign(key, form(text, name), then)
    assert valid((NEW, OLD), form(token=token), NOW) == good


@given(st.text(max_size=100))
def test_invented(token):
    """No invented token is valid, and none is an error."""
    assert not valid((NEW, OLD), form(token=token), NOW)


@given(st.text("0123456789.abcdef٣²", max_size=90))
def test_nearly_invented(token):
    """Nor is one made of the right signs."""
    assert not valid((NEW, OLD), form(token=token), NOW)
