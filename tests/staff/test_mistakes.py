"""A hundred mistakes, and what staff are told of each in Belarusian, Russian and English."""

import tomllib
from pathlib import Path

import pytest

from plugins.model.speech import speech
from tests.staff.mistakes import copy_of_example, mistaken, problems_in

TABLE = Path(__file__).with_name("mistakes.toml")
MISTAKES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["mistake"]
STAFF = ("be", "ru", "en")


def test_a_hundred():
    """There are at least a hundred mistakes, each with its message in every language of the
    staff."""
    assert len([one for one in MISTAKES if all(one[code] for code in STAFF)]) >= 100


def test_the_example_has_none(tmp_path):
    """Without a mistake nothing is told."""
    assert problems_in(copy_of_example(tmp_path)) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake["en"][:60])
def test_is_told(mistake, tmp_path):
    """A mistake is told with its file and line, in the language of whoever made it."""
    folder = copy_of_example(tmp_path)
    mistaken(folder, mistake)
    place = mistake.get("at", mistake["file"]), mistake["line"]
    problems = [
        one
        for one in problems_in(folder, bool(mistake.get("publishing")))
        if (one.file, one.line) == place
    ]
    for code in STAFF:
        say = speech(code)
        assert mistake[code] in [f"{say(one.what)} {say(one.fix)}" for one in problems]
