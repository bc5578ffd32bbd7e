"""Scripts: the small modules of theme/static/js/search become two files, one for every query and one for the rare ones.

Modules of one file share its names, so each name may be declared once. Comments and needless spaces are left out;
nothing is renamed.
"""

import re
from hashlib import sha256
from pathlib import Path

from rjsmin import jsmin

IMPORT = re.compile(r'^import \{[^}]*\} from "\./(?P<module>[\w-]+\.js)";\n', re.MULTILINE)
ALWAYS = ("box.js",)
RARELY = ("variants.js", "page.js")


def scripts(folder: Path) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two files from the modules in `folder`, each as its name and its text; the second imports from the first."""
    always = modules(folder, *ALWAYS)
    first = "".join(short(text) for text in always.values())
    first_name = named("search", first)
    rarely = [text for name, text in modules(folder, *RARELY).items() if name not in always]
    borrowed = {name: f"./{Path(first_name).name}" for name in always}
    second = "".join(short(text, borrowed) for text in rarely)
    return (first_name, first), (named("search-more", second), second)


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


def short(text: str, borrowed: dict[str, str] | None = None) -> str:
    """`text` without comments, needless spaces, and imports from modules that stand in the same file."""
    return f"{jsmin(IMPORT.sub(lambda found: _import(found, borrowed or {}), text))}\n"


def named(name: str, text: str) -> str:
    """The address of a script in the site, which changes when the script does."""
    return f"theme/{name}.{sha256(text.encode()).hexdigest()[:10]}.js"


def _import(found: re.Match[str], borrowed: dict[str, str]) -> str:
    address = borrowed.get(found["module"])
    return found[0].replace(f"./{found['module']}", address) if address else ""
