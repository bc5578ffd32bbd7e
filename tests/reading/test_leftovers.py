"""Markup is understood, or told; it is never left for readers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.checks.rules import markup
from plugins.model.document import Document
from plugins.reading.habits import with_habits
from plugins.reading.leftovers import leftovers
from plugins.reading.read import read_document
from tests.reading.broken_markup import RENDERED, REPORTED

FILE = "en/advice/a.md"
HEAD = "Title: A\n\n"
SIGNS = ("**", "*", "__", "~~", "==", "[", "]", "](", "[^1]", "[^1]: ", "{", "}", "{contact:", "!!! ",
         "note", ' "a"', " “a”", "|", "\n|---|---|\n", "`", "```", "> ", "[!NOTE]", "- ", "1. ", "1) ",
         "• ", "– ", "## ", "{#a}", "\\", "\n", "\n\n", "  ", "    ", "\t", "\r\n", "<", "&", "word", "слова",
         "https://a.b", ":", ": ", "{: .x }", "\x02", "\x03", "\u202e")  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(SIGNS), max_size=25).map("".join))


def told(source, converter):
    """The lines and kinds of the signs that are told of a text."""
    document = read_document(FILE, HEAD + source, converter)
    left = (one for one in document.references if one.kind == "leftover")
    return [(one.line - HEAD.count("\n"), one.target) for one in left]


@pytest.mark.parametrize(("source", "line", "kind"), REPORTED)
def test_reported(converter, source, line, kind):
    """Markup that nobody understands is told, with its line."""
    assert (line, kind) in told(source, converter)


@pytest.mark.parametrize(("source", "html"), RENDERED)
def test_rendered(converter, source, html):
    """What has one clear meaning is shown so."""
    assert html in converter.convert(source, FILE)[0]


@pytest.mark.parametrize(("source", "html"), RENDERED)
def test_not_told(converter, source, html):
    """What is shown as it was meant is no problem."""
    assert told(source, converter) == []


def test_message(converter, known):
    """A problem says the file, the line, the words, and what to do."""
    page = read_document(FILE, f"{HEAD}Call\n{{contact: hotline}}.", converter)
    (problem,) = markup.check(page, known())
    assert (problem.file, problem.line) == (FILE, 4)
    assert "'{contact: hotline}'" in problem.what
    assert "{contact:key}" in problem.fix


@given(TEXTS, TEXTS)
def test_never_raises(html, source):
    """Whatever is left in a text can be told."""
    references = [one._asdict() for one in leftovers(html, source, ("hotline",))]
    assert {one["target"] for one in references} <= markup.MEANINGS.keys()


@given(TEXTS)
def test_reading_never_raises(converter, text):
    """Every text that can be typed becomes a page or problems."""
    assert isinstance(read_document(FILE, HEAD + text, converter), Document)


@given(TEXTS)
def test_habits_once(text):
    """A text whose habits were followed has none left."""
    assert with_habits(with_habits(text)) == with_habits(text)


@pytest.mark.parametrize(
    "heading",
    [
        "## A {#a}",
        "##A {#a}",
        "## A {#a} ##",
        "## A {: #a }",
        "## A { #a }",
        "## A {#a lang=ru}",
        "A {#a}\n---",
        "> ## A {#a}",
        "- ## A {#a}",
        '!!! note "B"\n    ## A {#a}',
        "Words\n## A {#a}",
        "## A {#a}\t",
        "## A `{#b}` {#a}",
    ],
)
def test_anchor_written(converter, heading):
    """A heading that has an anchor is never said to have none."""
    (found,) = read_document(FILE, HEAD + heading, converter).headings
    assert (found.anchor, found.explicit) == ("a", True)


@pytest.mark.parametrize(
    "heading", ["## A", "## A \\{#a\\}", "## a {a}", "## A\n\n`{#a}`", "A\n---"]
)
def test_no_anchor(converter, heading):
    """An anchor that was made up is not taken for one that was written."""
    (found,) = read_document(FILE, HEAD + heading, converter).headings
    assert not found.explicit


@pytest.mark.parametrize("text", ["See ../a/02-b.md for", "See\n\n02-b.md#c.", "(a/b.md)"])
def test_bare_path(converter, text):
    """The path of a page that is no link is found, with its line."""
    found = read_document(FILE, HEAD + text, converter).references
    (one,) = (one for one in found if one.kind == "bare")
    assert one.text in text
    assert one.line == 3 + text.count("\n")


@pytest.mark.parametrize(
    "text", ["[a](b.md)", "[a](b.md#c)", "`b.md`", "[a][1]\n\n[1]: b.md", "https://a.example/b.md"]
)
def test_no_bare_path(converter, text):
    """A path in a link, in code or in an address is none."""
    found = read_document(FILE, HEAD + text, converter).references
    assert [one for one in found if one.kind == "bare"] == []


@pytest.mark.parametrize("title", ["", ' ""', ' " "'])
def test_callout_without_a_title(converter, title):
    """A callout has a title, or it is told."""
    found = read_document(FILE, f"{HEAD}!!! note{title}\n    Words.", converter).references
    assert ("untitled", 3) in {(one.kind, one.line) for one in found}
