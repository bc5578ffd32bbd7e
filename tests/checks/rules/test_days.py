"""The days of a page."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from plugins.checks.rules.days import check, check_clock
from plugins.model.document import Review

TODAY, DAY = date(2026, 11, 24), timedelta(1)
LINES = {"Written": 3, "Reviewed": 4}


@pytest.fixture
def said(known, document):
    """Line and words of every problem with a page that has these days."""

    def problems(**days):
        page = document("be/a.md", field_lines=LINES, **days)
        return [
            (problem.line, problem.what)
            for problem in check(page, replace(known(page), today=TODAY))
        ]

    return problems


@pytest.mark.parametrize("reviewed", [None, Review(TODAY, "editor")])
def test_past(said, reviewed):
    """A page that was written, and reviewed on that day or not at all, is as it should be."""
    assert said(written=TODAY, reviewed=reviewed) == []


def test_written_in_the_future(said):
    """A page was not written tomorrow."""
    assert said(written=TODAY + DAY) == [
        (3, "The page was written on 2026-11-25, but today is 2026-11-24.")
    ]


def test_reviewed_in_the_future(said):
    """Nobody has reviewed a page tomorrow."""
    assert said(written=TODAY, reviewed=Review(TODAY + DAY, "editor")) == [
        (4, "The page was reviewed on 2026-11-25, but today is 2026-11-24.")
    ]


def test_reviewed_before_it_was_written(said):
    """Nobody has reviewed a page before it was there."""
    assert said(written=TODAY, reviewed=Review(TODAY - DAY, "editor")) == [
        (4, "The page was reviewed on 2026-11-23, before it was written on 2026-11-24.")
    ]


@pytest.mark.parametrize(("late", "clock"), [(1, 0), (3, 0), (7, 1), (10, 1)])
def test_clock(known, document, late, clock):
    """When most texts were written after today, the clock is wrong and the texts are not: that is
    one problem; else each text is one."""
    days = [TODAY + DAY] * late + [TODAY] * (10 - late)
    pages = [document(f"be/a{n}.md", field_lines=LINES, written=day) for n, day in enumerate(days)]
    seen = replace(known(*pages), today=TODAY)
    each = [problem for page in pages for problem in check(page, seen)]
    assert (len(list(check_clock(seen))), len(each)) == (clock, 0 if clock else late)
