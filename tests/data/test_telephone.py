"""The number that is shown is the one that is dialled."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.data.telephone import DIALLED, dialled, misfits

SAME = [
    ("113", "113"),
    ("116 000", "116000"),
    ("+375 17 211 02 51", "+375172110251"),
    ("+375 (17) 211-02-51", "+375172110251"),
    ("+375\u00a017\u00a0211\u201102\u201151", "+375172110251"),
    ("8 017 211 02 51", "+375172110251"),
    ("8 (017) 211-02-51", "+375172110251"),
    ("8 801 100 8 801", "88011008801"),
]
NO_NUMBER = [
    "",
    "+",
    "call 113",
    "113 or 112",
    "١١٣",
    "１１３",
    "11\u202e3",
    "113\n",
    "+375 17 2\t11",
    "+375  17 211 02 51",
    "(113",
    "1)1(3",
    "113;ext=1",
    '113"',
    "<b>113</b>",
    "113/112",
    "++375172110251",
]
NOT_DIALLED = [
    "",
    "+",
    "0",
    "+375 17 211 02 51",
    "375172110251",
    "80172110251",
    "113#",
    "113;x",
    "*113",
    "+0123456789",
]
NOT_DIALLED += ['113"><script>', "javascript:1", "+3751721102511234", "113\n", "١١٣"]
GAPS = st.sampled_from(["", " ", "-", "\u00a0", "\u2011"])
FULL = st.from_regex(re.compile(r"\A\+[1-9][0-9]{6,14}\Z"))


@pytest.mark.parametrize(("number", "dial"), SAME)
def test_same(number, dial):
    """A number belongs to its digits, however people space them;
    inside Belarus 8 and 0 stand for +375."""
    assert misfits(number, dial) == []


@pytest.mark.parametrize("number", NO_NUMBER)
def test_no_number(number):
    """What is shown is a number and nothing else."""
    assert [name for name, _, _ in misfits(number, "113")] == ["number"]


@pytest.mark.parametrize("dial", NOT_DIALLED)
def test_not_dialled(dial):
    """What is dialled is a plus and digits, or a short code, and nothing else."""
    assert [name for name, _, _ in misfits("113", dial)] == ["dial"]


@pytest.mark.parametrize(
    ("number", "dial"),
    [
        ("113", "112"),
        ("113", "+375113113"),
        ("8 017 211 02 51", "+375172110215"),
        ("+7 17 211 02 51", "+375172110251"),
    ],
)
def test_other_number(number, dial):
    """A number that dials another one is a problem that names the right one."""
    ((name, what, fix),) = misfits(number, dial)
    assert (name, number in what, dialled(number) in fix) == ("dial", True, True)


@given(FULL, st.lists(GAPS, min_size=16, max_size=16))
def test_spaced(dial, gaps):
    """Spaces between its digits make no number another one."""
    shown = dial[:2] + "".join(gap + digit for gap, digit in zip(gaps, dial[2:], strict=False))
    assert misfits(shown, dial) == []


@given(FULL, st.data())
def test_one_digit(dial, data):
    """One other digit is always found."""
    place = data.draw(st.integers(1, len(dial) - 1))
    other = data.draw(st.sampled_from([digit for digit in "123456789" if digit != dial[place]]))
    assert misfits(dial, dial[:place] + other + dial[place + 1 :])


@given(st.text(max_size=24))
def test_nothing_else(text):
    """Whatever is taken for a number has none but digits, plus, gaps and brackets;
    what is dialled has digits only."""
    if dialled(text):
        assert re.fullmatch(r"[+()0-9 \u00a0\u202f\u2011-]+", text)
    assert misfits("113", text) or text == "113"
    assert not DIALLED.fullmatch(text) or re.fullmatch(r"\+?[0-9]+", text)


ABROAD = [
    ("016", "016", "ES"),
    ("800 290 290", "800290290", "IT"),
    ("08000 121 700", "08000121700", "GB"),
    ("8 017 211 02 51", "80172110251", "RU"),
    ("+48 22 628 01 20", "+48226280120", "PL"),
]


@pytest.mark.parametrize(("number", "dial", "country"), ABROAD)
def test_abroad(number, dial, country):
    """A number of another country is dialled as it stands there, with its zeros."""
    assert misfits(number, dial, country) == []


@pytest.mark.parametrize("dial", ["", "1", "0800;1", "0 16", "+0161234567", "1234567890123"])
def test_not_dialled_abroad(dial):
    """But it is digits, not too many and not too few."""
    assert [name for name, _, _ in misfits("016", dial, "ES")] == ["dial"]
