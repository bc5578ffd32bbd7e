"""Stylesheets and scripts of the publication before stay for one generation."""

import pytest

from plugins.build.manifest import Entry
from plugins.output.former import FORMER, former

OLD, NEW, NEWER = (f"theme/ltr.{letter * 10}.css" for letter in "abc")


def entries(**keys):
    return {name: Entry(key, 1, 1, "") for name, key in keys.items()}


@pytest.mark.parametrize(
    ("before", "now", "kept"),
    [
        ({OLD: "x"}, {NEW: "y"}, [OLD]),
        ({OLD: FORMER, NEW: "y"}, {NEW: "y"}, [OLD]),
        ({OLD: FORMER, NEW: "y"}, {NEWER: "z"}, [NEW]),
        ({OLD: FORMER}, {}, []),
        ({OLD: "x"}, {OLD: "x"}, []),
        ({"be/index.html": "x", "pictures/a.0123456789.jpg": "x"}, {}, []),
        ({"theme/copy.aaaaaaaaaa.js": FORMER}, {NEW: "y"}, []),
    ],
    ids=[
        "replaced",
        "another build",
        "replaced twice",
        "gone",
        "the same",
        "no stylesheet",
        "no script any more",
    ],
)
def test_former(before, now, kept):
    """What was replaced stays until its successor is replaced; pages and pictures never do."""
    assert list(former(entries(**before), entries(**now))) == kept
