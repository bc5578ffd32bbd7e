"""What only the full run asks (`make test FULL=1`): `make test` keeps a sample of it."""

import os
from collections.abc import Collection, Iterable

import pytest

FULL = os.environ.get("FULL", "") in ("1", "yes")
WAITS = pytest.mark.skipif(not FULL, reason="only in the full run: make test FULL=1")


def sample(values: Iterable, kept: Collection) -> list:
    """Return `values` as parameters of a test: those not in `kept` are only for the full run."""
    values = list(values)
    assert set(kept) <= set(values), f"not among the values: {set(kept) - set(values)}"
    return [value if value in kept else waiting(value) for value in values]


def waiting(value: object):
    """Return the parameter `value`, only for the full run."""
    values = value if isinstance(value, tuple) else (value,)
    return pytest.param(*values, marks=pytest.mark.full)


def amount(everything: int, part: int) -> int:
    """Return how many of one kind are asked: `everything` in the full run, otherwise `part`."""
    return everything if FULL else part
