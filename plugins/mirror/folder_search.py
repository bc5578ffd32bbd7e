"""The search of a mirror in a folder: modules and files of data become scripts,
which `file:` allows."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from plugins.features.search.scripts import FILES

MODULE = re.compile(rf"theme/(?P<part>{'|'.join(FILES)})\.[0-9a-f]+\.js")
LOADER = re.compile(r"theme/search-box\.[0-9a-f]+\.js")
ENTRIES = re.compile(r"search/[\w-]+/e\d+-[\w-]+\.txt")
IMPORT = re.compile(r'\bimport ?\{[^}]*\} ?from ?"[^"]*";?\n?')
EXPORT = re.compile(r"(?:^|(?<=[;}\n]))export (?=const)")
EXPORTED = re.compile(r"(?:^|(?<=[;}\n]))export const ?\[(?P<names>[^\]]*)\]")
IMPORTED = re.compile(r'\bimport\("\./[^"]*"\)')  # when it must
TOGETHER = "theme/search-folder.js"


def loader() -> str:
    """The script of the search box, in the place of the site's own."""
    return Path(__file__).with_name("search-box.js").read_text(encoding="utf-8")


def together(files: Mapping[str, str]) -> str:
    """The `files` of the search, by name, as one script; each sees the names of those before it,
    and hands over what it exports."""
    always, *rarely = (files[name] for name in FILES if name in files)
    inner = ""
    for text in reversed(rarely):
        inner = f"{{\n{_plain(text)}{_handed(text)}\n{inner}}}\n"
    return f"{{\n{_plain(always)}globalThis.searchModules = {{ start }};\n{inner}}}\n"


def _plain(script: str) -> str:
    script = IMPORTED.sub("Promise.resolve(globalThis.searchModules)", script)
    return EXPORT.sub("", IMPORT.sub("", script))


def _handed(script: str) -> str:
    names = ", ".join(name for found in EXPORTED.findall(script) for name in found.split(","))
    return f"Object.assign(globalThis.searchModules, {{ {names} }});"


def as_script(name: str, text: str) -> str:
    """The file `name` of the folder search/ as a script that hands its `text` over."""
    return f"searchFile({json.dumps(name)}, {json.dumps(text, ensure_ascii=False)});\n"


def entry(text: str) -> str:
    """What there is to say of a page, its address first, as a folder has it:
    `be/` is opened as `be/index.html`."""
    address, *rest = text.split("\n")
    found = f"{address}index.html" if not address or address.endswith("/") else address
    return "\n".join([found, *rest])
