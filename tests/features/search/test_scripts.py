"""The modules of the search become two files, which browsers cache for ever."""

import re

import pytest

from plugins.features.search.scripts import ALWAYS, RARELY, modules, scripts, short
from tests.conftest import MAIN

FOLDER = MAIN / "theme" / "static" / "js" / "search"
MODULES = sorted(FOLDER.glob("*.js"))
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)


def test_names_are_declared_once():
    """Modules of one file share its names, so no two declare the same."""
    names = DECLARED.findall("".join(modules(FOLDER, *ALWAYS, *RARELY).values()))
    assert sorted(names) == sorted(set(names))


def test_every_import_is_met():
    """No import of a module that stands in the same file is left."""
    (_, always), (_, rarely) = scripts(FOLDER)
    assert "import{" not in always and set(re.findall(r'from"\./([\w-]+)\.', rarely)) == {"search"}


def test_comments_are_left_out():
    """Comments and indentation are for those who read the source."""
    assert (
        short("// Why.\nfunction one() {\n  return 1; // one\n}\n") == "function one(){return 1;}\n"
    )


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.name)
def test_small_modules(file):
    """A module has fewer than 100 lines and says first what it is about."""
    text = file.read_text(encoding="utf-8")
    assert text.startswith("// ") and text.count("\n") < 100
