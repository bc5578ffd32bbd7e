"""One stylesheet from many."""

import re

import pytest

from plugins.assets.stylesheet.bundle import bundle, named, origin
from tests.conftest import MAIN

MAIN_CSS = """@layer base, components;
@import "plain.css";
@import "components/card.css" layer(components);
@import "base.css" layer(base);
"""


@pytest.fixture
def main(tmp_path):
    (tmp_path / "components").mkdir()
    (tmp_path / "main.css").write_text(MAIN_CSS, encoding="utf-8")
    (tmp_path / "base.css").write_text("/* why */\nbody { margin: 0 }\n", encoding="utf-8")
    (tmp_path / "components" / "card.css").write_text(
        ".card { color: var(--ink) }\n", encoding="utf-8"
    )
    (tmp_path / "plain.css").write_text("p { margin: 0 }\n", encoding="utf-8")
    return tmp_path / "main.css"


def test_parts(main):
    """Layers follow one another as main.css declares them, what is in none comes last, and a browser
    that does not know @layer reads all of it."""
    assert bundle(main) == "body{margin:0}.card{color:var(--ink)}p{margin:0}"


def test_undeclared_layer(main):
    """A layer that main.css does not declare stops the build: nobody could say where it belongs."""
    main.write_text(main.read_text().replace("@layer base, components", "@layer base"))
    with pytest.raises(ValueError, match="components"):
        bundle(main)


def test_missing_part(main):
    """A part that is not there stops the build."""
    (main.parent / "base.css").unlink()
    with pytest.raises(FileNotFoundError):
        bundle(main)


@pytest.mark.parametrize(
    ("site_url", "rule"),
    [
        ("https://example.org", ':root{--origin:"https://example.org"}'),
        ("https://example.org/site", ':root{--origin:"https://example.org"}'),
        ("", ""),
    ],
)
def test_origin(site_url, rule):
    """On paper an address of ours has the host before it, once."""
    assert origin(site_url) == rule


def test_name():
    """A stylesheet has a name that can be cached for ever."""
    assert re.fullmatch(r"theme/rtl\.[0-9a-f]{10}\.css", named("rtl", "a"))


def test_name_changes():
    """Another text has another name, the same text the same one."""
    assert named("ltr", "a") == named("ltr", "a") != named("ltr", "b")


def test_no_layer_is_left():
    """The stylesheet of the site has no layer, so that old browsers leave nothing out."""
    text = bundle(MAIN / "theme" / "static" / "css" / "main.css")
    assert "@layer" not in text and "@import" not in text
