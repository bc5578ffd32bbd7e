"""A text as XML, for books: every element closed, anchors and links as the book has them."""

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from plugins.export.prose import VOID, Node, read
from plugins.images.markup import in_words

# What readers of books have no use for.
LEFT_OUT = frozenset({"data-label"})


def xhtml(html: str, lead: Callable[[str], str] = str) -> str:
    """`html` as XHTML; `lead` says where an address leads in the book."""
    return "".join(_written(child, lead) for child in read(in_words(str(html))).children)


def element(node: Node) -> str:
    """What is in `node`, as XHTML."""
    return "".join(_written(child, str) for child in node.children)


def _written(node: Node | str, lead: Callable[[str], str]) -> str:
    if isinstance(node, str):
        return escape(node)
    named = {name: value for name, value in node.attributes.items() if name not in LEFT_OUT}
    if "href" in named:
        named["href"] = lead(named["href"])
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in named.items())
    if node.tag in VOID:
        return f"<{node.tag}{attributes}/>"
    inner = "".join(_written(child, lead) for child in node.children)
    return f"<{node.tag}{attributes}>{inner}</{node.tag}>"
