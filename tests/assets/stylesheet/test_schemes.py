"""The colours of both schemes, side by side on the page that shows components."""

import re

from plugins.assets.stylesheet.bundle import schemes, stylesheets
from tests.conftest import MAIN

CSS = MAIN / "theme" / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
TWO = """:root {
  --ink: #000;
  --tint-pale: #eee;
  --space: 1rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #fff;
  }
}"""


def test_both():
    """A part is light or dark by its class; what only one scheme says holds in both."""
    assert schemes(TWO) == (
        ".light{--ink: #000;--tint-pale: #eee;}.dark{--ink: #000;--tint-pale: #eee;--ink: #fff;}"
    )


def test_of_the_theme():
    """Every colour of the theme is there."""
    light, dark = schemes(TOKENS).split(".dark")
    names = set(re.findall(r"(--[\w-]+):\s*#", TOKENS))
    assert set(re.findall(r"(--[\w-]+):", light)) == names
    assert set(re.findall(r"(--[\w-]+):", dark)) == names


def test_only_in_the_guide():
    """No other page has them."""
    found = [name for name, text in stylesheets(CSS).items() if ".dark{" in text]
    assert found == ["style-guide"]
