"""Numbers, mailboxes and callouts that an editor typed and should have named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.reading.numbers import written_by_hand

FOUND = [
    ("Call 113.", "113"),
    ("Call 113", "113"),
    ("(113)", "113"),
    ("**113**", "113"),
    ("Тэлефон: 113, бясплатна", "113"),
    ("Call 116 000 at once", "116 000"),
    ("Call 116000 at once", "116000"),
    ("Call 116-000 at once", "116-000"),
    ("Call 116\u00a0000 at once", "116\u00a0000"),
    ("Call +375 17 211 02 51", "+375 17 211 02 51"),
    ("Call +375 (17) 211-02-51!", "+375 (17) 211-02-51"),
    ("Call +48 22 628 99 99", "+48 22 628 99 99"),
    ("Call 8-801-100-8-801", "8-801-100-8-801"),
    ("Call 8 801 100 88 01", "8 801 100 88 01"),
    ("Write to help@example.org.", "help@example.org"),
    ("Title: Call 113", "113"),
    ("Call 8 017 211 02 51", "8 017 211 02 51"),
    ("Call 8 (029) 123-45-67", "8 (029) 123-45-67"),
    ("Call 8.017.211.02.51", "8.017.211.02.51"),
    ("Call 80172110251", "80172110251"),
    ("тэл.80172110251", "80172110251"),
    ("тэл80172110251факс", "80172110251"),
    ("Call 375 29 123 45 67", "375 29 123 45 67"),
    ("Call 375-29-123-45-67", "375-29-123-45-67"),
    ("Call +375 17\n211 02 51", "+375 17 211 02 51"),
    ("Call 8 017\n211 02 51", "8 017 211 02 51"),
    ("Call 8\u200b017\u200b2110251", "80172110251"),
    ("Call 116\n000", "116 000"),
    ("Call (029) 123-45-67", "(029) 123-45-67"),
    ("Call 029-123-45-67", "029-123-45-67"),
    ("Call 017 211 02 51", "017 211 02 51"),
    ("Тэл.: 211-02-51", "211-02-51"),
    ("[a](https://wa.me/375291234567)", "wa.me/375291234567"),
    ("https://wa.me/48226289999", "wa.me/48226289999"),
    ("[a](https://t.me/+375291234567)", "t.me/+375291234567"),
    ("https://api.whatsapp.com/send?phone=48226289999", "phone=48226289999"),
    ("[a](viber://chat?number=%2B48226289999)", "number=%2B48226289999"),
    ("https://signal.me/#p/+48226289999", "signal.me/#p/+48226289999"),
    ("Call 00375172110251", "00375172110251"),
    ("Call 00 375 17 211-02-51", "00 375 17 211-02-51"),
    ("Call 810375172110251", "810375172110251"),
    ("From abroad: 0048 22 628 99 99", "0048 22 628 99 99"),
    ("8~10 48 22 628 99 99", "8~10 48 22 628 99 99"),
    ("Or 0291234567.", "0291234567"),
    ("Or 029/123 45 67", "029/123 45 67"),
    ("Тэл. 2110251", "2110251"),
    ("Телефон: 211 02 51", "211 02 51"),
    ("Тел. 25-36-47", "25-36-47"),
    ("Phone us at 628 99 99", "628 99 99"),
    ("Патэлефануйце па нумары 133", "133"),
    ("Call 911", "911"),
    ("In Poland 0 800 123 456", "0 800 123 456"),
    ("0800-123-456", "0800-123-456"),
    ("1-800-123-4567", "1-800-123-4567"),
    ("In Germany 116 016", "116 016"),
    ("In Germany 116016", "116016"),
    ("48 22 628 99 99", "48 22 628 99 99"),
    ("8-495-123-45-67", "8-495-123-45-67"),
    ("+48.22.628.99.99", "+48.22.628.99.99"),
    ("\uff0b48 22 628 99 99", "\uff0b48 22 628 99 99"),
    ("+375 29 **123** 45 67", "+375 29 **123** 45 67"),
    ("Ask ¹¹³", "¹¹³"),
    ("Ask ₁₁₃", "₁₁₃"),
    ("Ask ①①③", "①①③"),
    ("Ask ११३", "११३"),
    ("Ask 𝟏𝟏𝟑", "𝟏𝟏𝟑"),
    ("Ask 1\ufe0f\u20e31\ufe0f\u20e33\ufe0f\u20e3", "113"),
    ("Call 103/113", "103/113"),
    ("Тэл.: 211\u201102\u201151", "211\u201102\u201151"),
]

NOT_FOUND = [
    "In 1113 and 2113 people",
    "A sum of 113,50 or 113.5",
    "Article 15/113",
    "Directive 113/2020",
    "{contact:hotline}",
    "{contact:missing-children}",
    "In 2020-11-24",
    "Between 2017–2021",
    "3 000 000 people in 18 countries",
    "https://example.org/113",
    "paragraph-113",
    "8 000 000 000 people",
    "https://example.org/80172110251",
    "In 2018 017 211 02 51",
    "375 people of 2,110,251",
    "1. One\n\n375 people\n\n29 of them\n\n1234567",
    "@home",
    "978-5-17-118366-6 and 985-01-0324-2",
    "ISBN 0291234567, УНП 100123456",
    "2110251 people and 116 016 people, № 116016",
    "Call 2 people, call 300 people, call in 2026, call 24/7, call on 24.11.2026",
    "Тел. работает 9.00-18.00, звоните 9-18",
    "from 0800 to 1600, 10 000 000, 1 234 567 roubles",
    "words¹¹³, 10¹¹³, 0,113",
    "https://t.me/channel/113 and https://t.me/+AbCdEf123",
    "01.02.2020, 12-15-20, 10-00-00, 0,5 123 45 67",
]

# However it is written, a number that no longer works must not come back.
RETIRED = [
    "８-８０１-１００-８-８０１",
    "8 801 **100** 8 801",
    "8-801-100-8-801",
    "8 801 100 8 801",
    "8 (801) 100-88-01",
    "88011008801",
    "8\u2011801\u2011100\u20118\u2011801",
]

CALLOUTS = [
    ("!!! tip", ["!!! tip"]),
    ("!!! danger   ", ["!!! danger"]),
    ('!!! tip "A title"', []),
    ("Hurry!!!", []),
    ('!!! foo "A title"', ["foo"]),
    ('!!! content-note "A title"', []),
]


@pytest.mark.parametrize(("line", "number"), FOUND)
def test_found(contacts, line, number):
    """A number or mailbox typed into a text is found as it was written."""
    assert [reference.target for reference in written_by_hand(line, contacts)] == [number]


@pytest.mark.parametrize("line", NOT_FOUND)
def test_not_found(contacts, line):
    """Years, sums, articles of law, addresses and contacts by key are not telephone numbers."""
    assert list(written_by_hand(line, contacts)) == []


@pytest.mark.parametrize("number", RETIRED)
def test_retired(contacts, number):
    """A retired toll-free number is found in any spelling."""
    assert len(list(written_by_hand(f"Call {number}.", contacts))) == 1


@pytest.mark.parametrize(("line", "expected"), CALLOUTS)
def test_untitled(contacts, line, expected):
    """A callout without a title, or of no kind, is found."""
    found = written_by_hand(line, contacts)
    assert [reference.target for reference in found if reference.kind != "number"] == expected


def test_line(contacts):
    """What is found has its line in the file."""
    assert [reference.line for reference in written_by_hand("one\n113\nthree\n103", contacts)] == [
        2,
        4,
    ]


def test_no_contacts():
    """Without contacts a short number means nothing; a long one does."""
    assert list(written_by_hand("Call 113 or 116 016", {})) == []
    assert list(written_by_hand("Call 2110251", {}))


@given(
    st.sampled_from(["+375", "00375", "810375", "8 10 375", "375", "8 0", "80", "+375 (0)"]),
    st.sampled_from(["17", "(17)", "1 7"]),
    st.lists(
        st.sampled_from([" ", "-", ".", "", "\u00a0", "\u2011", ") "]), min_size=3, max_size=3
    ),
    st.sampled_from(
        ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "⁰¹²³⁴⁵⁶⁷⁸⁹", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"]
    ),
)
def test_any_spelling(contacts, code, town, gaps, digits):
    """A number of Minsk is found however it is typed, and in whatever digits."""
    typed = f"{code}{gaps[0]}{town}{gaps[1]}211{gaps[2]}02-51"
    typed = typed.translate({ord(str(n)): sign for n, sign in enumerate(digits)})
    assert len(list(written_by_hand(f"Words {typed} words", contacts))) == 1


@given(st.text())
def test_any_text(contacts, source):
    """Whatever the text, what is found stands on the line it is said to stand on."""
    lines = source.splitlines()
    for reference in written_by_hand(source, contacts):
        assert reference.target in lines[reference.line - 1]


@given(st.text(st.characters(categories=("L", "Z", "P"), exclude_characters="@+!")))
def test_no_digits(contacts, source):
    """Words alone never look like a number."""
    assert list(written_by_hand(source, contacts)) == []


@given(
    st.sampled_from(["hotline", "office", "missing-children"]),
    st.text(st.sampled_from(" \n.,;:()«»абв"), max_size=5),
)
def test_declared_number(contacts, key, around):
    """A declared number between words or marks is always found."""
    source = f"слова {around} {contacts[key].number} {around} слова"
    assert contacts[key].number in [
        reference.target for reference in written_by_hand(source, contacts)
    ]
