"""The words of a language, whole: a slip is read as one of them, a word of need as none."""

import pytest

from plugins.features.search.dictionary import dictionary, is_one_slip, turn
from plugins.features.search.stemmer import read_stemmer
from plugins.features.search.words import Words

STEMMER = read_stemmer("ru")
WORDS = Words(
    danger=("помогите", "памогите", "он убьет", "забра* паспорт", "(kin) пропал"),
    rules=(("= логотип", "press"),),
    known=("убил",),
    sets={"kin": ("сын",)},
)


@pytest.fixture(scope="module")
def words():
    return dictionary(["паспорт", "бьет"], WORDS, STEMMER)


@pytest.mark.parametrize(
    "line", ["бьет", "паспорт!", "помогите!", "убьет!", "забра*", "убил.", "сын.", "логотип."]
)
def test_signs(words, line):
    """Words of pages have no sign; those of need may be meant, those that editors know, those of
    rules and of sets are only right."""
    assert line in words


def test_slips_of_need_are_not_meant(words):
    """A word of need that is a slip of an earlier one is right, since people type it, and never
    meant."""
    assert "памогите." in words


def test_apostrophes():
    """An apostrophe is the one that is typed, whatever stands on the page."""
    assert dictionary(["сям’ёй", "аб`ект"], Words(), STEMMER) == ["аб'ект", "сям'ёй"]


SLIPS = [
    ("kill", "skill", True), ("kill", "kil", True), ("kill", "kkll", True), ("kill", "klil", True),
    ("kill", "kill", False), ("kill", "killed", False), ("kill", "bell", False),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "slip"), SLIPS)
def test_one_slip(left, right, slip):
    """A slip is one letter more, less, changed or swapped, in whichever order both are given."""
    assert is_one_slip(left, right) is is_one_slip(right, left) is slip


def test_turned():
    """A word by its last letters keeps its sign behind it."""
    assert (turn("kill!"), turn("kill")) == ("llik!", "llik")
