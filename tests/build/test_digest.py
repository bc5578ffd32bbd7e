"""Values have the same digest in every process as long as they say the same."""

from dataclasses import dataclass, field, replace
from functools import partial

import pytest

from plugins.build.digest import NotPlainError, as_text, is_plain
from plugins.model.document import Document, Text

PAGE = Document(lang="be", url="be/a/", save_as="be/a/index.html", content_digest="1", title="A")


@dataclass(frozen=True)
class Sheet:
    """A record, one field of which says only where it lies."""

    paper: str
    place: object = field(default=None, compare=False)


def printed(page):
    """A function of a module."""


@pytest.mark.parametrize(
    "other",
    [replace(PAGE, content_digest="2"), replace(PAGE, url="be/b/"), replace(PAGE, title="B")],
)
def test_document(other):
    """A document counts as what it was made from, and where it stands."""
    assert as_text(other) != as_text(PAGE)


def test_text_of_a_document():
    """The text is in the digest of what it was made from, so it is not told again."""
    assert as_text(replace(PAGE, text=Text("long"))) == as_text(PAGE)


def test_places():
    """A field that is not compared does not count."""
    assert as_text(Sheet("A4", object())) == as_text(Sheet("A4")) != as_text(Sheet("A3"))


def test_sets():
    """A set has no order."""
    assert as_text(frozenset("ab")) == as_text(frozenset("ba"))


def test_functions():
    """A function of a module counts as its name, with what it is given."""
    assert as_text(partial(printed, "A4")) != as_text(partial(printed, "A3"))


@pytest.mark.parametrize("value", [object(), lambda: None, [object()], {"a": object()}])
def test_strange(value):
    """What cannot be told is an error."""
    with pytest.raises(NotPlainError):
        as_text(value)


@pytest.mark.parametrize(
    ("value", "plain"), [("words", True), (Sheet("A4"), True), (printed, False), (object(), False)]
)
def test_plain(value, plain):
    """Words and records are plain, functions are not."""
    assert is_plain(value) == plain


def test_what_can_change_is_not_told():
    """A record that can change, such as a build, is no plain value:
    what it holds now says nothing of later."""

    @dataclass
    class Changing:
        value: int = 1

    assert not is_plain(Changing())
