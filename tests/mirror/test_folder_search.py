"""The search of a mirror in a folder is made of scripts."""

import json

from plugins.mirror.folder_search import as_script, entry, together

ALWAYS = "export const[start]=(()=>{return[start]})()\n"
RARELY = 'import{start}from"./search.1.js";export const[findMore,a]=(()=>{return[1,2]})()\n'
HELP = "export const[needOf]=(()=>[3])()\n"


def test_together():
    """Modules become one script without imports and exports; each keeps its names to itself, and
    hands over what it exports."""
    assert together(ALWAYS, HELP, RARELY) == (
        "{\nconst[start]=(()=>{return[start]})()\nglobalThis.searchModules = { start };\n"
        "{\nconst[needOf]=(()=>[3])()\nObject.assign(globalThis.searchModules, { needOf });\n}\n"
        "{\nconst[findMore,a]=(()=>{return[1,2]})()\n"
        "Object.assign(globalThis.searchModules, { findMore, a });\n}\n}\n"
    )


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
