"""Texts without anything difficult come out as Python-Markdown would have them,
and nothing else goes that way."""

from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from plugins.data.entries import Contact
from plugins.data.library import read_library
from plugins.reading.extension import Converter
from plugins.reading.front_matter import split
from plugins.reading.straight import NotStraightError, Straight

CONTACTS = {
    "hotline": Contact("hotline", "113", "113", "BY", "free", "always", "organisation", {}, {}),
    "office": Contact(
        "office", "+375 17 211", "+37517211", "BY", "paid", "office", "organisation", {}, {}
    ),
}
CONVERTER = Converter(CONTACTS, "/site")
CONTENT = Path(__file__).parents[2] / "content"
FILE = "en/advice/a.md"

WORDS = (
    *(
        "word",
        "слова",
        "ґ",
        "الرقم",
        "5",
        "2026",
        "1",
        "a-b",
        "e\u0301",
        "x=y",
        "don't",
        '"so"',
        "«так»",
        "№",
        "%",
        "🙂",
    ),
)
SIGNS = (
    *(" ", " ", " ", "", ".", ",", ":", "!", "?", " – ", " — ", "…", "(", ")"),
    *(";", "/", "+", "@", "#", "-", "=", "~", "$", "^"),
)
MARKED = (
    *(
        "**bold**",
        "**два словы**",
        "**",
        "*",
        "_",
        "**a**b",
        "a**b**",
        "** a**",
        "**a **",
        "***",
        "(**a**)",
        "«**a**»",
    ),
    *(
        "[link](b.md)",
        "[link](b.md#here)",
        "[link](#here)",
        "[link](a.md#x)",
        "[два словы](https://a.org/a_b?c=d#e)",
    ),
    *(
        "[a](tel:113)",
        "[a](/x)",
        "[a](b)",
        "[a]()",
        "[]( b.md)",
        "[ ](b.md)",
        "[a] (b.md)",
        "[a][b]",
        "[",
        "]",
    ),
    *(
        "![a](b.png)",
        "[a](b.md 'c')",
        "[a](b_c_.md)",
        "[a](<b.md>)",
        "[a](http://[)",
        "[ ] ",
        "[x] ",
        "(b.md)",
    ),
    *(
        "[**a**](b.md)",
        "{contact:hotline}",
        "{contact:office}",
        "{contact:nobody}",
        "{",
        "}",
        "{#a}",
        "{: #a}",
    ),
    *("&", "&amp;", "<", ">", "`", "|", "\\"),
)
LINES = st.lists(
    st.sampled_from((*WORDS, *WORDS, *SIGNS, *SIGNS, *MARKED)), min_size=1, max_size=8
).map("".join)
STARTS = st.sampled_from(
    (
        *[""] * 4,
        *["- "] * 2,
        "- [ ] ",
        "1. ",
        "2. ",
        "10. ",
        "## ",
        "* ",
        "> ",
        ": ",
        "    ",
        " ",
        "1) ",
    )
)
PARAGRAPHS = st.lists(st.tuples(STARTS, LINES).map("".join), min_size=1, max_size=3).map("\n".join)
LISTS = st.builds(
    lambda mark, lines: "\n".join(mark + line for line in lines),
    st.sampled_from(("- ", "- [ ] ", "1. ", "    ")),
    st.lists(LINES, min_size=1, max_size=3),
)
HEADINGS = st.builds(
    lambda level, words, anchor: f"{'#' * level} {words} {{#{anchor}}}",
    st.integers(1, 6),
    LINES,
    st.sampled_from(("a", "b-2", "C", "a_b", "")),
)
CALLOUTS = st.builds(
    lambda kind, title, mark, words: f'!!! {kind} "{title}"\n    {mark}{words}',
    st.sampled_from(("note", "danger", "content-note")),
    LINES,
    st.sampled_from(("", "- ", "1. ", "## ")),
    LINES,
)
BLOCKS = st.one_of(PARAGRAPHS, LISTS, LINES, HEADINGS, CALLOUTS)
ENDS = st.sampled_from(("\n\n", "\n\n", "\n\n", "\n\n\n", "\n", "\n \n"))
TEXTS = st.lists(st.tuples(BLOCKS, ENDS).map("".join), max_size=4).map("".join)


