"""Who wrote a name that is not there is told which there are, as many as a person can read."""

import pytest

from plugins.model.user_error import NEAREST, READABLE, did_you_mean

MANY = [f"advice/topic-{number:03}" for number in range(300)]


def test_nearest():
    """A slip is told as such."""
    assert did_you_mean("hotlin", ["office", "hotline"]) == "Did you mean 'hotline'?"


@pytest.mark.parametrize("known", [["office"], [f"n{number}" for number in range(READABLE)]])
def test_all(known):
    """Where nothing is like it, all names are told that can be read."""
    assert did_you_mean("#", known) == f"Use one of: {', '.join(sorted(known))}."


def test_many():
    """Of more, only the nearest are told, and how many there are."""
    said = did_you_mean("topic", [*MANY, "zzz"])
    assert said.values["count"] == len(MANY) + 1
    assert len(said.values["names"]) == NEAREST
    assert set(said.values["names"]) < set(MANY)
