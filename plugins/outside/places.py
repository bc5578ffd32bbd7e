"""Every address of another site, and where it stands in texts and data."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.checks.planted import texts
from plugins.data.library import Library, read_library
from plugins.data.records import DataFile, read_data_file
from plugins.model.document import UNFINISHED
from plugins.reading.extension import Converter
from plugins.reading.links import OUTSIDE
from plugins.reading.read import read_document


@dataclass(frozen=True)
class Place:
    """Where an address stands: a file of the content folder, and the line in it."""

    file: str
    line: int


def places(content: Path, languages: tuple[str, ...]) -> dict[str, list[Place]]:
    """Return every address of another site in the texts of `languages` and in the data, with its
    places."""
    library = read_library(content / "data")
    found: dict[str, list[Place]] = {}
    for address, place in (*_in_data(content), *_in_texts(content, languages, library)):
        found.setdefault(address.partition("#")[0], []).append(place)
    return found


def _in_data(content: Path) -> Iterator[tuple[str, Place]]:
    for path in sorted((content / "data").glob("*.toml")):
        file, _ = read_data_file(content / "data", path.name)
        for _, value in texts(file.tables):
            if value.startswith(OUTSIDE):
                yield value, Place(file.name, _line(file, value))


def _line(file: DataFile, value: str) -> int:
    lines = enumerate(file.text.splitlines(), 1)
    return next((number for number, line in lines if value in line), 1)


def _in_texts(
    content: Path, languages: tuple[str, ...], library: Library
) -> Iterator[tuple[str, Place]]:
    converter = Converter(library.named)
    for path in sorted(path for lang in languages for path in (content / lang).rglob("*.md")):
        file, source = path.relative_to(content).as_posix(), path.read_text("utf-8-sig", "replace")
        document = read_document(file, source, converter)
        if document.draft != UNFINISHED and not document.withdrawn:
            for one in document.references:
                if one.kind == "outside":
                    yield one.target, Place(file, one.line)
