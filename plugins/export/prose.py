"""A text as a tree: the HTML of a page, read once, so that each form can be made from its nodes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plugins.data.entries import Named
from plugins.images.markup import alone
from plugins.model.characters import in_order, leftwards
from plugins.model.html_tree import TEXT, Element, Tree, attribute, outer

VOID = frozenset({"br", "img", "hr", "col", "input", "source"})
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
        if self.tag == "br":
            yield " "
        note = self.of_class("footnote-ref")
        yield from ("[", *self._texts(), "]") if note else self._texts()


def read(html: str) -> Node:
    """The tree of `html`, below a `div`."""
    return Node("div", {}, [_node(child) for child in Tree(html).top])


def _node(found: Element) -> Node | str:
    if found.tag == TEXT:
        return found.text()
    attributes = {name: value or "" for name, value in found.attributes.items()}
    return Node(found.tag or "", attributes, [_node(one) for one in found.iter(include_text=True)])


def checklists(html: str) -> str:
    """The checklists of a text, one below the other; empty where there is none."""
    return "\n".join(map(outer, Tree(html).every("ul.checklist")))


def speaker(quote: Node) -> tuple[list[Node], Node | None]:
    """The blocks of a quotation, and the paragraph below them that says who speaks; None where it
    ends with something else."""
    *said, last = quote.elements or [quote]
    return (said, last) if said and last.tag == "p" else (quote.elements, None)


def offline(html: str, site_url: str, base: str = "") -> str:
    """`html` with every address on this site (below the path `base`) in full,
    so that it leads there from anywhere."""
    tree = Tree(alone(str(html)))
    for element in tree.every('[href^="/"], [src^="/"]'):
        for name in {"href", "src"} & element.attributes.keys():
            element.attrs[name] = in_full(attribute(element, name), site_url, base)
    return tree.html


def in_full(address: str, site_url: str, base: str = "") -> str:
    """An address on this site in full; others as they are."""
    if not address.startswith("/") or address.startswith("//"):
        return address
    return f"{site_url.removesuffix(base) if base else site_url}{address}"


def numbered(text: str, contacts: Mapping[str, Named]) -> str:
    """`text` with `{contact:key}` as the number of that contact."""
    ordered = in_order if leftwards(text) else str
    return CONTACT.sub(
        lambda found: ordered(contacts[found[1]].number) if found[1] in contacts else found[0], text
    )
