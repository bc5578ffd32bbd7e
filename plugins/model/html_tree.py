"""HTML as a tree: read as browsers read it (WHATWG HTML, 13.2), changed, and written again.

Lexbor does both, by way of selectolax. Nothing else in the generator looks for elements in HTML:
what a pattern finds may stand in an attribute, in code, or in another element than it seems.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

Element = LexborNode
TEXT = "-text"
DOCTYPE = "<!doctype"
HEADINGS = "h1, h2, h3, h4, h5, h6"
NO_BREAK_SPACE = "\u00a0"


class Tree:
    """A piece of HTML, or a page, which begins with its doctype."""

    def __init__(self, html: str) -> None:
        whole = str(html).lstrip()[: len(DOCTYPE)].lower() == DOCTYPE
        self._read = LexborHTMLParser(str(html), is_fragment=not whole)

    def every(self, selector: str) -> list[Element]:
        """Return the elements that a CSS selector finds, in the order of the text."""
        return self._read.css(selector)

    def nodes(self) -> Iterator[Element]:
        """Yield all elements and texts, each before what is in it."""
        root = self._read.root
        return iter(()) if root is None else root.traverse(include_text=True)

    @property
    def top(self) -> list[Element]:
        """Return the elements and texts that stand in no other."""
        root = self._read.root
        return [] if root is None else list(root.iter(include_text=True))

    @property
    def html(self) -> str:
        """Return it as HTML."""
        return _written(self._read.html)


def inner(element: Element) -> str:
    """Return what is in `element` as HTML."""
    return _written(element.inner_html)


def outer(element: Element) -> str:
    """Return `element` as HTML."""
    return _written(element.html)


def attribute(element: Element, name: str) -> str:
    """Return the value of an attribute; nothing where it has none."""
    return element.attributes.get(name) or ""


def replace(node: Element, html: str) -> None:
    """Put `html` in the place of an element or a text."""
    for new in Tree(html).top:
        node.insert_before(new)
    node.decompose()


def _written(html: str | None) -> str:
    """A space that keeps words together is written as it is: a page is lighter by 4 bytes for
    each."""
    return (html or "").replace("&nbsp;", NO_BREAK_SPACE)
