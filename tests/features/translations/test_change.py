"""What changed between two texts of a page."""

import pytest

from plugins.features.translations.change import compare
from plugins.reading.front_matter import split
from plugins.reading.revision import blocks

THEN = """Title: Money
Summary: What to count.

Opening words.

## Pay {#pay}

Ask for 3 days. Call {contact:hotline}.

## Debt {#debt}

One two three four five six seven eight nine ten eleven twelve thirteen.
"""

SMALL = [
    ("nothing", "x", "x", True),
    ("a word", "Opening", "First", True),
    ("a heading's words", "## Pay", "## Your pay", True),
    ("a number", "3 days", "5 days", False),
    ("a number in words too many", "3 days", "3 or 4 days", False),
    ("a contact", "hotline", "office", False),
    ("a new paragraph", "Opening words.", "Opening words.\n\nMore.", False),
    ("a paragraph less", "Opening words.\n", "", False),
    ("a new heading", "Opening words.", "Opening words.\n\n## New {#new}", False),
    ("another anchor", "{#pay}", "{#your-pay}", False),
    (
        "twelve words",
        "One two three four five six seven eight nine ten eleven twelve",
        "a b c d e f g h i j k l",
        True,
    ),
    (
        "thirteen words",
        "One two three four five six seven eight nine ten eleven twelve thirteen",
        "a b c d e f g h i j k l m",
        False,
    ),
]


def said(text):
    return blocks(*split(text))


def changed(old, new):
    assert old in THEN or old == "x"
    return compare(said(THEN), said(THEN.replace(old, new)))


@pytest.mark.parametrize(("why", "old", "new", "small"), SMALL)
def test_small(why, old, new, small):
    """Small is what changes a few words and no number, contact, paragraph or anchor."""
    assert changed(old, new).small is small


def test_changed_headings():
    """A heading is named when something below it is different."""
    assert [heading.anchor for heading in changed("3 days", "5 days").changed] == ["pay"]


def test_opening():
    """Title, summary and the words above the first heading are the opening."""
    assert [changed(old, "X").opening for old in ("Money", "count", "Opening", "Pay")] == [
        True,
        True,
        True,
        False,
    ]


def test_added_and_removed():
    """New headings are known by the words of the newer text, removed ones by those of the older."""
    change = changed("## Debt {#debt}", "## Loans {#loans}")
    assert ([one.words for one in change.added], [one.words for one in change.removed]) == (
        ["Loans"],
        ["Debt"],
    )


def test_paragraphs():
    """Paragraphs stand beside what they became; new ones beside nothing."""
    change = changed("Opening words.", "First words.\n\nSecond words.")
    assert change.paragraphs == (("Opening words.", "First words."), ("", "Second words."))


def test_moved_section():
    """Sections in another order are no small change."""
    pay, debt = THEN.index("## Pay"), THEN.index("## Debt")
    turned = THEN[:pay] + THEN[debt:] + "\n" + THEN[pay:debt]
    assert compare(said(THEN), said(turned)).small is False
