"""Moments of a text as feeds say them, and the months in which none was published."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from plugins.model.document import changed
from plugins.model.page import Page

WITHDRAWN = time(0, 0, 1)  # a text may be withdrawn on the day on which it was published


def midnight(day: date | None) -> datetime | None:
    """Return the moment at which `day` begins."""
    return datetime.combine(day, time(), tzinfo=UTC) if day else None


def updated(entry: Page) -> datetime | None:
    """When an entry became what it is. To withdraw it is always later than to publish or correct it
    on that day."""
    if entry.withdrawn:
        return datetime.combine(dated(entry) or entry.withdrawn.day, WITHDRAWN, tzinfo=UTC)
    return midnight(dated(entry))


def dated(entry: Page) -> date | None:
    """Return the day of an entry: when it was published or last changed."""
    return max((day for day in (entry.published, changed(entry)) if day), default=None)


def missing_months(published: Iterable[date], today: date) -> list[str]:
    """The months (2026-11) without a release, from the first release to the month before that of
    `today`."""
    there = {(day.year, day.month) for day in published}
    if not there:
        return []
    found, month = [], min(there)
    while month < (today.year, today.month):
        if month not in there:
            found.append(f"{month[0]}-{month[1]:02}")
        month = (month[0] + month[1] // 12, month[1] % 12 + 1)
    return found
