"""Titles in alphabetical order, and the letters of the index."""

import pytest

from plugins.model.alphabet import alphabetical, first_letter

ORDERS = [
    ("Russian ё follows е", ["ежи", "езда", "ёлка", "жизнь"]),
    (
        "Belarusian ё and і stand before ж and й",
        ["ехаць", "ёлка", "жыць", "здача", "імя", "йод", "кава"],
    ),
    ("Belarusian ў follows у", ["урок", "ўчора", "фарба"]),
    ("capital letters make no difference", ["дарога", "Дарогі", "дарожнік"]),
    ("quotation marks make no difference", ["адзін", "«Два»", "тры"]),
    ("a hyphen or quotation mark at the start makes no difference", ["— апошні", "бяда"]),
    ("Latin", ["Advice", "contact", "Help"]),
    ("Arabic", ["اتصال", "بحث", "مساعدة"]),
]

LETTERS = [
    ("Дапамога", "Д"),
    ("«Два» слова", "Д"),
    ("— пачатак", "П"),
    ("ёлка", "Ё"),
    ("імя", "І"),
    ("112: нумар", "0–9"),
    ("help", "H"),
    ("المساعدة", "ا"),
    ("", ""),
]


@pytest.mark.parametrize(("why", "titles"), ORDERS)
def test_order(why, titles):
    """Titles stand where readers look for them."""
    assert sorted(reversed(titles), key=alphabetical) == titles


@pytest.mark.parametrize(("title", "letter"), LETTERS)
def test_first_letter(title, letter):
    """A title stands under its first letter, whatever marks come before it."""
    assert first_letter(title) == letter


def test_latin_letters_in_another_script():
    """Latin letters stand together where the language has another script,
    for A and А look the same."""
    assert first_letter("ABC", latin=False) == "A–Z"


def test_own_letters_in_another_script():
    """The letters of the language itself stand each under its own."""
    assert first_letter("Абвг", latin=False) == "А"
