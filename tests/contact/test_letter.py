"""The length of a letter says nothing about the message."""

from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contact.letter import LEAST, STEP, part


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6000))
def test_steps(text):
    """Every letter is a multiple of 2 KiB, and its text is whole."""
    made = part(text)
    assert (len(made) % STEP, len(made) >= LEAST) == (0, True)
    assert message_from_bytes(made, policy=policy.default).get_content().rstrip(
        "\r\n"
    ) == text.rstrip("\r\n")


@pytest.mark.parametrize("sign", ["a", "ы", "ع", "漢", "😀"])
def test_equal(sign):
    """From 1 to 1500 characters of any script there is one length."""
    assert {len(part(sign * count)) for count in (1, 2, 100, 750, 1499, 1500)} == {LEAST}


@pytest.mark.parametrize("count", range(STEP * 4 - 200, STEP * 4 + 10))
def test_every_room(count):
    """The filling fits for every room that is left, and no line of it is long."""
    made = part("x" * count)
    head = made.partition(b"\r\n\r\n")[0]
    assert (len(made) % STEP, max(map(len, head.split(b"\r\n"))) < 80) == (0, True)
