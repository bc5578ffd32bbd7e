"""A contact may go public while somebody has checked it lately."""

from dataclasses import replace
from datetime import date

import pytest

from plugins.data.entries import as_known, unfit

TODAY = date(2026, 11, 24)

VERDICTS = [
    ({}, ""),
    ({"expires": date(2026, 11, 25)}, ""),
    ({"expires": TODAY}, ""),
    ({"expires": date(2025, 1, 1)}, ""),
    ({"verified": None}, "was never verified"),
    ({"expires": None}, "was never verified"),
    ({"verified": None, "demonstration": True}, ""),
    ({"expires": date(2025, 1, 1), "demonstration": True}, ""),
]


@pytest.mark.parametrize(("changes", "reason"), VERDICTS)
def test_unfit(contacts, changes, reason):
    """A contact is unfit when it was never checked, unless it is only an example."""
    assert unfit(replace(contacts["hotline"], **changes)) == (reason or None)


@pytest.mark.parametrize(
    ("changes", "verified"),
    [
        ({"expires": date(2026, 11, 25)}, True),
        ({"expires": TODAY}, False),
        ({"expires": date(2025, 1, 1)}, False),
        ({"verified": None}, False),
        ({"expires": None}, True),
    ],
)
def test_a_check_grows_old(contacts, changes, verified):
    """From the day it expires on a number counts as one that nobody has verified."""
    known = as_known(replace(contacts["hotline"], **changes), TODAY)
    assert bool(known.verified) == verified
