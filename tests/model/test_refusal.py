"""What a machine refuses is told in a sentence."""

import errno

import pytest

from plugins.model.problems import refusal


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EACCES, "output/a: this user may not read or write there."),
        (errno.EROFS, "output/a: this disk can only be read."),
        (errno.EBUSY, "output/a is a disk of its own"),
        (errno.EXDEV, "output/a is a disk of its own"),
    ],
)
def test_refused(number, words):
    """With the place, and what to do."""
    assert refusal(OSError(number, "x", "output/a")).startswith(words)


@pytest.mark.parametrize("error", [None, ValueError("x"), FileNotFoundError(2, "x", "a")])
def test_faults(error):
    """Any other error is one of the program, and keeps its traceback."""
    assert refusal(error) is None
