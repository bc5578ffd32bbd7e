"""Records: tables of a TOML file become values,
and every entry that does not fit is a problem with its line."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields, replace
from pathlib import Path
from typing import Any, get_type_hints

from plugins.data.shapes import SHAPES
from plugins.model.document import Problem
from plugins.model.merge import UNMERGED, marks_of_merge
from plugins.model.message import Message
from plugins.model.shape import misshapen, unlike
from plugins.model.toml_error import toml_error, toml_line
from plugins.model.user_error import did_you_mean


@dataclass(frozen=True)
class DataFile:
    """A file of content/data: its name as problems show it, its text, and its parsed tables."""

    name: str
    text: str
    tables: dict[str, Any]

    def line_of(self, *words: str) -> int:
        """The line (from 1) where `words` follow one another, each found after the one before;
        1 if they do not."""
        line = 0
        lines = self.text.splitlines()
        for word in words:
            later = (number for number in range(line, len(lines)) if word in lines[number])
            line = next(later, line)
        return line + 1


def read_data_file(folder: Path, name: str) -> tuple[DataFile, list[Problem]]:
    """The file `name` of `folder` without what is not of its shape, and the problems; when it is
    missing or not TOML, an empty one."""
    shown = f"data/{name}"
    try:
        text = (folder / name).read_text(encoding="utf-8-sig")
        return shaped(DataFile(shown, text, tomllib.loads(text)))
    except FileNotFoundError:
        wrong = [(1, Message("The file is missing."), Message("Restore it from git."))]
    except UnicodeDecodeError:
        wrong = [(1, Message("This is not UTF-8 text."), Message("Save the file again as UTF-8."))]
    except RecursionError:
        what = Message("This has lists within lists without end.")
        wrong = [(1, what, Message("Restore it from git."))]
    except tomllib.TOMLDecodeError as error:
        wrong = _broken(text, error)
    return DataFile(shown, "", {}), [Problem(shown, *one) for one in wrong]


def _broken(text: str, error: tomllib.TOMLDecodeError) -> list[tuple[int, Message, Message]]:
    """What is wrong with a text that is not TOML: where it is not merged, or else what Python
    says."""
    unmerged = [(line, *UNMERGED) for line, _ in marks_of_merge(text)]
    what = Message("This is not TOML: %(error)s.", error=toml_error(error))
    fix = Message("Compare the line with its neighbours.")
    return unmerged or [(toml_line(error), what, fix)]


def shaped(file: DataFile) -> tuple[DataFile, list[Problem]]:
    """Return `file` without what is not of its shape, and a problem for each such entry."""
    wrong = misshapen(file.tables, SHAPES.get(Path(file.name).stem, {}))
    problems = [
        Problem(
            file.name,
            file.line_of(name),
            Message("%(name)r is not %(said)s.", name=name, said=said),
            Message("Write %(said)s.", said=said),
        )
        for name, said in wrong.items()
    ]
    fits = {name: value for name, value in file.tables.items() if name not in wrong}
    return replace(file, tables=fits), problems


def records(
    file: DataFile,
    entries: dict[str, Any],
    kind: type,
    header: str = "[{}]",
    **convert: Callable[[Any], Any],
) -> tuple[dict[str, Any], list[Problem]]:
    """Values of `kind` by key from `entries`; an entry with unknown or missing names is left out
    and reported.

    `header` is how the table of a key begins in the file; `convert` changes single values on the
    way in.
    """
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, entry in entries.items():
        wrong = _misfits(file, header.format(key), key, entry, kind)
        problems += wrong
        if not wrong:
            values = {
                name: convert.get(name, lambda value: value)(value) for name, value in entry.items()
            }
            found[key] = kind(key=key, **values)
    return found, problems


def _misfits(file: DataFile, header: str, key: str, entry: object, kind: type) -> list[Problem]:
    if not isinstance(entry, dict):
        line, fix = file.line_of(key), Message("Begin it with %(header)s.", header=header)
        return [Problem(file.name, line, Message("%(key)r is not a table.", key=key), fix)]
    known = {field.name for field in fields(kind)} - {"key"}
    found = [
        *(
            (
                name,
                Message("%(key)r has no %(name)r.", key=key, name=name),
                did_you_mean(name, known),
            )
            for name in entry
            if name not in known
        ),
        *(
            (
                None,
                Message("%(key)r lacks %(name)r.", key=key, name=name),
                Message("Add `%(name)s = …` below %(header)s.", name=name, header=header),
            )
            for name in _lacking(kind, entry)
        ),
        *_wrong_values(key, entry, kind),
    ]
    return [
        Problem(file.name, file.line_of(header, *([name] if name else [])), what, fix)
        for name, what, fix in found
    ]


def _lacking(kind: type, entry: dict[str, Any]) -> list[str]:
    """Return the names of required fields of `kind` that `entry` does not have."""
    required = {
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    }
    return sorted(required - {"key"} - set(entry))


def _wrong_values(
    key: str, entry: dict[str, Any], kind: type
) -> Iterator[tuple[str, Message, Message]]:
    """Yield the name of each field whose value is of another type, what is wrong, and the fix."""
    hints = get_type_hints(kind)
    choices = getattr(kind, "CHOICES", {})
    for name, value in entry.items():
        if name in hints and (said := _unlike(value, hints[name], choices.get(name, ()))):
            yield (
                name,
                Message("%(key)r: %(name)r is not %(said)s.", key=key, name=name, said=said),
                Message("Write %(said)s.", said=said),
            )


def _unlike(value: object, hint: object, choices: tuple[str, ...]) -> Message | None:
    """What `value` should have been; None when it is."""
    if choices and value not in choices:
        return Message("one of %(names)s", names=choices)
    return unlike(value, hint)
