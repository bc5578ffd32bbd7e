"""Moments of a text as feeds say them."""

from datetime import UTC, date, datetime, time
from typing import Any

from plugins.model.document import changed

WITHDRAWN = time(0, 0, 1)  # a text may be withdrawn on the day on which it was published


def midnight(day: date | None) -> datetime | None:
    """Return the moment at which `day` begins."""
    return datetime.combine(day, time(), tzinfo=UTC) if day else None


def updated(entry: Any) -> datetime | None:
    """When an entry became what it is. To withdraw it is always later than to publish or correct it
    on that day."""
    if entry.withdrawn:
        return datetime.combine(dated(entry) or entry.withdrawn.day, WITHDRAWN, tzinfo=UTC)
    return midnight(dated(entry))


def dated(entry: Any) -> date | None:
    """Return the day of an entry: when it was published or last changed."""
    return max((day for day in (entry.published, changed(entry)) if day), default=None)
