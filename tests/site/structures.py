"""What a text is made of, block by block, however it is written down."""

import re
from collections.abc import Iterator

from plugins.export.prose import Node

HEADING = re.compile("h[1-6]")
LOOSE = frozenset({"p", "figcaption", "summary", "pre"})
OPEN = frozenset({"div", "section", "details", "figure", "article", "main", "body", "html"})
HIDDEN = re.compile("[\u200e\u200f\u2066-\u2069☐]")  # what orders signs, and empty boxes

Structure = tuple[object, ...]


def words(node: Node) -> str:
    """The words of an element as they are read: no links back, no marks of order."""
    return " ".join(HIDDEN.sub("", "".join(_raw(node))).split())


def _raw(node: Node) -> Iterator[str]:
    if node.of_class("footnote-backref"):
        return
    for child in node.children:
        yield from (child,) if isinstance(child, str) else _raw(child)
    if node.tag == "br":
        yield " "


def structures(node: Node, depth: int = 0) -> list[Structure]:
    """Return every block below `node` in reading order: headings, paragraphs, items with their
    depth and number, terms, meanings, quotations, rows of tables."""
    return [one for one in _blocks(node, depth) if one != ("p", "")]


def _blocks(node: Node, depth: int) -> Iterator[Structure]:
    loose: list[Node | str] = []
    for child in node.children:
        if isinstance(child, str) or not _is_block(child.tag):
            loose.append(child)
            continue
        yield ("p", words(Node("p", {}, loose)))
        loose = []
        yield from _block(child, depth)
    yield ("p", words(Node("p", {}, loose)))


def _is_block(tag: str) -> bool:
    return bool(HEADING.fullmatch(tag)) or tag in LOOSE | OPEN | {
        *("ul", "ol", "dl", "table", "blockquote", "hr")
    }


def _block(node: Node, depth: int) -> Iterator[Structure]:
    if HEADING.fullmatch(node.tag):
        yield ("heading", words(node))
    elif node.tag in LOOSE:
        yield ("p", words(node))
    elif node.tag in ("ul", "ol"):
        yield from _items(node, depth + 1)
    elif node.tag == "dl":
        for one in node.elements:
            yield ("term", words(one)) if one.tag == "dt" else ("meaning",)
            yield from structures(one, depth) if one.tag == "dd" else ()
    elif node.tag == "table":
        for row in node.every("tr"):
            yield ("row", *map(words, row.elements))
    elif node.tag == "blockquote":
        yield ("quote",)
        yield from structures(node, depth)
    elif node.tag != "hr":
        yield from structures(node, depth)


def _items(node: Node, depth: int) -> Iterator[Structure]:
    start = node.attributes.get("start", "1")
    first = int(start) if start.isdigit() else 1
    for number, item in enumerate(node.elements, first):
        yield ("item", depth, number if node.tag == "ol" else 0)
        yield from structures(item, depth)
