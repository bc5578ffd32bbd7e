"""The fields above a text, changed in place: every other byte of the file stays as it is."""

from plugins.reading.front_matter import split
from plugins.reading.yaml_fields import field_line, is_yaml


def with_field(source: str, name: str, value: str) -> str:
    """`source` with the field `name` set to `value`: where it stands, or below the other fields."""
    lines = source.splitlines(keepends=True)
    start, end = _place(source, name)
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if start and not lines[start - 1].endswith(("\n", "\r")):
        lines[start - 1] += newline
    line = _field_line(name, value, is_yaml(source.splitlines()))
    return "".join([*lines[:start], f"{line}{newline}", *lines[end:]])


def _field_line(name: str, value: str, between_marks: bool) -> str:
    if between_marks:
        return field_line(name, "\n".join(line.strip() for line in value.strip().split("\n")))
    return f"{name}:{value}" if value.startswith("\n") else f"{name}: {value}"


def without_field(source: str, name: str) -> str:
    """`source` without the field `name` and the lines that continue it."""
    lines = source.splitlines(keepends=True)
    start, end = _place(source, name)
    return "".join(lines[:start] + lines[end:])


def _place(source: str, name: str) -> tuple[int, int]:
    """The lines (from 0) of the field `name`, the last not included;
    where it is missing, the end of the fields."""
    fields, _, first_line = split(source)
    last = min(first_line - 2, len(source.splitlines()))
    following = [*(line.number - 1 for line in fields[1:]), last]
    for field, end in zip(fields, following, strict=False):
        if field.name == name:
            return field.number - 1, end
    return last, last
