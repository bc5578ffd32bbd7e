"""Words that look the same and are not."""

import pytest

from plugins.model.look_alike import same_to_the_eye, strangers
from plugins.model.user_error import did_you_mean

PAIRS = [
    ("h\u043etline", "hotline", "U+043E CYRILLIC SMALL LETTER O"),
    ("\u0441ontact", "contact", "U+0441 CYRILLIC SMALL LETTER ES"),
    ("cafe\u0301", "caf\u00e9", "U+0301 COMBINING ACUTE ACCENT"),
]


@pytest.mark.parametrize(("word", "meant", "letter"), PAIRS)
def test_what_differs(word, meant, letter):
    """A word that looks like a known one is answered with the letters that are others."""
    assert same_to_the_eye(word, ["about", meant]) == meant
    assert strangers(word) == (letter,)
    assert letter in did_you_mean(word, ["about", meant])


def test_another_word():
    """A word that looks like no other is no matter of letters."""
    assert same_to_the_eye("hotlin", ["hotline"]) == ""
