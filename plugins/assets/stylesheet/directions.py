"""The stylesheet for one direction of writing, in words that browsers before Chrome 87,
Safari 14.1 and Firefox 66 know.

The source says `margin-inline-start` and `inset` (CSS Logical Properties Level 1); those browsers
leave out what they do not know. So the output says left and right, once for pages that are written
from left to right and once for the others. It reads what rcssmin has written of our own source:
no comment, no string with a brace or a semicolon.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

DIRECTIONS = ("ltr", "rtl")
OTHER = {"ltr": "rtl", "rtl": "ltr"}
EDGES = {
    "ltr": {"inline-start": "left", "inline-end": "right"},
    "rtl": {"inline-start": "right", "inline-end": "left"},
}
BLOCK = {"block-start": "top", "block-end": "bottom"}
AXES = {"inline": ("inline-start", "inline-end"), "block": ("block-start", "block-end")}
SIZES = {"inline-size": "width", "block-size": "height"}
RULE = re.compile(r"(?P<selector>[^{}@;]+)\{(?P<body>[^{}]+)\}")
SIZE = re.compile(r"(?P<before>(?:min-|max-)?)(?P<size>inline-size|block-size)")
ON_EDGE = re.compile(
    r"(?P<box>(?:scroll-)?(?:margin|padding)|border|inset)"
    r"-(?P<edge>(?:inline|block)-(?:start|end))(?P<part>-(?:width|style|color))?"
)
ON_AXIS = re.compile(
    r"(?P<box>(?:scroll-)?(?:margin|padding)|border|inset)-(?P<axis>inline|block)"
    r"(?P<part>-(?:width|style|color))?"
)
ROUND = ("top", "right", "bottom", "left")
# Which of one to four values is meant for each of those (CSS Box Model Level 3, 4.2).
SHORT = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
BOX = re.compile(r"margin|padding|border|inset")
# Of a box whose edge stands on the other side; a colour alone draws nothing.
NOTHING = {"margin": "0", "padding": "0", "border": "0", "inset": "auto"}
# What older browsers read instead of a value that they do not know.
OLDER = (
    (re.compile(r"overflow-wrap:anywhere"), "overflow-wrap:break-word"),
    (re.compile(r"hyphens:(auto|manual)"), r"-webkit-hyphens:\1"),
    (re.compile(r"position:sticky"), "position:-webkit-sticky"),
    (re.compile(r'(content:"[^"]*")\s*/\s*""'), r"\1"),
)


class Declaration(NamedTuple):
    """A property and its value."""

    name: str
    value: str

    def __str__(self) -> str:
        return f"{self.name}:{self.value}"


def for_direction(css: str, direction: str) -> str:
    """Return `css` for pages written in `direction` ("ltr" or "rtl").

    A part of such a page that is written the other way, an English text on an Arabic page, has
    its own rule behind each that says left or right. It is of no more weight than that one, and
    browsers that do not know `:where` read it as nothing.
    """
    return RULE.sub(lambda rule: _rule(rule["selector"], rule["body"], direction), css)


def _rule(selector: str, body: str, direction: str) -> str:
    declarations = _declarations(body)
    said = [one for each in declarations for one in physical(each, direction)]
    other = list(_mirrored(declarations, OTHER[direction]))
    within = f"{selector}{{{_written(said)}}}"
    if not other:
        return within
    return f"{within}{_inside(selector, OTHER[direction])}{{{_written(other)}}}"


def _declarations(body: str) -> list[Declaration]:
    parts = (part.partition(":") for part in body.split(";") if part)
    return [Declaration(name.strip(), value.strip()) for name, _, value in parts]


def physical(declaration: Declaration, direction: str) -> Iterator[Declaration]:
    """Return what `declaration` says in a text that is written in `direction`."""
    name, value = declaration
    edges = BLOCK | EDGES[direction]
    if size := SIZE.fullmatch(name):
        yield Declaration(size["before"] + SIZES[size["size"]], value)
    elif found := ON_EDGE.fullmatch(name):
        yield Declaration(_edge(found["box"], edges[found["edge"]], found["part"]), value)
    elif found := ON_AXIS.fullmatch(name):
        values = [value] if found["box"] == "border" else split_values(value)
        for edge, each in zip(AXES[found["axis"]], (values[0], values[-1]), strict=True):
            yield Declaration(_edge(found["box"], edges[edge], found["part"]), each)
    elif name == "inset":
        yield from _inset(split_values(value))
    else:
        yield declaration


def _edge(box: str, edge: str, part: str | None) -> str:
    return edge if box == "inset" else f"{box}-{edge}{part or ''}"


def _inset(values: list[str]) -> Iterator[Declaration]:
    for name, place in zip(ROUND, SHORT[len(values)], strict=True):
        yield Declaration(name, values[place])


def split_values(value: str) -> list[str]:
    """Return the parts of `value` between spaces that stand in no brackets."""
    parts, depth = [""], 0
    for sign in value:
        depth += (sign == "(") - (sign == ")")
        if sign == " " and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part for part in parts if part]


def _mirrored(declarations: list[Declaration], direction: str) -> Iterator[Declaration]:
    """What a rule says in `direction` of boxes whose sides differ.

    What it says of the whole box is said again; where it says nothing, the other side is empty.
    """
    boxes = {_box(one.name) for one in declarations if _has_sides(one)}
    whole = boxes & {one.name for one in declarations}
    for one in declarations:
        if _has_sides(one):
            yield from () if _box(one.name) in whole else _emptied(one, direction)
        if _has_sides(one) or one.name in whole:
            yield from physical(one, direction)


def _box(name: str) -> str:
    found = BOX.search(name)
    return found[0] if found else ""


def _has_sides(one: Declaration) -> bool:
    """Whether `one` means another side in the other direction."""
    return set(physical(one, "ltr")) != set(physical(one, "rtl"))


def _emptied(one: Declaration, direction: str) -> Iterator[Declaration]:
    there = {part.name for part in physical(one, direction)}
    for part in physical(one, OTHER[direction]):
        if part.name not in there and not part.name.endswith(("-color", "-style")):
            yield Declaration(part.name, NOTHING[_box(one.name)])


def _inside(selector: str, direction: str) -> str:
    """Return `selector` for elements inside of something written in `direction`."""
    where = f":where([dir={direction}],[dir={direction}] *)"
    return ",".join(_before_pseudo(one, where) for one in _selectors(selector))


def _before_pseudo(selector: str, where: str) -> str:
    element, colons, pseudo = selector.partition("::")
    return f"{element}{where}{colons}{pseudo}"


def _selectors(selector: str) -> list[str]:
    """The selectors of a list, whose commas stand in no brackets."""
    return re.split(r",(?![^(]*\))", selector)


def _written(declarations: list[Declaration]) -> str:
    return ";".join(_with_older(str(one)) for one in declarations)


def _with_older(declaration: str) -> str:
    for newer, older in OLDER:
        if newer.fullmatch(declaration):
            return f"{newer.sub(older, declaration)};{declaration}"
    return declaration
