"""A text as Typst source: every word a string of Typst's own,
so that nothing an editor writes is taken for markup.

What the elements look like is decided by the functions of theme/templates/editions/style.typ.
"""

from collections.abc import Callable
from html import unescape

from markupsafe import Markup

from plugins.export.prose import Node, one_line, read, speaker

EMBEDDED = "embedded:"  # before the name of a picture that is given to the printer
# Where Typst would take a text for something else than words.
SIDES = {"cell--center": "center", "cell--end": "end"}  # of the words in a table's cell
SPACE = " \t\n"


def typ(value: object) -> Markup:
    """`value` as a string of Typst: `"113"`."""
    text = unescape(str(value)) if isinstance(value, Markup) else str(value)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", " ")
    return Markup(f'"{escaped}"')


def definitions(node: Node) -> list[tuple[list[Node], list[Node]]]:
    """Return the groups of a list of definitions: terms, and the meanings they have."""
    groups: list[tuple[list[Node], list[Node]]] = []
    for one in node.elements:
        if not groups or (one.tag == "dt" and groups[-1][1]):
            groups.append(([], []))
        groups[-1][one.tag == "dd"].append(one)
    return groups


def typeset(html: str, prefix: str = "", level: int = 0) -> Markup:
    """The text in `html` as Typst markup. Anchors become labels that begin with `prefix`;
    headings sink by `level`."""
    return Markup(Typesetter(prefix, level).children(read(str(html))))


