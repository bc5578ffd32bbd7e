"""Single words of need: every example of one word counts, and so do other forms of it."""

import pytest

from plugins.features.search.coarse import coarse
from plugins.features.search.single_words import as_typed, excepted, fits, single_words

TEXTS = {
    "danger": ("запугивают", "продают", "заперли", "меня продают"),
    "care": ("суицид",),
    "none": ("запуск", "продажа", "где продают билеты", "тут продают марки"),
}
EXAMPLES = {kind: [coarse(text) for text in texts] for kind, texts in TEXTS.items()}
STEMS = {coarse("запугивают"): coarse("запугива")}


@pytest.fixture(scope="module")
def patterns_of_words():
    return single_words(EXAMPLES, STEMS)


@pytest.mark.parametrize(
    ("word", "needed"),
    [
        ("запугивают", True),
        ("запугивает", True),  # a form of the same word
        ("запугали", False),  # another stem
        ("запуск", False),  # a harmless example
        ("продают", True),  # harmless examples have it more often, so only as it stands
        ("продажа", False),
        ("продавец", False),
        ("суицид", True),
    ],
)
def test_single_words(patterns_of_words, word, needed):
    """A word asks for help when it, or a form of it, is an example of need."""
    assert fits(coarse(word), patterns_of_words.patterns) is needed


def test_harmless_words_with_a_slip():
    """A harmless example that is one slip from a word of need is named as an exception."""
    assert excepted(["batles", "table"], ["battles"]) == ["batles"]


def test_as_typed(patterns_of_words):
    """An example is written with its beginning where its other forms are as good."""
    assert as_typed("запугивают", patterns_of_words.patterns) == "запугива*"
    assert as_typed("продают", patterns_of_words.patterns) == "продают"
