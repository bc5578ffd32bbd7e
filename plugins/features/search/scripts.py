"""Scripts: the small modules of theme/static/js/search become two files,
one for every query and one for the rare ones.

Modules of one file share its names, so each name may be declared once. Comments and needless spaces
are left out; nothing is renamed.
"""

import re
from collections.abc import Collection, Iterable
from hashlib import sha256
from pathlib import Path

from rjsmin import jsmin

IMPORT = re.compile(
    r'^import \{(?P<names>[^}]*)\} from "\./(?P<module>[\w-]+\.js)";\n', re.MULTILINE
)
ALWAYS = ("box.js",)
RARELY = ("readings.js", "precise.js", "page.js")


def scripts(folder: Path) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two files from the modules in `folder`, each as its name and its text;
    the second imports from the first."""
    always = modules(folder, *ALWAYS)
    first = "".join(short(text) for text in always.values())
    first_name = named("search", first)
    rarely = {name: text for name, text in modules(folder, *RARELY).items() if name not in always}
    borrowed = borrow(rarely.values(), always, f"./{Path(first_name).name}")
    second = borrowed + "".join(short(text) for text in rarely.values())
    return (first_name, first), (named("search-more", second), second)


def borrow(texts: Iterable[str], always: Collection[str], address: str) -> str:
    """The import of all names that `texts` take from modules of `always`,
    which stand in the file at `address`."""
    found = (
        match for text in texts for match in IMPORT.finditer(text) if match["module"] in always
    )
    names = sorted({name.strip() for match in found for name in match["names"].split(",")} - {""})
    return f'import{{{",".join(names)}}}from"{address}";\n'


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


def short(text: str) -> str:
    """`text` without comments, needless spaces, and imports."""
    return f"{jsmin(IMPORT.sub('', text))}\n"


def named(name: str, text: str) -> str:
    """The address of a script in the site, which changes when the script does."""
    return f"theme/{name}.{sha256(text.encode()).hexdigest()[:10]}.js"
