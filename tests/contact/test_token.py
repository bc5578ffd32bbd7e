"""The token of the confirm page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contact.form import Form
from contact.token import ID_VALID, VALID, confirmed_for, id_key, message_name, new_id, sign

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
    age = NOW - then if good else None
    assert confirmed_for((NEW, OLD), form(token=token), NOW) == age


@given(st.text(max_size=100))
def test_invented(token):
    """No invented token is valid, and none is an error."""
    assert confirmed_for((NEW, OLD), form(token=token), NOW) is None


@given(st.text("0123456789.abcdef٣²", max_size=90))
def test_nearly_invented(token):
    """Nor is one made of the right signs."""
    assert confirmed_for((NEW, OLD), form(token=token), NOW) is None


@given(st.text(max_size=100) | st.text("0123456789.abcdef٣²", max_size=90))
def test_invented_id(text):
    """No invented id is one of ours, and none is an error."""
    assert id_key((NEW, OLD), text, NOW) is None


@pytest.mark.parametrize(
    ("key", "then", "purpose", "good"),
    [
        (NEW, NOW, "form", True),
        (OLD, NOW, "form", True),
        (NEW, NOW + 10**8, "form", True),
        (NEW, NOW - ID_VALID - 1, "form", False),
        (b"x" * 32, NOW, "form", False),
        (NEW, NOW, "trial", False),
    ],
)
def test_id(key, then, purpose, good):
    """An id is known by the key that signed it, also when the clock was set back since."""
    assert id_key((NEW, OLD), new_id(key, then, purpose), NOW) == (key if good else None)


def test_name():
    """The same text in the same form has one name; another text, form or id has another."""
    one = Form("press", {"message": "a"}, id="1")
    others = (
        one._replace(id="2"),
        one._replace(values={"message": "b"}),
        one._replace(name="counselling"),
    )
    assert message_name(NEW, one) == message_name(NEW, one._replace(token="t"))
    assert len({message_name(NEW, form) for form in (one, *others)}) == 4
