"""A text as word processors are given it: HTML of which they understand every element."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from plugins.export.prose import Node, read
from plugins.export.typesetting import EMBEDDED
from plugins.export.xhtml import element
from plugins.model.characters import in_order, leftwards

WIDEST = 600  # CSS pixels between the margins of A4
BOX = "☐ "


class Paper(NamedTuple):
    """What a document is written on: width, height and margins in mm, and how large its letters are
    beside those of a letter."""

    width: int
    height: int
    margin: int
    letters: float = 1.0


A4 = Paper(210, 297, 25)
A3 = Paper(297, 420, 16, 3.6)
CARD = Paper(85, 54, 4, 0.62)


@dataclass(frozen=True)
class Manuscript:
    """What a document says of itself: `date` in words, `keywords` one by one; its language and
    direction as in HTML; `first` is a line above its title, or empty."""

    title: str
    lang: str
    direction: str
    author: str
    date: str
    summary: str
    keywords: tuple[str, ...] = ()
    paper: Paper = A4
    first: str = ""

    @property
    def metadata(self) -> dict[str, object]:
        """What Pandoc is told, by its own names."""
        return {
            "title": self.title,
            "lang": self.lang,
            "dir": self.direction,
            "author": self.author,
            "date": self.date,
            "description": self.summary,
            "keywords": list(self.keywords),
        }


def shaped(html: str) -> str:
    """Return `html` in elements that word processors and letters show: numbers in their order,
    boxes of checklists, names of callouts, pictures no wider than the page."""
    rtl = leftwards(html)
    return element(_shaped(read(html), rtl))


def _shaped(node: Node, rtl: bool) -> Node:
    below = [one if isinstance(one, str) else _shaped(one, rtl) for one in node.children]
    return SHAPES.get(node.tag, _same)(replace(node, children=below), rtl)


def _same(node: Node, rtl: bool) -> Node:
    return node


def _ordered(node: Node, rtl: bool) -> Node:
    return Node("span", {}, [in_order(node.text) if rtl else node.text])


def _list(node: Node, rtl: bool) -> Node:
    if not node.of_class("checklist"):
        return node
    return Node("ul", {}, [_boxed(one) if isinstance(one, Node) else one for one in node.children])


def _boxed(item: Node) -> Node:
    first = item.elements[0] if item.elements and item.elements[0].tag == "p" else item
    first.children.insert(0, BOX)
    return item


def _callout(node: Node, rtl: bool) -> Node:
    """Its name is strong, as on a page."""
    if node.tag == "div" and not node.of_class("admonition"):
        return node
    title, *rest = node.elements
    strong = Node("p", {}, [Node("strong", {}, title.children)])
    return Node("div", {}, [strong, *rest])


def _picture(node: Node, rtl: bool) -> Node:
    width = node.attributes.get("width", "")
    source, width = (node.attributes.get(name, "") for name in ("src", "width"))
    file = source.removeprefix(EMBEDDED)
    kept = {"alt": node.attributes.get("alt", "")}
    kept["src"] = f"{file}.png" if file != source and file.endswith(".svg") else file
    kept["width"] = str(min(int(width), WIDEST) if width.isdigit() else WIDEST)
    return Node("img", kept)


def _link(node: Node, rtl: bool) -> Node:
    return Node("span") if node.of_class("footnote-backref") else node


SHAPES: dict[str, Callable[[Node, bool], Node]] = {
    "bdi": _ordered,
    "ul": _list,
    "div": _callout,
    "details": _callout,
    "img": _picture,
    "a": _link,
}
