"""One stylesheet from many."""

import re

import pytest

from plugins.assets.stylesheet.bundle import bundle, named

MAIN_CSS = """@layer base, print;
@import "base.css" layer(base);
@import "components/card.css" layer(components);
@import "plain.css";
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
    """Each part stands in its layer, in the order of main.css, without comments and spaces."""
    assert bundle(main) == (
        "@layer base,print;@layer base{body{margin:0}}@layer components{.card{color:var(--ink)}}p{margin:0}"
    )


def test_missing_part(main):
    """A part that is not there stops the build."""
    (main.parent / "base.css").unlink()
    with pytest.raises(FileNotFoundError):
        bundle(main)


def test_name():
    """A stylesheet has a name that can be cached for ever."""
    assert re.fullmatch(r"theme/main\.[0-9a-f]{10}\.css", named("a"))


def test_name_changes():
    """Another text has another name, the same text the same one."""
    assert named("a") == named("a") != named("b")
