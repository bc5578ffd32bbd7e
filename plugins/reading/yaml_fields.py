"""Fields between two lines of `---`, as Obsidian, Hugo and Decap write them: YAML, read with the
line of each field."""

import math
import re
from collections.abc import Iterator

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

MARK = re.compile(r"---[ \t]*")
WORDS = re.compile(r"(^|-)([a-z])")
BARS = "|"
KINDS = ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")
TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in KINDS)

FAULT = "---"  # the name of what is not understood; its value is the line as it stands
COMMA = "---,"  # the name of a list whose items have commas within

Found = tuple[str, str, int]  # name, value, line


class _CommaError(ValueError):
    """An item of a list that our own fields would divide."""


def is_yaml(lines: list[str]) -> bool:
    """Whether the fields stand between lines of `---`."""
    return bool(lines) and MARK.fullmatch(lines[0]) is not None and end_of(lines) is not None


def end_of(lines: list[str]) -> int | None:
    """Return the place of the line (from 0) that ends the fields."""
    return next((n for n, line in enumerate(lines) if n and MARK.fullmatch(line)), None)


def yaml_fields(lines: list[str]) -> list[Found]:
    """Return the fields in `lines`, the first of which is the second of the file; what is not
    understood has the name FAULT."""
    try:
        root = yaml.compose("\n".join(lines), Loader=yaml.SafeLoader)
    except RecursionError:
        return [(FAULT, lines[0].strip()[:60], 2)]
    except yaml.YAMLError as error:
        return [(FAULT, _line_of(lines, error), _number(error))]
    if root is None:
        return []
    if not isinstance(root, MappingNode):
        return [(FAULT, lines[root.start_mark.line].strip(), root.start_mark.line + 2)]
    return [_field(key, value, lines) for key, value in root.value]


def _field(key: Node, value: Node, lines: list[str]) -> Found:
    number = key.start_mark.line + 2
    try:
        return named(_scalar(key)), _said(value), number
    except _CommaError:
        return COMMA, lines[key.start_mark.line].strip(), number
    except ValueError:
        return FAULT, lines[key.start_mark.line].strip(), number


def field_line(name: str, value: str) -> str:
    """Return a field as it can stand in `yaml_fields`, on one line: its value in quotation marks
    where YAML would read it as something else."""
    plain = f"{name}: {value}"
    if "\n" not in value and yaml_fields([plain]) == [(name, value, 2)]:
        return plain
    quoted = yaml.safe_dump(value, default_style='"', allow_unicode=True, width=math.inf)
    return f"{name}: {quoted.strip()}"


def named(name: str) -> str:
    """Return `name` as we write it: `menu-title` is `Menu-Title`."""
    return WORDS.sub(lambda found: found[1] + found[2].upper(), name)


def _said(node: Node) -> str:
    """Return a value as it stands in our own fields. Raises ValueError for a table."""
    if isinstance(node, SequenceNode):
        items = list(_items(node))
        return ("\n" if any(BARS in item for item in items) else ", ").join(items)
    text = _scalar(node)
    # The day of a moment, as other programs write it: 2026-11-24T10:00:00+03:00.
    moment = node.tag.endswith(":timestamp") and re.match(r"(\d{4}-\d{2}-\d{2})[Tt ]", text)
    return moment[1] if moment else "" if node.tag.endswith(":null") else text.strip()


def _items(node: SequenceNode) -> Iterator[str]:
    for item in node.value:
        text = " ".join(_scalar(item).split())
        if "," in text and BARS not in text:
            raise _CommaError(text)  # our own fields divide a list at commas
        yield text


def _scalar(node: Node) -> str:
    """Return the words of a value. Raises ValueError for what is none, and for a tag (`!word`),
    which would be lost."""
    if not isinstance(node, ScalarNode) or node.tag not in TAGS:
        raise ValueError(node.tag)
    return str(node.value)


def _number(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 2 if mark else 1


def _line_of(lines: list[str], error: yaml.YAMLError) -> str:
    number = min(max(_number(error) - 2, 0), len(lines) - 1)
    return lines[number].strip() if lines else ""
