"""A text without any markup, ready to paste: paragraphs, marked lists, quotes with who said them,
rows of tables."""

from collections.abc import Callable, Iterator
from textwrap import fill

from markupsafe import Markup

from plugins.export.prose import Node, read

WIDTH = 78
BLOCKS = frozenset(
    {
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "dl",
        "blockquote",
        "table",
        "div",
        "figure",
        "section",
    }
)


def plain_text(html: str, width: int = 0) -> str:
    """The words of `html`, blocks separated by an empty line;
    `width` 0 leaves lines as long as paragraphs are."""
    blocks = [block for block in _blocks(read(str(html))) if block.strip()]
    return "\n\n".join(_wrapped(block, width) if width else block for block in blocks)


def plain(said: Markup) -> str:
    """What a macro of a page says, as a line of text:
    no markup is expected, and signs are themselves again."""
    return " ".join(str(Markup(said).unescape()).split())


def _blocks(node: Node) -> Iterator[str]:
    loose: list[Node | str] = []
    for child in node.children:
        if isinstance(child, Node) and child.tag in BLOCKS:
            yield Node("p", {}, loose).text
            loose = []
            yield from MAKERS.get(child.tag, _paragraph)(child)
        else:
            loose.append(child)
    yield Node("p", {}, loose).text


def _paragraph(node: Node) -> Iterator[str]:
    yield node.text


def _heading(node: Node) -> Iterator[str]:
    yield node.text.upper() if node.tag == "h2" else node.text


def _bullets(node: Node) -> Iterator[str]:
    mark = "[ ] " if node.of_class("checklist") else "- "
    yield "\n".join(mark + item.text for item in node.elements)


def _numbers(node: Node) -> Iterator[str]:
    yield "\n".join(f"{number}. {item.text}" for number, item in enumerate(node.elements, 1))


def _terms(node: Node) -> Iterator[str]:
    yield "\n".join(f"{one.text}:" if one.tag == "dt" else f"  {one.text}" for one in node.elements)


def _quote(node: Node) -> Iterator[str]:
    parts = [child.text for child in node.elements if child.text]
    if len(parts) > 1:
        parts[-1] = f"— {parts[-1]}"
    yield "\n".join(parts)


def _table(node: Node) -> Iterator[str]:
    yield "\n".join("; ".join(cell.text for cell in row.elements) for row in node.every("tr"))


def _notes(node: Node) -> Iterator[str]:
    """Footnotes, each with the number by which the text mentions it."""
    notes = [note for listed in node.elements for note in listed.elements]
    yield "\n".join(f"[{number}] {note.text}" for number, note in enumerate(notes, 1))


def _wrapped(block: str, width: int) -> str:
    return "\n".join(fill(line, width) for line in block.splitlines())


MAKERS: dict[str, Callable[[Node], Iterator[str]]] = {
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "ul": _bullets,
    "ol": _numbers,
    "dl": _terms,
    "blockquote": _quote,
    "table": _table,
    "div": _blocks,
    "section": _notes,
}
