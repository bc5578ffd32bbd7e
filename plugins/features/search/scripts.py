"""Scripts: the small modules of theme/static/js/search become a few files: one for every query,
the others for what only some need.

Modules of one file share its names, so each name may be declared once. A file hands over only what
another one takes; everything else gets a short name.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path

from plugins.features.search.minifier import minified

IMPORT = re.compile(
    r'^import \{(?P<names>[^}]*)\} from "\./(?P<module>[\w-]+\.js)";\n', re.MULTILINE
)
EXPORT = re.compile(r"^export (?=async|const|function)", re.MULTILINE)

# Each file, the modules it begins with, and what those hand over to the page; a file may take what
# it needs from those before it.
FILES: dict[str, dict[str, tuple[str, ...]]] = {
    "search": {"box.js": ("start",), "finder.js": ("createFinder",)},
    "search-several": {"several.js": ("needOfSeveral",)},
    "search-help": {"help.js": ("needOf", "helpful")},
    "search-signs": {"precise.js": ("findPrecise",)},
    "search-more": {"readings.js": ("findMore", "findSigned")},
    "search-page": {"page.js": ("enhancePage",)},
}
# Files that another one imports when it must.
ASKED_BY_OTHERS = {"search-signs": "precise.js", "search-several": "several.js"}


def scripts(folder: Path) -> tuple[tuple[str, str], ...]:
    """Return each file made of the modules in `folder`, as its name and its text;
    the first is for every query, the others import from it."""
    parts = divided(folder)
    borrowed = {name: _borrowed(name, parts) for name in parts}
    lent = {name: set(chain.from_iterable(entries.values())) for name, entries in FILES.items()}
    for names in borrowed.values():
        for owner, taken_names in names.items():
            lent[owner] |= taken_names
    closed = [enclosed(texts.values(), lent[name]) for name, texts in parts.items()]
    found: dict[str, tuple[str, str]] = {}
    for name, text in zip(parts, minified(closed), strict=True):
        found[name] = address(name, f"{_imports(borrowed[name], found)}{_located(text, found)}\n")
    return tuple(found.values())


def _borrowed(name: str, parts: Mapping[str, Mapping[str, str]]) -> dict[str, set[str]]:
    """What the file `name` takes from each of those before it."""
    before = list(parts)[: list(parts).index(name)]
    return {owner: names for owner in before if (names := taken(parts[name], parts[owner]))}


def _imports(names: Mapping[str, Collection[str]], found: Mapping[str, tuple[str, str]]) -> str:
    """The lines that import `names` from the files that have them."""
    return "".join(
        f'import{{{",".join(sorted(wanted))}}}from"./{Path(found[owner][0]).name}";'
        for owner, wanted in names.items()
    )


def _located(text: str, found: Mapping[str, tuple[str, str]]) -> str:
    """`text` with the addresses of the files that it imports when it must."""
    for name, module in ASKED_BY_OTHERS.items():
        if name in found:
            text = text.replace(f'"./{module}"', f'"./{Path(found[name][0]).name}"')
    return text


def divided(folder: Path) -> dict[str, dict[str, str]]:
    """Return the modules of each file, as texts by name; none is in two files."""
    parts: dict[str, dict[str, str]] = {}
    for file, entries in FILES.items():
        found = modules(folder, *entries)
        before = set(chain.from_iterable(parts.values()))
        parts[file] = {name: text for name, text in found.items() if name not in before}
    return parts


def taken(texts: Mapping[str, str], first: Collection[str]) -> set[str]:
    """Return the names that modules in `texts` import from modules of `first`,
    unless they are in the same file."""
    imports = chain.from_iterable(map(IMPORT.finditer, texts.values()))
    names = (
        found["names"]
        for found in imports
        if found["module"] in first and found["module"] not in texts
    )
    return {name.strip() for one in names for name in one.split(",")} - {""}


def enclosed(texts: Iterable[str], lent: Collection[str]) -> str:
    """Return one script of `texts` that hands over the names in `lent` and no other."""
    names = ",".join(sorted(lent))
    body = "".join(EXPORT.sub("", IMPORT.sub("", text)) for text in texts)
    return f"export const[{names}]=(()=>{{{body}return[{names}]}})();"


def modules(folder: Path, *entries: str) -> dict[str, str]:
    """The texts of `entries` and of every module they import, those that are imported first."""
    found: dict[str, str] = {}
    for entry in entries:
        _find(folder, entry, found)
    return found


def _find(folder: Path, entry: str, found: dict[str, str]) -> None:
    """Adds the text of `entry` to `found`, after those of what it imports, unless it is there."""
    if entry in found:
        return
    text = (folder / entry).read_text(encoding="utf-8")
    for match in IMPORT.finditer(text):
        _find(folder, match["module"], found)
    found[entry] = text


def sources(folder: Path) -> str:
    """Return what tells the modules in `folder` from what they may have been before."""
    texts = (file.read_bytes() for file in sorted(folder.glob("*.js")))
    return sha256(b"\0".join(texts) + Path(__file__).read_bytes()).hexdigest()


def address(name: str, text: str) -> tuple[str, str]:
    """Return where a script is in the site, a name that changes when the script does, and it."""
    return f"theme/{name}.{sha256(text.encode()).hexdigest()[:10]}.js", text
