"""The search of a mirror in a folder is made of scripts."""

import json

from plugins.features.search.scripts import FILES
from plugins.mirror.folder_search import MODULE, as_script, entry, together

PARTS = {
    "search-more": 'import{start}from"./search.1.js";import{needOf}from"./search-help.2.js";'
    'export const[findMore,a]=(()=>[()=>import("./search-signs.3.js"),2])()\n',
    "search-help": "export const[needOf]=(()=>[3])()\n",
    "search": "export const[start]=(()=>{return[start]})()\n",
}


def test_together():
    """Modules become one script without imports and exports; each sees the names of those before
    it, whatever their order was, and hands over what it exports."""
    assert together(PARTS) == (
        "{\nconst[start]=(()=>{return[start]})()\nglobalThis.searchModules = { start };\n"
        "{\nconst[needOf]=(()=>[3])()\nObject.assign(globalThis.searchModules, { needOf });\n"
        "{\nconst[findMore,a]=(()=>[()=>Promise.resolve(globalThis.searchModules),2])()\n"
        "Object.assign(globalThis.searchModules, { findMore, a });\n}\n}\n}\n"
    )


def test_every_file_of_the_search():
    """No file of the search is left out of the mirror."""
    assert [name for name in FILES if not MODULE.fullmatch(f"theme/{name}.0123456789.js")] == []


def test_as_script():
    """A file is handed over as it is, whatever is in it."""
    text = 'a "b"\\ \n\u2028 ў'
    handed = as_script("be.json", text).removeprefix("searchFile(").removesuffix(");\n")
    assert json.loads(f"[{handed}]") == ["be.json", text]


def test_entry():
    """Pages are opened as files, for no server is there to find index.html;
    other addresses stay."""
    shown = [entry(f"{address}\nДом") for address in ("", "work/", "/be/", "a.pdf")]
    assert shown == ["index.html\nДом", "work/index.html\nДом", "/be/index.html\nДом", "a.pdf\nДом"]
