"""The search of a mirror in a folder: modules and files of data become scripts,
which `file:` allows."""

import json
import re
from pathlib import Path

MODULE = re.compile(r"theme/search(?P<more>-more)?\.[0-9a-f]+\.js")
LOADER = re.compile(r"theme/search-box\.[0-9a-f]+\.js")
ENTRIES = re.compile(r"search/[\w-]+/e\d+-[\w-]+\.json")
IMPORT = re.compile(r'\bimport ?\{[^}]*\} ?from ?"[^"]*";?\n?')
EXPORT = re.compile(r"(?:^|(?<=[;}\n]))export (?=const|function|class|async)")
TOGETHER = "theme/search-folder.js"


def loader() -> str:
    """The script of the search box, in the place of the site's own."""
    return Path(__file__).with_name("search-box.js").read_text(encoding="utf-8")


def together(always: str, rarely: str) -> str:
    """Both files of the search as one script; the second keeps its names to itself,
    and sees those of the first."""
    first, second = (EXPORT.sub("", IMPORT.sub("", text)) for text in (always, rarely))
    handed = "globalThis.searchModules = { start, enhancePage, findMore, findPrecise };"
    return f"{{\n{first}{{\n{second}{handed}\n}}\n}}\n"


def as_script(name: str, text: str) -> str:
    """The file `name` of the folder search/ as a script that hands its `text` over."""
    return f"searchFile({json.dumps(name)}, {json.dumps(text, ensure_ascii=False)});\n"


def entries(text: str) -> str:
    """What there is to say of pages, with addresses that a folder has:
    `be/` is opened as `be/index.html`."""
    said = [
        [f"{url}index.html" if url.endswith("/") else url, *rest] for url, *rest in json.loads(text)
    ]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
