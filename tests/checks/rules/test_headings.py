"""Headings form an outline with anchors that are the same in all languages."""

import pytest

from plugins.checks.report import warnings
from plugins.checks.rules.headings import check, check_bold
from plugins.model.document import Heading
from plugins.reading.read import read_document

OUTLINES = [
    ("nothing", [], []),
    ("an outline", [Heading(2, "a", "A"), Heading(3, "b", "B"), Heading(2, "c", "C")], []),
    (
        "up by two",
        [Heading(2, "a", "A"), Heading(3, "b", "B"), Heading(4, "c", "C"), Heading(2, "d", "D")],
        [],
    ),
    ("a title", [Heading(1, "a", "A")], ["'A' is a heading of level 1."]),
    ("begins too low", [Heading(3, "a", "A")], ["'A' skips a level."]),
    ("down by two", [Heading(2, "a", "A"), Heading(4, "b", "B")], ["'B' skips a level."]),
    ("no anchor", [Heading(2, "a", "A", explicit=False)], ["The heading 'A' has no anchor."]),
    ("twice", [Heading(2, "a", "A"), Heading(2, "a", "B")], ["The anchor #a occurs twice."] * 2),
]


@pytest.mark.parametrize(("why", "headings", "expected"), OUTLINES)
def test_outline(known, document, why, headings, expected):
    """Levels follow one another and every heading has an anchor of its own, written by hand."""
    page = document("be/about.md", headings=tuple(headings))
    assert [problem.what for problem in check(page, known(page))] == expected


def test_line(known, document):
    """A heading is reported with its line."""
    page = document("be/about.md", headings=(Heading(1, "a", "A"),), field_lines={"#a": 12})
    assert [(problem.file, problem.line) for problem in check(page, known(page))] == [
        ("be/about.md", 12)
    ]


@pytest.mark.parametrize("name", ["contents", "content", "cite"])
def test_name_of_a_chapter(known, document, name):
    """A chapter is not called as a part of the page that has all chapters."""
    page = document(f"be/manual/{name}.md")
    assert ["whole manual" in problem.what for problem in check(page, known(page))] == [True]


BOLD = [
    ("**A heading**\n\nText.", ["A heading"]),
    ("Text.\n\n__A heading__\n\nText.", ["A heading"]),
    ("**Before you go**\n\n- a\n- b", []),  # which names a list
    ("**Before you go**\n\n1. a", []),
    ("**A sentence.**\n\nText.", []),
    ("**Note:**\n\nText.", []),
    ("**A word** and more.\n\nText.", []),
    ("Text.\n\n**At the end**", []),
]


@pytest.mark.parametrize(("text", "words"), BOLD)
def test_bold(converter, text, words):
    """Words in bold that stand alone above a paragraph are to be looked at, with their line."""
    page = read_document("en/advice/a.md", f"Title: A\n\n{text}", converter)
    found = list(check_bold(page))
    assert [one.what for one in found] == [
        f"'{one}' stands alone in bold, as a heading does." for one in words
    ]
    assert [one.line for one in found] == [3 + text[: text.index(one)].count("\n") for one in words]


def test_bold_is_advice(converter, known):
    """They stop no build."""
    page = read_document("en/about/a.md", "Title: A\n\n**A heading**\n\nText.", converter)
    assert not [one for one in check(page, known(page)) if "bold" in one.what]
    assert [one for one in warnings(known(page)) if "## A heading {#" in one.fix]
