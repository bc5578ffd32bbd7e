"""The monthly series of releases: which month has none."""

from collections.abc import Iterable
from datetime import date


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
