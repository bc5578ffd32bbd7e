"""The search of a mirror in a folder is made of scripts."""

import json

from plugins.mirror.folder_search import as_script, entries, together

ALWAYS = "const ONE = 1;\nexport function start() {}\n"
RARELY = 'import { start } from "./search.1.js";\nconst ONE = 2;\nexport function findMore() {}\nexport const A = 1;\n'


def test_together():
    """Modules become one script without imports and exports,
    and the second keeps its names to itself."""
    assert together(ALWAYS, RARELY) == (
        "{\nconst ONE = 1;\nfunction start() {}\n{\nconst ONE = 2;\nfunction findMore() {}\nconst A = 1;\n"
        "globalThis.searchModules = { start, enhancePage, findMore, findPrecise };\n}\n}\n"
    )


def test_as_script():
    """A file is handed over as it is, whatever is in it."""
    text = 'a "b"\\ \n\u2028 ў'
    handed = as_script("be.json", text).removeprefix("searchFile(").removesuffix(");\n")
    assert json.loads(f"[{handed}]") == ["be.json", text]


def test_entries():
    """Pages are opened as files, for no server is there to find index.html;
    other addresses stay."""
    assert (
        entries('[["be/","Дом",""],["be/a.pdf","A",""]]')
        == '[["be/index.html","Дом",""],["be/a.pdf","A",""]]'
    )
