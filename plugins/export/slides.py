"""A text as slides to change (ODP, OpenDocument 1.3 part 3): each heading begins one, and what is
too long for one goes on on the next.

Same source, same bytes: the time in a file is that of the document, never of the build.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from plugins.export.archive import packed
from plugins.export.inline import lines_of
from plugins.export.manuscript import Manuscript
from plugins.export.prose import Node, read
from plugins.export.slide_parts import MANIFEST, MIMETYPE, content, meta, styles

HEADINGS = ("h2", "h3", "h4")
LINES, LINE = 9, 52  # on a slide, in letters of 22 points
BOX = "☐ "


class Line(NamedTuple):
    """A paragraph of a slide: its words, and the mark before it: none, a bullet or a number (from
    where its list has come to), at its depth from 1."""

    words: str
    mark: str = ""
    depth: int = 0
    number: int = 0

    @property
    def height(self) -> int:
        """How many lines it takes."""
        return sum(-(-max(len(part), 1) // LINE) for part in self.words.split("\n"))


@dataclass
class Slide:
    """A heading and what stands below it."""

    heading: str
    lines: list[Line] = field(default_factory=list)


def slides(html: str, about: Manuscript, day: date) -> bytes:
    """Return the slides of a text, whose headings begin with level 2; the first has its title."""
    told = [part for slide in _slides(read(html), about.title) for part in _parts(slide)]
    pages = [_page(number, slide) for number, slide in enumerate(told, 1)]
    files = {
        "content.xml": content("".join(pages), about),
        "styles.xml": styles(about),
        "meta.xml": meta(about, day),
        "META-INF/manifest.xml": MANIFEST,
    }
    return packed(files, day, first=("mimetype", MIMETYPE))


def _slides(root: Node, title: str) -> list[Slide]:
    found = [Slide(title)]
    for block in _blocks(root):
        if block.tag in HEADINGS:
            found.append(Slide(lines_of(block)))
        else:
            found[-1].lines += filter(lambda line: line.words, _lines(block))
    return [slide for slide in found if slide.lines or slide is found[0]]


def _blocks(node: Node) -> Iterator[Node]:
    """The blocks of a text one after the other; those that only hold others are opened."""
    for one in node.elements:
        if one.tag in ("div", "section", "details", "figure"):
            yield from _blocks(one)
        else:
            yield one


def _lines(node: Node, depth: int = 1) -> Iterator[Line]:
    return MAKERS.get(node.tag, _paragraph)(node, depth)


def _paragraph(node: Node, depth: int) -> Iterator[Line]:
    yield Line(lines_of(node))


def _list(node: Node, depth: int) -> Iterator[Line]:
    start = node.attributes.get("start", "1")
    first = int(start) if start.isdigit() else 1
    begun = Line(BOX if node.of_class("checklist") else "", "number" * (node.tag == "ol"), depth)
    for number, item in enumerate(node.elements, first):
        yield from _item(item, begun._replace(mark=begun.mark or "bullet", number=number))


def _terms(node: Node, depth: int) -> Iterator[Line]:
    for one in node.elements:
        yield Line(lines_of(one), "bullet" * (one.tag == "dd"), 1)


def _table(node: Node, depth: int) -> Iterator[Line]:
    for row in node.every("tr"):
        yield Line("; ".join(filter(None, map(lines_of, row.elements))), "bullet", 1)


def _quote(node: Node, depth: int) -> Iterator[Line]:
    for one in node.elements:
        yield from _lines(one, depth)


def _code(node: Node, depth: int) -> Iterator[Line]:
    yield Line("".join(node.raw()).strip("\n"))


def _rule(node: Node, depth: int) -> Iterator[Line]:
    """A line between passages has no words."""
    yield from ()


MAKERS: dict[str, Callable[[Node, int], Iterator[Line]]] = {
    "ul": _list,
    "ol": _list,
    "dl": _terms,
    "table": _table,
    "blockquote": _quote,
    "pre": _code,
    "hr": _rule,
}


def _item(item: Node, begun: Line) -> Iterator[Line]:
    """An item, `begun` with its box, and below it the lists that are in it."""
    listed = [one for one in item.elements if one.tag in ("ul", "ol")]
    words = [one for one in item.children if one not in listed]
    yield begun._replace(words=begun.words + lines_of(Node("p", {}, words)))
    for one in listed:
        yield from _lines(one, begun.depth + 1)


def _parts(slide: Slide) -> Iterator[Slide]:
    """A slide as so many as it needs, each with the same heading."""
    part = Slide(slide.heading)
    for line in slide.lines:
        if part.lines and sum(one.height for one in (*part.lines, line)) > LINES:
            yield part
            part = Slide(slide.heading)
        part.lines.append(line)
    yield part


def _page(number: int, slide: Slide) -> str:
    body = "".join(map(_marked, slide.lines))
    title = (
        '<draw:frame presentation:class="title" presentation:style-name="title" '
        'svg:x="1.5cm" svg:y="0.8cm" svg:width="25cm" svg:height="2.6cm">'
        f"<draw:text-box><text:p>{_said(slide.heading)}</text:p></draw:text-box></draw:frame>"
    )
    text = (
        '<draw:frame presentation:class="outline" presentation:style-name="text" '
        'svg:x="1.5cm" svg:y="3.6cm" svg:width="25cm" svg:height="11.4cm">'
        f"<draw:text-box>{body}</draw:text-box></draw:frame>"
    )
    name = quoteattr(f"{number}. {slide.heading}")
    return (
        f'<draw:page draw:name={name} draw:style-name="page" draw:master-page-name="Slide">'
        f"{title}{text}</draw:page>"
    )


def _marked(line: Line) -> str:
    """A paragraph, in lists as deep as it is."""
    inner = f"<text:p>{_said(line.words)}</text:p>"
    for level in range(line.depth if line.mark else 0, 0, -1):
        style = f' text:style-name="{line.mark}"' if level == 1 else ""
        start = f' text:start-value="{line.number}"' if level == line.depth else ""
        item = f"<text:list-item{start}>{inner}</text:list-item>"
        inner = f"<text:list{style}>{item}</text:list>"
    return inner


def _said(words: str) -> str:
    return "<text:line-break/>".join(escape(part) for part in words.split("\n"))
