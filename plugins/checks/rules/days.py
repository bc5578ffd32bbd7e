"""The days of a page follow one another: it is written, then reviewed, and both are past."""

from collections.abc import Iterator
from typing import Any

from plugins.checks.known import Known
from plugins.model.document import Problem


def check(page: Any, known: Known) -> Iterator[Problem]:
    """What the fields `Written` and `Reviewed` of `page` say can be true today."""
    written, review = page.written, page.reviewed
    if written and written > known.today:
        yield _problem(page, "Written", f"was written on {written}, but today is {known.today}.")
    if not review:
        return
    if review.day > known.today:
        yield _problem(
            page, "Reviewed", f"was reviewed on {review.day}, but today is {known.today}."
        )
    if written and review.day < written:
        yield _problem(
            page, "Reviewed", f"was reviewed on {review.day}, before it was written on {written}."
        )


def _problem(page: Any, field: str, what: str) -> Problem:
    fix = f"Correct the day after `{field}:`, or the clock of this machine."
    return Problem(page.file, page.field_lines.get(field, 1), f"The page {what}", fix)
