"""Wherever a number to read and a number to dial stand together in the data,
they are the same number."""

from collections.abc import Iterator
from typing import Any

from plugins.checks.known import Known
from plugins.checks.planted import texts
from plugins.data.records import DataFile
from plugins.data.telephone import OWN, misfits
from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.reading.numbers import digits, numbers_in

# Names below which numbers are meant, or which only staff read.
OF_MACHINES = frozenset(
    {"number", "address", "dial", "retired", "numbers", "staff", "url", "exit", "title"}
)
Pair = tuple[tuple[str, ...], dict[str, Any]]


def check(known: Known) -> Iterator[Problem]:
    """Every table of every data file that has a `dial`."""
    for file in known.library.files.values():
        for path, table in pairs(file.tables):
            yield from _pair(file, path, table)


def check_texts(known: Known) -> Iterator[Problem]:
    """No text of a data file that readers see has a number typed by hand; a short code may be named
    there, as in the name of a line."""
    for file in known.library.files.values():
        for path, value in texts(file.tables):
            if OF_MACHINES.isdisjoint(path):
                for _, number in numbers_in(value, frozenset()):
                    yield _typed(file, path, number, known)


def _typed(file: DataFile, path: tuple[str, ...], number: str, known: Known) -> Problem:
    keys = [
        key
        for key, one in known.library.named.items()
        if digits(number) in (digits(one.dial), one.number)
    ]
    fix = (
        Message("Write {contact:%(key)s} in the text of a page, and words here.", key=keys[0])
        if keys
        else Message("Declare it in data/contacts.toml, and write words here.")
    )
    line = next(
        (
            at
            for at, text in enumerate(file.text.splitlines(), 1)
            if number in " ".join(text.split())
        ),
        file.line_of(*path[:1]),
    )
    return Problem(file.name, line, Message("%(target)r is written by hand.", target=number), fix)


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
    for name, what, fix in misfits(number, dial, str(table.get("country", OWN))):
        said = Message("%(key)r: %(what)s", key=key, what=what)
        yield Problem(file.name, file.line_of(header, name), said, fix)
