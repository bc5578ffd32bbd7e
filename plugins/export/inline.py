"""The words of one paragraph as lines of plain text: where links lead, where lines break,
and numbers that keep their order between letters that run from right to left."""

from collections.abc import Iterator

from plugins.export.prose import Node, one_line
from plugins.model.characters import MARK, in_order, leftwards

BREAK = "\v"
SHOWN_BY_WORDS = ("#", "tel:", "mailto:")  # links whose words say all


def lines_of(node: Node) -> str:
    """Return the words of `node`; its line breaks are kept, other white space is one space."""
    said = "".join(_said(node))
    marked = said if leftwards(said) else said.replace(MARK, "")
    lines = (one_line(line) for line in marked.split(BREAK))
    return "\n".join(lines).strip("\n")


def _said(node: Node) -> Iterator[str]:
    for child in node.children:
        yield from (child,) if isinstance(child, str) else _element(child)


def _element(node: Node) -> Iterator[str]:
    if node.of_class("footnote-backref"):
        return
    words = "".join(_said(node))
    if node.tag == "br":
        yield BREAK
    elif node.tag == "img":
        yield f"[{node.attributes.get('alt', '')}]"
    elif node.tag == "code":
        yield f"`{words}`"
    elif node.tag == "del":
        yield f"~~{words}~~"
    elif node.tag == "bdi":
        yield in_order(words)
    elif node.of_class("footnote-ref"):
        yield f"[{words}]"
    else:
        yield f"{words}{_leads(node, words)}" if node.tag == "a" else words


def _leads(node: Node, words: str) -> str:
    """Where a link leads, behind its words; empty where they say it."""
    address = node.attributes.get("href", "")
    if not address or address.startswith(SHOWN_BY_WORDS) or not words.strip():
        return ""
    bare = address.partition("://")[2].rstrip("/")
    same = words.strip().rstrip("/").removeprefix("https://").removeprefix("http://") == bare
    return "" if same else f" ({in_order(address)})"
