"""What is told of a text is told with the line where it stands."""

from textwrap import indent

import pytest

from plugins.reading.read import read_document
from tests.reading.broken_markup import REPORTED

HEAD = "Title: A\n\n"
FILE = "en/advice/a.md"
FOUND = [
    # (a text, the kind of what is found in it, its lines)
    ("Mail <a@b.example>.\n\nMail <mailto:a@b.example>", "undeclared", [1, 3]),
    ("A.\n\nMail <a@b.example>.", "number", [3]),
    ("A.\n\n[]() and\n\n[]()", "wordless", [3, 5]),
    ("A.\n\n[a]() and\n\n[b]()", "unknown", [3, 5]),
    ("A class.\n\n!!! note inline \"T\"\n    B.", "attribute", [3]),
    ("A width.\n\n![a](../../media/a.svg){width=50}", "attribute", [3]),
    ("A class\n\nB.\n{: .x }", "attribute", [4]),
    ("A note.\n\n!!! note\n    B.\n\n!!! tip", "leftover", [6]),
    ('A "B".\n\n!!! note "B"', "leftover", [3]),
    ("A.\n\n| a | b |\n|---|---|\n| [x](n.md) | c |\n| [x](n.md) | d |", "document", [5, 6]),
    ("A.\n\n- [x](n.md)\n- b\n\n    [x](n.md)", "document", [3, 6]),
    ("A.\n\n> [x](n.md)\n>\n> - [x](n.md)", "document", [3, 5]),
    ("A.[^1]\n\n[^1]: See [x](n.md).\n\nB [x](n.md).", "document", [5, 3]),
    ("A.[^1]\n\n[^1]: See\n    [x](n.md).\n\nB [x](n.md).", "document", [6, 4]),
    ("A.[^1]\n\n[^1]: {contact:no}\n\nB {contact:no}", "contact", [5, 3]),
    ("A [x][1].\n\nB.\n\n[1]: n.md", "document", [5]),
    ("A [x](n.md), [y](n.md)\n[z](n.md)", "document", [1, 1, 2]),
    ("A `[x](n.md)`.\n\nB [x](n.md).", "document", [3]),
    ("A [x](n.md#a).\n\nB [x](n.md).\n\n[y](<n.md>)", "document", [1, 3, 5]),
    ('A.\n\n!!! content-note "T"\n    [x](n.md)\n\n[x](n.md)\n\n!!! tip "U"\n    [x](n.md)', "document", [4, 6, 9]),
    ("A.\r\n\r\n[x](n.md)", "document", [3]),
    ("A [x\ny](n.md)", "document", [2]),
    ("<tel:113>\n\n[y](tel:113)", "undeclared", [3]),
    ("A *c*.\n\nB [c *d* e][x] f.", "leftover", [3]),
    ("**Call** a.\n\n**Call b.", "leftover", [3]),
    ("A https://a.example/b.\n\n[a]()\n\nB.", "unknown", [3]),
    ("А *б*.\n\na) one\nb) [x](n.md)", "document", [4]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "lines"), FOUND)
def test_line(converter, text, kind, lines):
    """What is found has the line where it stands, however often the same words stand elsewhere."""
    found = read_document(FILE, HEAD + text, converter).references
    assert [one.line - 2 for one in found if one.kind == kind] == lines


# What stands before a text, and before each of its lines.
FRAMES = {
    "a callout": ('!!! danger "T"\n    Intro.\n\n', "    "),
    "a callout of its own": ('!!! danger "T"\n', "    "),
    "a callout with tabs": ('!!! danger "T"\n\tIntro.\n\n', "\t"),
    "an item": ("- Intro.\n\n", "    "),
    "a quotation": ("> Intro.\n>\n", "> "),
}


def read_within(frame, text, converter):
    """What is found in `text` within a block, each with its line in `text`."""
    above, start = FRAMES[frame]
    within = indent(text, start, lambda line: bool(line.strip()) or start == "> ")
    found = read_document(FILE, f"{HEAD}{above}{within}\n\nLast.", converter).references
    return [(one.line - 2 - above.count("\n"), one) for one in found]


@pytest.mark.parametrize("frame", FRAMES)
def test_line_within(converter, frame):
    """What is told within another block has its own line too."""
    wrong = []
    for text, line, kind in REPORTED:
        told = [(own, one.target) for own, one in read_within(frame, text, converter)]
        wrong += [] if (line, kind) in told else [text]
    assert wrong == []


@pytest.mark.parametrize("frame", FRAMES)
def test_finding_within(converter, frame):
    """So has what is found there and is no sign of markup."""
    wrong = []
    for text, kind, lines in FOUND:
        told = [own for own, one in read_within(frame, text, converter) if one.kind == kind]
        wrong += [] if told == lines else [(text, told)]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A.\n\nTitle\n=====\n\nB.\n\nMore\n----\n\n## C", [3, 8, 11]),
        ("> ## Q\n\n- ## L\n\n1. ## M\n\nS\n---", [1, 3, 5, 7]),
        ("A.\n\nB.\n\n---\n\n## C", [7]),
        ("- a\n- b\n\n`## no`\n\n## C", [6]),
        ("A word\n\n# A `word`\n\n    # no\n\nWords\n---", [3, 7]),
        ('!!! note "T"\n    ## A\n\nB\n===', [2, 4]),
    ],
)
def test_heading(converter, text, lines):
    """A heading has its line, whether signs stand before it or a line below it."""
    document = read_document(FILE, HEAD + text, converter)
    of = document.field_lines
    assert [of[f"#{one.anchor}"] - 2 for one in document.headings] == lines
