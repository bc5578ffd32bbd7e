"""What is shown as it was typed has no markup."""

import pytest

from plugins.model.plain_words import markup_in

MARKUP = [
    # (what an editor typed, the markup in it)
    ("**Bold** words", "**Bold**"),
    ("A __bold__ word", "__bold__"),
    ("A *slanted* word", "*slanted*"),
    ("(*слова*)", "*слова*"),
    ("_Title_", "_Title_"),
    ("See [us](01-us.md).", "[us](01-us.md)"),
    ("[us]()", "[us]()"),
    ("![A road](road.jpg)", "![A road](road.jpg)"),
    ("[us][1] and", "[us][1]"),
    ("[[Page]]", "[[Page]]"),
    ("A claim[^1]", "[^1]"),
    ("The `code` of", "`code`"),
    ("~~old~~ new", "~~old~~"),
    ("A ==marked== word", "==marked=="),
    ("## Title", "## Title"),
    ("Call {contact: hotline}", "{contact: hotline}"),
    ("Call {Contact:hotline}", "{Contact:hotline}"),
    ("Title {#anchor}", "{#anchor}"),
    ("Five \\* three", "\\*"),
    ("A&nbsp;B", "&nbsp;"),
    ("A &#8212; B", "&#8212;"),
    ("A <b>bold</b> word", "<b>"),
    ("A<br/>B", "<br/>"),
    ("<IMG SRC=x onerror=y>", "<IMG SRC=x onerror=y>"),
    ("A</span> B", "</span>"),
    ("<https://example.org>", "<https://example.org>"),
    ("<!-- a note -->", "<!--"),
    ("Good :smile: news", ":smile:"),
    (":+1: Thanks", ":+1:"),
]  # fmt: skip
PLAIN = [
    "5 * 3 * 2", "5*3*2", "snake_case_name", "_", "Name ____ day ____", "[sic]", "[sic] (p. 3)", "[1][2]",
    "C&A", "C&A; H&M; others", "AT&T", "1 < 2", "a <3", "2 > 1 < 3", "Prices* are free*", "* with tax",
    "** with tax", "#MeToo", "# MeToo"[:1], "№ 5 #113", "$5 and $10", "C++ and C#", "Увага!!!", "аб`ява і з`ява",
    "At 10:00: news", "Who: when: where", "a :b", "12:30:45", "https://example.org/_next_/a_b_c", "~5 km ~ 6 km",
    "a = b == c", "{a, b}", "C:\\dir", "and/or", "What? (2026)", "a|b", "- a - b -", "help*", "Стаўка*: 5 %*",
    "Заўвага: *", "«Так» – [перапынак] (гл. 3)", "Chapter <con>", "<Імя>", "@name_of_channel and @other_name",
]  # fmt: skip


@pytest.mark.parametrize(("text", "markup"), MARKUP)
def test_markup(text, markup):
    """Markup is found, as it was typed."""
    assert markup_in(text) == markup


@pytest.mark.parametrize("text", PLAIN)
def test_plain(text):
    """Signs that stand for themselves are none."""
    assert markup_in(text) == ""
