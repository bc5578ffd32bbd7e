"""A module is served under a name that changes with its text."""

import re

import pytest

from plugins.assets.scripts.module import Module, address, read_modules


@pytest.fixture
def modules(tmp_path):
    (tmp_path / "menu.js").write_text(
        '/* What it\n   does. */\n\nconst a = "/* text */";\n', encoding="utf-8"
    )
    return read_modules(tmp_path)


def test_text(modules):
    """Browsers get the code without the comments that stand alone."""
    assert modules["menu"].text == 'const a = "/* text */";\n'


def test_address(modules):
    """The address has the name of the module and a digest."""
    assert re.fullmatch(r"/site/theme/menu\.[0-9a-f]{10}\.js", address(modules, "/site", "menu"))


def test_another_text():
    """Another text has another address."""
    assert Module("a", "1").file != Module("a", "2").file


def test_unknown(modules):
    """A module that does not exist is an error of the template that asks for it."""
    with pytest.raises(KeyError):
        address(modules, "", "nothing")
