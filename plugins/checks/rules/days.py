"""The days of a page follow one another: it is written, then reviewed, and both are past."""

from collections.abc import Iterator
from datetime import date

from plugins.checks.known import Known
from plugins.model.document import Problem, Review
from plugins.model.message import Message
from plugins.model.page import Page


def check(page: Page, known: Known) -> Iterator[Problem]:
    """What the fields `Written` and `Reviewed` of `page` say can be true today."""
    if known.clock_is_behind:
        return
    for field, what in _untrue(page.written, page.reviewed, known.today):
        yield _problem(page, field, what)


def check_clock(known: Known) -> Iterator[Problem]:
    """The clock of the machine can be right: not most texts were written after today."""
    if known.clock_is_behind:
        newest = max(page.written for page in known.documents if page.written)
        what = Message(
            "The clock of this machine says %(today)s, but texts were written up to %(newest)s.",
            today=known.today,
            newest=newest,
        )
        page = next(page for page in known.documents if page.written == newest)
        yield _problem_of_clock(page, what)


def _problem_of_clock(page: Page, what: Message) -> Problem:
    fix = Message("Set the clock; with a wrong one, what is due and what expires are wrong too.")
    return Problem(page.file, page.field_lines.get("Written", 1), what, fix)


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


def _problem(page: Page, field: str, what: Message) -> Problem:
    fix = Message("Correct the day after `%(field)s:`, or the clock of this machine.", field=field)
    return Problem(page.file, page.field_lines.get(field, 1), what, fix)
