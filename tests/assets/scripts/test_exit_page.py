"""Shift leaves the site only when it is pressed alone, three times, within five seconds."""

import json
import subprocess

import pytest

from tests.conftest import MAIN
from tests.node import EVALUATE


def press(*times, **more):
    """Shift pressed and let go at each of `times` (ms)."""
    return [
        {"type": kind, "key": "Shift", "time": time, **more}
        for time in times
        for kind in ("keydown", "keyup")
    ]


def letter(key, time):
    return [{"type": kind, "key": key, "time": time} for kind in ("keydown", "keyup")]


def around(key, time):
    """Shift held while another key is pressed."""
    down, up = press(time)
    return [down, *letter(key, time), up]


ROWS = {
    "three times": (press(0, 100, 200), True),
    "twice": (press(0, 100), False),
    "three times in just under five seconds": (press(0, 2500, 4999), True),
    "three times in five seconds": (press(0, 2500, 5000), False),
    "the last three of four": (press(0, 4000, 6000, 8000), True),
    "a letter in between": ([*press(0, 100), *letter("a", 150), *press(200)], False),
    "three capitals": ([*around("A", 0), *around("B", 100), *around("C", 200)], False),
    "twice, then a capital": ([*press(0, 100), *around("A", 200)], False),
    "as a modifier of a click": (
        [*press(0, 100), press(200)[0], {"type": "pointerdown", "time": 210}, press(220)[1]],
        False,
    ),
    "with another modifier": (press(0, 100, 200, modified=True), False),
    "to change the keyboard": (
        [*around("Alt", 0), *around("Alt", 100), *around("Alt", 200)],
        False,
    ),
    "held for long": (
        [
            press(0)[0],
            *({"type": "keydown", "key": "Shift", "time": 9, "repeat": True} for _ in "abc"),
        ],
        False,
    ),
    "held, and its letter let go first": (
        [
            *press(0, 100),
            press(200)[0],
            letter("A", 210)[0],
            {"type": "keydown", "key": "Shift", "time": 220, "repeat": True},
            letter("A", 230)[1],
            press(240)[1],
        ],
        False,
    ),
}


@pytest.fixture(scope="module")
def left():
    """Whether each row above leaves the site, asked once."""
    module = (MAIN / "theme" / "static" / "js" / "exit-page.js").as_uri()
    code = (
        f"import {{ NOTHING, after, enough }} from '{module}';"
        f"const rows = {json.dumps([events for events, _ in ROWS.values()])};"
        "console.log(JSON.stringify(rows.map(row => {"
        " let known = NOTHING; return row.some(event => enough(known = after(known, event))) })))"
    )
    command = [*EVALUATE, code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(zip(ROWS, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("row", ROWS)
def test_left(left, row):
    """Pressed so, it leaves the site or not."""
    assert left[row] == ROWS[row][1]
