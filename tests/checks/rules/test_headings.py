"""Headings form an outline with anchors that are the same in all languages."""

import pytest

from plugins.checks.rules.headings import check
from plugins.model.document import Heading

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