class Typesetter:
    """Turns nodes into markup, each by the method for its element."""

    def __init__(self, prefix: str = "", level: int = 0) -> None:
        self.prefix, self.level = prefix, level
        self.makers: dict[str, Callable[[Node], str]] = {
            "p": self._paragraph,
            "strong": lambda node: f"#strong[{self.children(node)}];",
            "em": lambda node: f"#emph[{self.children(node)}];",
            "code": lambda node: f"#raw({typ(node.text)});",
            "bdi": lambda node: f"#lefty[{self.children(node)}];",
            "span": self._span,
            "del": lambda node: f"#strike[{self.children(node)}];",
            "sup": lambda node: f"#super[{self.children(node)}];",
            "section": self._notes,
            "br": lambda node: "#linebreak();",
            "hr": lambda node: "\n\n#line(length: 100%);\n\n",
            "pre": lambda node: f"\n#raw({typ(''.join(node.raw()))}, block: true)\n\n",
            "a": self._link,
            "img": self._picture,
            "figure": lambda node: f"{self.children(node)}\n\n",
            "figcaption": lambda node: f"\n\n#emph[{self.children(node)}];",
            "ul": self._list,
            "ol": self._numbers,
            "details": self._folded,
            "dl": self._terms,
            "blockquote": self._quote,
            "table": self._table,
            "div": self._div,
        }

    def children(self, node: Node) -> str:
        """The markup of everything in `node`."""
        return "".join(
            self._word(one) if isinstance(one, str) else self._node(one) for one in node.children
        )

    def _node(self, node: Node) -> str:
        if len(node.tag) == 2 and node.tag[0] == "h" and node.tag[1].isdigit():
            return self._heading(node)
        maker = self.makers.get(node.tag)
        return maker(node) if maker else self.children(node)

    def _word(self, text: str) -> str:
        words = one_line(text)
        if not words:
            return " " if text and "\n" not in text else ""
        before, after = " " * (text[0] in SPACE), " " * (text[-1] in SPACE)
        return f"#{typ(before + words + after)};"

    def _paragraph(self, node: Node) -> str:
        """One that is all strong says what follows, so it is not left alone at the end of a
        page."""
        words = self.children(node)
        alone = (
            len(node.elements) == 1
            and node.elements[0].tag == "strong"
            and node.elements[0].text == node.text
        )
        return f"#leading[{words}];\n\n" if alone else f"{words}\n\n"

    def _heading(self, node: Node) -> str:
        level = max(int(node.tag[1]) - 1 + self.level, 1)
        label = node.attributes.get("id", "")
        mark = f" #label({typ(self.prefix + label)})" if label and self.prefix else ""
        return f"\n\n#heading(level: {level})[#own[{self.children(node)}];]{mark}\n\n"

    def _link(self, node: Node) -> str:
        address = node.attributes.get("href", "")
        words = self.children(node)
        if node.of_class("term"):
            return f"#term({typ(address.rpartition('#')[2])}, [{words}]);"
        if node.of_class("footnote-backref"):  # paper has no way back
            return ""
        if address.startswith("#") or not address or not node.text:
            return words
        return f"#link({typ(address)})[{words}];"

    def _span(self, node: Node) -> str:
        lang, direction = (node.attributes.get(name, "") for name in ("lang", "dir"))
        words = self.children(node)
        way = f", dir: {direction}" if direction in ("ltr", "rtl") else ""
        return f"#text(lang: {typ(lang)}{way})[{words}];" if lang else words

    def _picture(self, node: Node) -> str:
        """The picture itself where its file is at hand (plugins.export.embedded), or its words."""
        alt, source = typ(node.attributes.get("alt", "")), node.attributes.get("src", "")
        if not source.startswith(EMBEDDED):
            return f"#picture({alt});"
        width = node.attributes.get("width", "")
        points = int(width) * 3 // 4 if width.isdigit() else 480
        return f"#shown({typ(source.removeprefix(EMBEDDED))}, {alt}, {points}pt);"

    def _numbers(self, node: Node) -> str:
        start = node.attributes.get("start", "")
        first = f"start: {int(start)}, " if start.isdigit() else ""
        return f"\n#enum({first}{self._items(node)})\n\n"

    def _folded(self, node: Node) -> str:
        """What is closed on a page stands on paper below what it is about."""
        return self._callout("note", node)

    def _list(self, node: Node) -> str:
        kind = "checklist" if node.of_class("checklist") else "list"
        return f"\n#{kind}({self._items(node)})\n\n"

    def _items(self, node: Node) -> str:
        return ", ".join(f"[{self.children(item)}]" for item in node.elements)

    def _notes(self, node: Node) -> str:
        """Footnotes below the text that mentions them, smaller than it."""
        listed = "".join(self._node(one) for one in node.elements)
        return f"\n#line(length: 30%, stroke: 0.5pt)\n#text(size: 0.85em)[{listed}]\n\n"

    def _terms(self, node: Node) -> str:
        """Terms one below the other have the meanings that follow them, as in HTML."""
        groups = (
            ("#linebreak();".join(map(self.children, terms)), "".join(map(self._meaning, meanings)))
            for terms, meanings in definitions(node)
        )
        listed = ", ".join(f"([{terms}], [{meanings}])" for terms, meanings in groups)
        return f"\n#terms({listed})\n\n"

    def _meaning(self, node: Node) -> str:
        return f"{self.children(node).rstrip()}\n\n"

    def _quote(self, node: Node) -> str:
        said, who = speaker(node)
        named = self.children(who) if who else ""
        return f"\n#said([{''.join(map(self._node, said))}], [{named}])\n\n"

    def _table(self, node: Node) -> str:
        rows = [[self._cell(cell) for cell in row.elements] for row in node.every("tr")]
        if not rows:
            return ""
        head, *body = rows
        cells = ", ".join(f"[{cell}]" for row in body for cell in row)
        return (
            f"\n#figures({len(head)}, ({''.join(f'[{cell}], ' for cell in head)}), ({cells},))\n\n"
        )

    def _cell(self, node: Node) -> str:
        words = self.children(node)
        sides = [side for name, side in SIDES.items() if node.of_class(name)]
        return f"#align({sides[0]})[{words}];" if sides else words

    def _div(self, node: Node) -> str:
        if not node.of_class("admonition"):
            return self.children(node)
        return self._callout("danger" if node.of_class("danger") else "note", node)

    def _callout(self, kind: str, node: Node) -> str:
        title, rest = node.elements[:1], node.elements[1:]
        words = "".join(map(self.children, title))
        return f"\n#callout({typ(kind)}, [{words}], [{''.join(map(self._node, rest))}])\n\n"
