"""The days of a page follow one another: it is written, then reviewed, and both are past."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from plugins.checks.known import Known
from plugins.model.document import Problem, Review
from plugins.model.message import Message


def check(page: Any, known: Known) -> Iterator[Problem]:
    """What the fields `Written` and `Reviewed` of `page` say can be true today."""
    for field, what in _untrue(page.written, page.reviewed, known.today):
        yield _problem(page, field, what)


def _untrue(
    written: date | None, review: Review | None, today: date
) -> Iterator[tuple[str, Message]]:
    if written and written > today:
        yield (
            "Written",
            Message(
                "The page was written on %(written)s, but today is %(today)s.",
                written=written,
                today=today,
            ),
        )
    if review and review.day > today:
        what = Message(
            "The page was reviewed on %(day)s, but today is %(today)s.", day=review.day, today=today
        )
        yield "Reviewed", what
    if review and written and review.day < written:
        what = Message(
            "The page was reviewed on %(day)s, before it was written on %(written)s.",
            day=review.day,
            written=written,
        )
        yield "Reviewed", what


def _problem(page: Any, field: str, what: Message) -> Problem:
    fix = Message("Correct the day after `%(field)s:`, or the clock of this machine.", field=field)
    return Problem(page.file, page.field_lines.get(field, 1), what, fix)
