"""Wherever a number to read and a number to dial stand together in the data,
they are the same number."""

from collections.abc import Iterator
from typing import Any

from plugins.checks.known import Known
from plugins.data.records import DataFile
from plugins.data.telephone import misfits
from plugins.model.document import Problem
from plugins.model.message import Message

Pair = tuple[tuple[str, ...], dict[str, Any]]


def check(known: Known) -> Iterator[Problem]:
    """Every table of every data file that has a `dial`."""
    for file in known.library.files.values():
        for path, table in pairs(file.tables):
            yield from _pair(file, path, table)


def pairs(value: Any, path: tuple[str, ...] = ()) -> Iterator[Pair]:
    """Each table below `value` that says what is dialled, with the names that lead to it."""
    if isinstance(value, dict):
        if "dial" in value and not isinstance(value["dial"], dict):
            yield path, value
        for name, below in value.items():
            yield from pairs(below, (*path, name))
    elif isinstance(value, list):
        for below in value:
            yield from pairs(below, path)


def _pair(file: DataFile, path: tuple[str, ...], table: dict[str, Any]) -> Iterator[Problem]:
    number, dial = table.get("number"), table["dial"]
    header, key = f"[{'.'.join(path)}]", ".".join(path[-1:])
    if not (isinstance(number, str) and isinstance(dial, str)):
        what = Message("%(key)r: `number` and `dial` are not both texts.", key=key)
        yield Problem(
            file.name,
            file.line_of(header, "dial"),
            what,
            Message('Write each in quotation marks: `dial = "113"`.'),
        )
        return
    for name, what, fix in misfits(number, dial):
        yield Problem(
            file.name,
            file.line_of(header, name),
            Message("%(key)r: %(what)s", key=key, what=what),
            fix,
        )
