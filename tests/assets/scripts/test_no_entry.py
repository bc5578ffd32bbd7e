"""Which links only move the reader on the page."""

import json
import subprocess

import pytest

from tests.conftest import MAIN
from tests.node import EVALUATE

HERE = "https://example.org/be/browsers/?q=a#top"
LINKS = [
    ("https://example.org/be/browsers/?q=a#traces", True),
    ("https://example.org/be/browsers/?q=a#top", True),
    ("https://example.org/be/browsers/?q=a", False),
    ("https://example.org/be/browsers/?q=b#traces", False),
    ("https://example.org/be/questions/#traces", False),
    ("https://example.com/be/browsers/?q=a#traces", False),
    ("tel:113", False),
]


@pytest.fixture(scope="module")
def stays():
    """What the module says of each link above, asked once."""
    module = (MAIN / "theme" / "static" / "js" / "no-entry.js").as_uri()
    asked = json.dumps([[href, HERE] for href, _ in LINKS])
    code = f"import {{ stays }} from '{module}'; console.log(JSON.stringify({asked}.map(a => stays(...a))))"
    done = subprocess.run([*EVALUATE, code], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("row", range(len(LINKS)), ids=[href for href, _ in LINKS])
def test_stays(stays, row):
    """A link to a place on this page does, any other does not."""
    assert stays[row] == LINKS[row][1]
