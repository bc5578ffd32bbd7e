"""A contact may go public while somebody has checked it lately."""

from dataclasses import replace
from datetime import date

import pytest

from plugins.data.entries import unfit

TODAY = date(2026, 11, 24)

VERDICTS = [
    ({}, ""),
    ({"expires": date(2026, 11, 25)}, ""),
    ({"expires": TODAY}, "expired on 2026-11-24"),
    ({"expires": date(2025, 1, 1)}, "expired on 2025-01-01"),
    ({"verified": None}, "was never verified"),
    ({"expires": None}, "was never verified"),
    ({"verified": None, "demonstration": True}, ""),
    ({"expires": date(2025, 1, 1), "demonstration": True}, ""),
]


@pytest.mark.parametrize(("changes", "reason"), VERDICTS)
def test_unfit(contacts, changes, reason):
    """A contact is unfit when it was never checked or is due again,
    unless it is only an example."""
    assert unfit(replace(contacts["hotline"], **changes), TODAY) == (reason or None)