def straight(text, file=FILE, converter=CONVERTER):
    """What becomes of `text`, in the form in which the converter gives it;
    None where it is not straight."""
    way = Straight(file, converter.contacts, converter.passage.base)
    try:
        return way.html(text), way.found, _told(way.headings)
    except NotStraightError:
        return None


def through_markdown(text, file=FILE, converter=CONVERTER):
    html, found, headings = converter.through_markdown(text, file)
    return html, found, _told(headings)


def _told(headings):
    return [(one["level"], one["id"], one["name"]) for one in headings]


@pytest.mark.slow
@given(TEXTS)
@example("Word\n\n- one\n- two\n\nWord")
@example("- one\n\n- two")
@example("- one\n\n1. two")
@example("- [ ] one\n- two")
@example("2. two\n3. three")
@example("1. one\n1. one")
@example("1986. A year")
@example("**a** **b**, **c**.")
@example("[a](b.md): c\n[d](e.md)")
@example("## Head # {#a}")
@example('!!! note "Title"\n    - one\n    - two\n\n- three')
@example("a\u00a0\n\n\u00a0b")
@example("a\u2028b\x0bc")
def test_the_same_as_through_markdown(text):
    """Whatever is taken straight comes out the same,
    with the same things named and the same headings."""
    found = straight(text)
    assume(found is not None)
    assert found == through_markdown(text)


STRAIGHT = """
Some words, **strong ones**, and a [link](b.md#c).
Another line: «{contact:hotline}».

## A heading {#heading}

- one [thing](https://example.org/a_b)
- **two**

!!! danger "Now"
    Ring {contact:office}.

1. first
2. second

"""


def test_most_texts_are_straight():
    """The way is not closed to what it is for."""
    assert straight(STRAIGHT) == through_markdown(STRAIGHT)


OTHERS = (
    *(
        "a `b`",
        "*a*",
        "a\n===",
        "| a |\n|---|",
        "> a",
        "- a\n  b",
        "- a\n\n- b",
        "    a",
        "![a](b.png)",
        "<b>a</b>",
    ),
    *(
        "a &amp; b",
        "## a",
        "[a](b 'c')",
        "[a]: b",
        "a  \nb",
        "!!! note\n    a",
        '!!! content-note "a"\n    b',
    ),
    *("{contact:nobody}", "* * *"),
)


@pytest.mark.parametrize("text", OTHERS)
def test_other_texts_are_not(text):
    """What only Python-Markdown knows how to read is left to it."""
    assert straight(text) is None


def test_the_real_texts_are_the_same():
    """On every text of the site; and a quarter of them, those without footnotes, are straight."""
    converter = Converter(read_library(CONTENT / "data").contacts)
    files = sorted(path for path in CONTENT.glob("*/**/*.md"))
    texts = {
        file.relative_to(CONTENT).as_posix(): split(file.read_text(encoding="utf-8"))[1]
        for file in files
    }
    found = {file: straight(text, file, converter) for file, text in texts.items() if text.strip()}
    taken = {file: html for file, html in found.items() if html is not None}
    assert taken == {file: through_markdown(texts[file], file, converter) for file in taken}
    assert len(taken) > len(found) / 4


@pytest.mark.parametrize("through", ["convert", "through_markdown"])
def test_number_is_escaped(through):
    """What stands in the data as a number is no markup, whichever way a text takes."""
    evil = '1"><b>'
    contact = Contact("evil", evil, evil, "BY", "free", "always", "law", {}, {})
    html = getattr(Converter({"evil": contact}), through)(
        "Call {contact:evil} now.", "en/about/index.md"
    )[0]
    assert ("<b>" in html, '"1"' in html) == (False, False)
