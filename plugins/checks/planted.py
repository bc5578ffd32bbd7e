"""What no rule about pages meets: files in content/media that no page shows,
and every text of every data file."""

import re
import tomllib
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any

from plugins.data.records import DataFile
from plugins.data.texts import misfits as misfits_of_text
from plugins.images.drawing import size
from plugins.images.picture import PictureError, is_drawing, is_raster
from plugins.model.document import Problem
from plugins.model.media_files import FOLDER, is_litter, misfits
from plugins.model.message import Message
from plugins.model.toml_error import toml_error

REDIRECTS = "ledger/redirects.toml"
ADDRESS = re.compile(r"(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/)+")
DATA = ("data/", "kits/", "ledger/")


def check(folder: Path, files: Iterable[str], pages: Container[str] = ()) -> Iterator[Problem]:
    """Yield every problem of the `files` (relative to `folder`) that are no pages;
    `pages` has their addresses."""
    for name in sorted(files):
        if name.startswith(FOLDER) and not is_litter(name):
            yield from _media(folder, name)
        elif name.startswith(DATA) and name.endswith(".toml"):
            yield from _data(folder, name, pages)


def _media(folder: Path, name: str) -> Iterator[Problem]:
    data = (
        b"" if is_raster(name) else (folder / name).read_bytes()
    )  # a picture of points is made anew
    for what, fix in misfits(name, data):
        yield Problem(name, 1, what, fix)
    if is_drawing(name):
        try:
            size(data, name.rpartition("/")[2])
        except PictureError as error:
            yield Problem(name, error.flaw.line or 1, error.flaw.what, error.flaw.fix)


def _data(folder: Path, name: str, pages: Container[str]) -> Iterator[Problem]:
    try:
        text = (folder / name).read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        if name.startswith("ledger/"):  # of any other file whoever reads it says so
            yield Problem(
                name,
                1,
                Message("This is not TOML: %(error)s.", error=toml_error(error)),
                Message("Restore it from git."),
            )
        return
    file = DataFile(name, text, tables)
    if name == REDIRECTS:
        yield from _redirects(file, pages)
    for path, value in texts(tables):
        names = tuple(filter(None, path))
        for what, fix in misfits_of_text(path[-1], value):
            yield Problem(
                name,
                _line(file, names, value),
                Message("`%(names)s` %(what)s", names=".".join(names), what=what),
                fix,
            )


def _redirects(file: DataFile, pages: Container[str]) -> Iterator[Problem]:
    """A redirect leads from an address of the site where no page is to another one."""
    for old, new in file.tables.items():
        for address in (old, new):
            if not (isinstance(address, str) and ADDRESS.fullmatch(address)):
                what = Message("%(address)r is no address of a page of this site.", address=address)
                yield Problem(
                    file.name,
                    file.line_of(old),
                    what,
                    Message('Write it as "en/about/", without `/` before it.'),
                )
        if old in pages:
            yield Problem(
                file.name,
                file.line_of(old),
                Message("There is a page at %(old)r.", old=old),
                Message("Remove the line."),
            )


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
    """The line where the value stands; else the one where its name does,
    below the header of its table."""
    first = next((line for line in value.splitlines() if line.strip()), value)
    lines = file.text.splitlines()
    exact = [number for number, line in enumerate(lines, 1) if first and first in line]
    if len(exact) == 1:
        return exact[0]
    headers = [f"[{'.'.join(path[:end])}]" for end in range(len(path) - 1, 0, -1)]
    header = next((one for one in headers if one in file.text), "")
    return file.line_of(*filter(None, (header, path[-1])))
