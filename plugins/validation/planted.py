"""What no rule about pages meets: files in content/media that no page shows, and every text of every data file."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from plugins.data.records import DataFile
from plugins.data.texts import misfits as misfits_of_text
from plugins.document import Problem
from plugins.media_files import FOLDER, is_litter, misfits
from plugins.pictures.drawing import size
from plugins.pictures.picture import PictureError, is_drawing, is_raster

DATA = ("data/", "kits/", "ledger/")


def check(folder: Path, files: Iterable[str]) -> Iterator[Problem]:
    """Yield every problem of the `files` (relative to `folder`) that are no pages."""
    for name in sorted(files):
        if name.startswith(FOLDER) and not is_litter(name):
            yield from _media(folder, name)
        elif name.startswith(DATA) and name.endswith(".toml"):
            yield from _data(folder, name)


def _media(folder: Path, name: str) -> Iterator[Problem]:
    data = b"" if is_raster(name) else (folder / name).read_bytes()  # a picture of points is made anew
    for what, fix in misfits(name, data):
        yield Problem(name, 1, what, fix)
    if is_drawing(name):
        try:
            size(data, name.rpartition("/")[2])
        except PictureError as error:
            yield Problem(name, error.flaw.line or 1, error.flaw.what, error.flaw.mend)


def _data(folder: Path, name: str) -> Iterator[Problem]:
    try:
        text = (folder / name).read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return  # whoever reads the file says so
    file = DataFile(name, text, tables)
    for path, value in texts(tables):
        names = tuple(filter(None, path))
        for what, fix in misfits_of_text(path[-1], value):
            yield Problem(name, _line(file, names, value), f"`{'.'.join(names)}` {what}", fix)


def texts(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text below `value`, names among them, with the names that lead to it."""
    if isinstance(value, dict):
        for name, below in value.items():
            yield (*path, name, ""), name
            yield from texts(below, (*path, name))
    elif isinstance(value, list):
        for below in value:
            yield from texts(below, path)
    elif isinstance(value, str):
        yield path, value


def _line(file: DataFile, path: tuple[str, ...], value: str) -> int:
    """The line where the value stands; else the one where its name does, below the header of its table."""
    first = next((line for line in value.splitlines() if line.strip()), value)
    lines = file.text.splitlines()
    exact = [number for number, line in enumerate(lines, 1) if first and first in line]
    if len(exact) == 1:
        return exact[0]
    headers = [f"[{'.'.join(path[:end])}]" for end in range(len(path) - 1, 0, -1)]
    header = next((one for one in headers if one in file.text), "")
    return file.line_of(*filter(None, (header, path[-1])))
