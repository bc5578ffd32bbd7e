"""Where the repository around the content folder goes by the key of a page: what people search for
in the tests of the search, the drawing that has its name, and lines of code."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.editing.edits import Edits

QUERIES, DRAWINGS = "tests/features/search/queries", "theme/templates/drawings"
# Where code goes by keys: nobody but a person can say what becomes of such a line.
CODE = ("contact", "deploy", "docs", "plugins", "tests", "theme", "README.md")
TEXTS = frozenset({".py", ".html", ".js", ".md", ".toml", ".conf", "", ".sh"})


def in_queries(edits: Edits, keys: Mapping[str, str]) -> None:
    """The pages that a query must find have their new addresses."""
    for path in sorted((edits.folder.parent / QUERIES).glob("*.tsv")):
        name = f"../{QUERIES}/{path.name}"
        text = edits.read(name)
        changed = re.sub(r"(?<=\t| )(/[a-z-]+/)(\S+)/", lambda found: _address(found, keys), text)
        if changed != text:
            edits.write(name, changed)


def _address(found: re.Match[str], keys: Mapping[str, str]) -> str:
    return f"{found[1]}{keys.get(found[2], found[2])}/"


def drawings(edits: Edits, keys: Mapping[str, str], all_keys: set[str]) -> None:
    """The drawing that stands for a page has the page's new name; where another page has the old
    name too, both have it."""
    staying = {_name(key) for key in all_keys - keys.keys()}
    for old, new in {_name(old): _name(new) for old, new in keys.items()}.items():
        file = edits.folder.parent / DRAWINGS / f"{old}.svg"
        if old == new or not file.is_file() or file.with_name(f"{new}.svg").exists():
            continue
        if old in staying:
            edits.write(f"../{DRAWINGS}/{new}.svg", file.read_text(encoding="utf-8"))
        else:
            edits.move(f"../{DRAWINGS}/{old}.svg", f"../{DRAWINGS}/{new}.svg")


def _name(key: str) -> str:
    return key.rpartition("/")[2]


def lines_of_code(root: Path, old: str) -> Iterator[str]:
    """Yield each line beside the content folder that names the page `old`, or one below it, as
    file:line."""
    before, after = (r"(?<![\w.-])", r"(?![\w-])") if "/" in old else ("[\"'/]", "[\"'/]")
    pattern = re.compile(before + re.escape(old) + after)
    for path in (one for place in CODE for one in _texts(root / place)):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        for number, line in enumerate(lines, 1):
            if pattern.search(line):
                yield f"{path.relative_to(root)}:{number}"


def _texts(place: Path) -> Iterator[Path]:
    files = sorted(place.rglob("*")) if place.is_dir() else [place]
    yield from (path for path in files if path.suffix in TEXTS and path.is_file())
