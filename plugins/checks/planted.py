"""What no rule about pages meets: files in content/media that no page shows,
and every text of every data file."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from plugins.checks.carried import carried
from plugins.data.ledger import REDIRECTS
from plugins.data.records import DataFile
from plugins.data.texts import misfits as misfits_of_text
from plugins.images.drawing import size
from plugins.images.picture import PictureError
from plugins.model.document import Problem
from plugins.model.media_files import FOLDER, is_drawing, is_litter, is_raster, misfits
from plugins.model.message import Message
from plugins.model.toml_error import toml_error
from plugins.reading.invariants import CONTACT

ADDRESS = re.compile(r"(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/)+")
DATA = ("data/", "kits/", "ledger/")
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
# Data whose names are words, addresses or places of files.
NAMED_OTHERWISE = {REDIRECTS, "data/search.toml", "data/pictures.toml", "data/words.toml"}
# What only pages show, in letters of any script: all of a file, or its values of that name.
ANY_SCRIPT = {("data/phrases.toml", ""), ("data/sources.toml", "title")}
# Texts in which a number is written {contact:key}.
NUMBERED = {("data/press.toml", "boilerplate")}


@dataclass(frozen=True)
class Places:
    """The addresses of the `pages` that stand there, and of those that are `asleep`: of fallbacks,
    and of what is withheld or was taken back, to which a redirect may lead all the same."""

    pages: frozenset[str] = frozenset()
    asleep: frozenset[str] = frozenset()


def check(folder: Path, files: Iterable[str], places: Places | None = None) -> Iterator[Problem]:
    """Yield every problem of the `files` (relative to `folder`) that are no pages; where the
    `places` of pages are not known, nothing is said of where redirects lead."""
    for name in sorted(files):
        if name.startswith(FOLDER) and not is_litter(name):
            yield from _media(folder, name)
        elif name.startswith(DATA) and name.endswith(".toml"):
            yield from _data(folder, name, places)


def _media(folder: Path, name: str) -> Iterator[Problem]:
    data = (
        b"" if is_raster(name) else (folder / name).read_bytes()
    )  # a picture of points is made anew
    for what, fix in misfits(name, data):
        yield Problem(name, 1, what, fix)
    yield from carried(name, data)
    if is_drawing(name):
        try:
            size(data, name.rpartition("/")[2])
        except PictureError as error:
            yield Problem(name, error.flaw.line or 1, error.flaw.what, error.flaw.fix)


def _data(folder: Path, name: str, places: Places | None) -> Iterator[Problem]:
    try:
        text = (folder / name).read_text(encoding="utf-8-sig")
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
    if name.startswith(DATA[0]) and name not in NAMED_OTHERWISE:
        yield from _keys(file)
    if name == REDIRECTS:
        yield from _redirects(file, places)
    for path, value in texts(tables):
        names = tuple(filter(None, path))
        words = CONTACT.sub("", value) if (name, path[0]) in NUMBERED else value
        printed = ANY_SCRIPT.isdisjoint({(name, ""), (name, path[-1])})
        for what, fix in misfits_of_text(path[-1], words, printed):
            said = Message("`%(names)s` %(what)s", names=".".join(names), what=what)
            yield Problem(name, _line(file, names, value), said, fix)


def _keys(file: DataFile) -> Iterator[Problem]:
    """The name of an entry becomes part of addresses, anchors and names of files."""
    for path, key in texts(file.tables):
        if not path[-1] and not KEY.fullmatch(key):
            what = Message("The name %(name)r cannot be part of an address.", name=key)
            fix = Message("Use Latin letters, digits and hyphens only.")
            yield Problem(file.name, file.line_of(key), what, fix)


def _redirects(file: DataFile, places: Places | None) -> Iterator[Problem]:
    """A redirect leads from an address of the site where no page is to one where a page is."""
    for old, new in file.tables.items():
        line = _line_of_name(file, old)
        for address in (old, new):
            if not ADDRESS.fullmatch(str(address)):
                what = Message("%(address)r is no address of a page of this site.", address=address)
                yield Problem(
                    file.name,
                    line,
                    what,
                    Message('Write it as "en/about/", without `/` before it.'),
                )
        if places and old in places.pages:
            what = Message("There is a page at %(old)r.", old=old)
            yield Problem(file.name, line, what, Message("Remove the line."))
        if places and ADDRESS.fullmatch(str(new)) and new not in places.pages | places.asleep:
            yield Problem(file.name, line, *_nowhere(new, _end(file.tables, new), places))


def _line_of_name(file: DataFile, name: str) -> int:
    """The line that begins with `name`, which may be a value before."""
    lines = enumerate(file.text.splitlines(), 1)
    found = (number for number, line in lines if line.strip(" \t[\"'").startswith(name))
    return next(found, 1)


def _end(leading: Mapping[str, Any], start: str) -> str:
    """Where redirects lead from `start` in the end; empty where they lead nowhere, or in a
    circle."""
    end = str(leading.get(start, ""))
    for _ in leading:
        end = str(leading.get(end, end))
    return "" if end in leading else end


def _nowhere(new: str, further: str, places: Places) -> tuple[Message, Message]:
    """What is wrong with a redirect to `new`, where no page is, and how to fix it; `further` is
    where others lead from there."""
    if further:
        return (
            Message("%(address)r leads on itself.", address=new),
            Message("Lead to %(address)r.", address=further),
        )
    near = get_close_matches(new, places.pages, n=1, cutoff=0.7)
    fix = (
        Message("Did you mean %(near)r?", near=near[0])
        if near
        else Message("Correct the address, or remove the line.")
    )
    return Message("There is no page at %(address)r.", address=new), fix


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
