"""A text as a tree: the HTML of a page, read once, so that each form can be made from its nodes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from plugins.data.entries import Named
from plugins.export.direction import in_order, leftwards
from plugins.images.markup import alone

VOID = frozenset({"br", "img", "hr", "col", "input", "source"})
ADDRESS = re.compile(r'(?P<before>\b(?:href|src)=")(?P<base>/(?!/)[^"]*)')
CONTACT = re.compile(r"\{contact:([^}\s]+)\}")


BREAKABLE = re.compile(r"[ \t\n\v\f\r]+")  # a no-break space is none of these


def one_line(text: str) -> str:
    """Return the words of `text` in one line, those that stay together still together."""
    return BREAKABLE.sub(" ", text).strip(" ")


@dataclass
class Node:
    """An element: its children are nodes and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of the element, in one line."""
        return one_line("".join(self._texts()))

    @property
    def elements(self) -> list["Node"]:
        """The children that are elements."""
        return [child for child in self.children if isinstance(child, Node)]

    def of_class(self, name: str) -> bool:
        """Whether the element has this class."""
        return name in self.attributes.get("class", "").split()

    def every(self, tag: str) -> Iterator["Node"]:
        """The elements of that name below this one, in the order of the text."""
        for child in self.elements:
            if child.tag == tag:
                yield child
            yield from child.every(tag)

    def raw(self) -> Iterator[str]:
        """Its texts as they stand, with their white space."""
        for child in self.children:
            yield from (child,) if isinstance(child, str) else child.raw()

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            yield from (child,) if isinstance(child, str) else child._said()

    def _said(self) -> Iterator[str]:
        """Its words where only words are; a mention of a footnote is its number in brackets."""
        if self.of_class("footnote-backref"):
            return
        note = self.of_class("footnote-ref")
        yield from ("[", *self._texts(), "]") if note else self._texts()


class _Builder(HTMLParser):
    """Puts the elements of a text below `root`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("div")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        """The innermost open element of that name ends, and all within it."""
        names = [node.tag for node in self.open]
        if tag in names[1:]:
            del self.open[len(names) - names[::-1].index(tag) - 1 :]

    def handle_data(self, data: str) -> None:
        """Words."""
        self.open[-1].children.append(data)


def read(html: str) -> Node:
    """The tree of `html`, below a `div`."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


LISTED = re.compile(r'<ul class="checklist">.*?</ul>', re.DOTALL)


def checklists(html: str) -> str:
    """The checklists of a text, one below the other; empty where there is none."""
    return "\n".join(LISTED.findall(html))


@dataclass(frozen=True)
class Quote:
    """What somebody said, and who."""

    text: str
    speaker: str


def quotes(html: str) -> list[Quote]:
    """The block quotes of a text; the last paragraph of each names who speaks."""
    found = []
    for block in read(html).every("blockquote"):
        parts = [child.text for child in block.elements if child.text]
        if len(parts) > 1:
            found.append(Quote("\n\n".join(parts[:-1]), parts[-1]))
    return found


def offline(html: str, site_url: str, base: str = "") -> str:
    """`html` with every address on this site (below the path `base`) in full,
    so that it leads there from anywhere."""
    host = site_url.removesuffix(base) if base else site_url
    return ADDRESS.sub(lambda found: f"{found['before']}{host}{found['base']}", alone(str(html)))


def numbered(text: str, contacts: Mapping[str, Named]) -> str:
    """`text` with `{contact:key}` as the number of that contact."""
    ordered = in_order if leftwards(text) else str
    return CONTACT.sub(
        lambda found: ordered(contacts[found[1]].number) if found[1] in contacts else found[0], text
    )
