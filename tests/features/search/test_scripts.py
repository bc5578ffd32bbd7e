"""The modules of the search become a few files, which browsers cache for ever."""

import re

import pytest

from plugins.features.search.minifier import minified
from plugins.features.search.scripts import divided, scripts
from tests.conftest import MAIN

FOLDER = MAIN / "theme" / "static" / "js" / "search"
MODULES = sorted(FOLDER.glob("*.js"))
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)


def test_names_are_declared_once():
    """Modules of one file share its names, so no two declare the same."""
    texts = [text for part in divided(FOLDER).values() for text in part.values()]
    names = DECLARED.findall("".join(texts))
    assert sorted(names) == sorted(set(names))


def test_every_import_is_met():
    """No import of a module is left: a file imports from those before it, and what few need when it
    must."""
    before: list[str] = []
    for name, text in scripts(FOLDER):
        wanted = re.findall(r'(?:from|import\()"\./([^"]+)"', text)
        assert set(wanted) <= set(before), name
        before.append(name.removeprefix("theme/"))


def test_signs_are_asked_for():
    """What reads signs is a file of its own, which the one with other readings imports."""
    names = {name.split(".")[0]: text for name, text in scripts(FOLDER)}
    assert "import(" in names["theme/search-more"] and "theme/search-signs" in names


def test_no_module_is_served_twice():
    """A module is in one file only."""
    names = [name for part in divided(FOLDER).values() for name in part]
    assert sorted(names) == sorted(set(names)) == [file.name for file in MODULES]


def test_minified():
    """Comments, indentation and long names are for those who read the source; texts stay."""
    source = 'const a = (one) => {\n  // Why.\n  return `${one}  "` + "пашпарт  //";\n};\n'
    assert minified([source]) == ['const a=e=>`${e}  "`+"пашпарт  //"']


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.name)
def test_small_modules(file):
    """A module has fewer than 100 lines and says first what it is about."""
    text = file.read_text(encoding="utf-8")
    assert text.startswith("// ") and text.count("\n") < 100
