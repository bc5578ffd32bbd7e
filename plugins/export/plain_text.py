"""A text without any markup, ready to paste: paragraphs, marked lists, quotes with who said them,
rows of tables, and the addresses that links lead to."""

from collections.abc import Callable, Iterator
from textwrap import fill

from markupsafe import Markup

from plugins.export.inline import lines_of
from plugins.export.prose import Node, one_line, read, speaker
from plugins.export.typography import bound_html

BLOCKS = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "table", "div"),
        *("figure", "figcaption", "section", "details", "summary", "pre", "hr"),
    }
)
RULE = "* * *"


def plain_text(html: str, width: int = 0) -> str:
    """The words of `html`, blocks separated by an empty line;
    `width` 0 leaves lines as long as paragraphs are."""
    blocks = list(_blocks(read(bound_html(str(html)))))
    return "\n\n".join(_wrapped(block, width) if width else block for block in blocks)


def plain(said: Markup) -> str:
    """What a macro of a page says, as a line of text:
    no markup is expected, and signs are themselves again."""
    return one_line(str(Markup(said).unescape()))


def _blocks(node: Node) -> Iterator[str]:
    """The blocks in `node`, none of them empty; words between them are paragraphs."""
    loose: list[Node | str] = []
    for child in node.children:
        if isinstance(child, Node) and child.tag in BLOCKS:
            yield from filter(None, [lines_of(Node("p", {}, loose))])
            yield from filter(None, MAKERS.get(child.tag, _paragraph)(child))
            loose = []
        else:
            loose.append(child)
    yield from filter(None, [lines_of(Node("p", {}, loose))])


def _paragraph(node: Node) -> Iterator[str]:
    yield lines_of(node)


def _heading(node: Node) -> Iterator[str]:
    yield lines_of(node).upper() if node.tag == "h2" else lines_of(node)


def _close(node: Node) -> Iterator[str]:
    """Blocks that belong together: no empty line between."""
    yield "\n".join(_blocks(node))


def _bullets(node: Node) -> Iterator[str]:
    mark = "[ ] " if node.of_class("checklist") else "- "
    yield "\n".join(_item(item, mark) for item in node.elements)


def _numbers(node: Node) -> Iterator[str]:
    start = node.attributes.get("start", "1")
    first = int(start) if start.isdigit() else 1
    yield "\n".join(_item(item, f"{number}. ") for number, item in enumerate(node.elements, first))


def _item(node: Node, mark: str) -> str:
    """An item with its mark; whatever else is in it stands below its first word."""
    return _below(mark, " " * len(mark), "\n".join(_blocks(node)))


def _below(first: str, others: str, text: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(others + line for line in lines[1:])]).rstrip()


def _terms(node: Node) -> Iterator[str]:
    yield "\n".join(
        f"{lines_of(one)}:" if one.tag == "dt" else _item(one, "  ") for one in node.elements
    )


def _quote(node: Node) -> Iterator[str]:
    """Its blocks, and who speaks."""
    said, who = speaker(node)
    parts = list(_blocks(Node("div", {}, [*said]) if who else node))
    yield "\n".join([*parts, *([f"— {lines_of(who)}"] if who else ())])


def _table(node: Node) -> Iterator[str]:
    yield "\n".join("; ".join(map(_cell, row.elements)) for row in node.every("tr"))


def _cell(node: Node) -> str:
    return ", ".join(line for block in _blocks(node) for line in block.split("\n"))


def _rule(node: Node) -> Iterator[str]:
    yield RULE


def _code(node: Node) -> Iterator[str]:
    """A block of code keeps its lines and spaces."""
    yield "".join(node.raw()).strip("\n")


def _notes(node: Node) -> Iterator[str]:
    """Footnotes, each with the number by which the text mentions it."""
    notes = [note for listed in node.elements for note in listed.elements]
    yield "\n".join(_item(note, f"[{number}] ") for number, note in enumerate(notes, 1))


def _wrapped(block: str, width: int) -> str:
    """Lines of at most `width` signs, each as far from the side as it was; addresses stay whole."""
    return "\n".join(
        fill(
            line,
            width,
            subsequent_indent=" " * (len(line) - len(line.lstrip())),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in block.splitlines()
    )


MAKERS: dict[str, Callable[[Node], Iterator[str]]] = {
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), _heading),
    "ul": _bullets,
    "ol": _numbers,
    "dl": _terms,
    "blockquote": _quote,
    "table": _table,
    "figure": _close,
    "pre": _code,
    "hr": _rule,
    **dict.fromkeys(("div", "details"), _blocks),
    "section": _notes,
}
