"""The example site with one mistake in one file, and every problem that the mistake makes."""

import shutil
from datetime import date
from pathlib import Path

from plugins.checks.known import Known, visible
from plugins.checks.planted import Places
from plugins.checks.planted import check as check_planted
from plugins.checks.report import find, in_order, warnings
from plugins.data.library import read_library
from plugins.model.document import Problem
from plugins.model.language import LanguageError, read_languages
from plugins.reading.collection import read_bytes
from plugins.reading.extension import Converter

EXAMPLE = Path(__file__).parents[1] / "example"
TODAY = date(2026, 11, 29)


def mistaken(folder: Path, case: dict[str, str]) -> None:
    """Make the mistake of `case` in a copy of the example in `folder`."""
    file = folder / case["file"]
    file.parent.mkdir(parents=True, exist_ok=True)
    if "text" in case:
        file.write_bytes(case["text"].encode(case.get("encoding", "utf-8")))
        return
    text = file.read_text(encoding="utf-8")
    assert text.count(case["old"]) >= 1, f"{case['file']} has no {case['old']!r}"
    file.write_text(text.replace(case["old"], case["new"], 1), encoding="utf-8")


def copy_of_example(folder: Path) -> Path:
    """Return a copy of the example below `folder`."""
    return Path(shutil.copytree(EXAMPLE, folder / "content"))


def problems_in(folder: Path, publishing: bool = False) -> list[Problem]:
    """Every problem of the content folder `folder`, and everything to look at; when `publishing`
    also what must not go public."""
    try:
        languages = read_languages(folder / "data" / "languages.toml")
    except LanguageError as error:
        return [Problem("data/languages.toml", error.line, error.what, error.fix)]
    library = read_library(folder / "data")
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    pages = [name for name in names if name.endswith(".md") and name.partition("/")[0] in languages]
    converter = Converter(library.named)
    documents = [read_bytes(name, (folder / name).read_bytes(), converter) for name in pages]
    known = Known(documents, library, languages, visible(names), today=TODAY)
    addresses = frozenset(document.url for document in documents if document.url)
    found = (
        *find(known, TODAY if publishing else None),
        *warnings(known, TODAY if publishing else None),
    )
    return in_order([*found, *check_planted(folder, names, Places(addresses))])
