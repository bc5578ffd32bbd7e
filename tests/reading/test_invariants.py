"""Numbers, dates, contacts, links and warnings, as they are compared between languages."""

import pytest

from plugins.reading.dates import taken_dates
from plugins.reading.invariants import amounts, invariants
from plugins.reading.revision import Block

AMOUNTS = [
    ("en", "12 500 people", ["12500"]),
    ("en", "12,500 people", ["12500"]),
    ("be", "12\u00a0500 чалавек", ["12500"]),
    ("ru", "32,5 %", ["32.5%"]),
    ("en", "32.5%", ["32.5%"]),
    ("en", "32.5 per cent", ["32.5%"]),
    ("be", "32,5 працэнта", ["32.5%"]),
    ("ru", "32,5 процента", ["32.5%"]),
    ("en", "3 days", ["3"]),
    ("en", "24 hours", ["24"]),
    ("en", "at 10:30", ["10.30"]),
    ("ru", "в 10.30", ["10.30"]),
    ("be", "24 лістапада 2026", ["2026-11-24"]),
    ("en", "Call {contact:eu-116000}", []),
    ("ar", "١٢٬٥٠٠ شخص", ["12500"]),
]
DATES = [
    ("en", "on 24 November 2026", ["2026-11-24"]),
    ("en", "on November 24, 2026", ["2026-11-24"]),
    ("en", "on the 24th November", ["-11-24"]),
    ("en", "in November 2026", ["2026-11-"]),
    ("en", "under 18 may work in 2026", []),
    ("en", "on 18 May 2026", ["2026-5-18"]),
    ("be", "24 лістапада 2026 года", ["2026-11-24"]),
    ("be", "у лістападзе 2026 года", ["2026-11-"]),
    ("be", "18 мая", ["-5-18"]),
    ("be", "18 маем", ["-5-18"]),
    ("be", "5 машын", []),
    ("ru", "24 ноября 2026 года", ["2026-11-24"]),
    ("ru", "в ноябре 2026 года", ["2026-11-"]),
    ("ru", "5 мая", ["-5-5"]),
    ("ru", "5 маршруток", []),
    ("ru", "24.11.2026", ["2026-11-24"]),
    ("ar", "7 سبتمبر 2023", ["2023-9-7"]),
    ("xx-none", "24.11.2026 and 24 November", ["2026-11-24"]),
]
PAGE = """Title: A

Call {contact:hotline} [about](index.md#a) and [there](https://example.org/x).[^1]

!!! content-note "Hard"
    Words.

[^1]: Law 52.
"""


@pytest.mark.parametrize(("lang", "words", "numbers"), AMOUNTS)
def test_amounts(lang, words, numbers):
    """A number is the same however its language writes it."""
    assert [value for _, value in amounts(words, lang)] == numbers


@pytest.mark.parametrize(("lang", "words", "dates"), DATES)
def test_dates(lang, words, dates):
    """A date is the same in the words of every language, and nothing else is one."""
    assert taken_dates(words, lang)[0] == dates


def test_of_a_page():
    """Each has its kind, its part of the text and its line; what footnotes say is a part of its
    own."""
    said = (Block("Call {contact:hotline}", "", False, 3), Block("Law 52.", "end", False, 8))
    assert [tuple(one) for one in invariants(said, PAGE, "en/about/page.md")] == [
        ("contact", "", "hotline", 3),
        ("number", "^", "52", 8),
        ("link", "", "about#a", 3),
        ("outside", "", "https://example.org/x", 3),
        ("footnote", "", "1", 3),
        ("warning", "", "content-note", 5),
    ]


def test_marks_before_a_colon():
    """A mark that a colon follows is one as well, and a footnote itself is none."""
    raw = "A[^a]: b.[^b]\n\n[^a]: One.\n> [^b]: Two.\n"
    found = [one for one in invariants((), raw, "en/about/page.md") if one.kind == "footnote"]
    assert [tuple(one)[2:] for one in found] == [("a", 1), ("b", 1)]
