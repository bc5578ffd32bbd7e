"""The revision changes with what a text says, and with nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.reading.front_matter import split
from plugins.reading.revision import Block, blocks, passages, plain, revision

SOURCE = """Title: Money
Summary: What to count.
Written: 2026-11-24

The first words
go on here.

## Your *pay* {#pay}

- [ ] One [link](a.md "b")
- Two {contact:hotline}

| a | b |
|---|---|
| c | d |

!!! tip "A title"
    Its text.

> Quoted
> twice
"""

NOISE = [
    ("The first words\ngo on here.", "The first\nwords go on\nhere."),
    ("The first words\ngo on here.", "The first  words go on here.  "),
    ("here.\n", "here.\n\n\n"),
    ("*pay*", "pay"),
    ("{#pay}", "{#your-pay}"),
    ("(a.md \"b\")", "(../c/d.md#e)"),
    ("[link](a.md \"b\")", "[link][1]"),
    ("- Two", "* Two"),
    ("> Quoted\n> twice", "> Quoted twice"),
    ("- [ ] One", "1. One"),
    ("|---|---|", "| --- |:--:|"),
    ("!!! tip", "!!! danger"),
    ("## Your", "### Your"),
    ("first words", "first wo\u00adrds"),
    ("Written: 2026-11-24", "Written: 2026-11-24\nReviewed: 2026-12-01 | editor"),
    ("Written: 2026-11-24\n", ""),
    ("Title: Money", "Title:   Money"),
    ("    Its text.\n", "    Its text.\n\n[1]: https://example.org\n"),
    ("Two", "Tw&#111;"),
]  # fmt: skip

MEANING = [
    ("Title: Money", "Title: Moneys"),
    ("What to count.", "What to count!"),
    ("first words", "last words"),
    ("pay*", "pays*"),
    ("[link]", "[links]"),
    ("- Two", "- Too"),
    ("hotline", "office"),
    ("| c |", "| C |"),
    ('"A title"', '"Title"'),
    ("Its text.", ""),
]

words = st.text("абвгд", min_size=1, max_size=6)
paragraph = st.lists(words, min_size=1, max_size=12)
texts = st.lists(paragraph, min_size=1, max_size=5)


def of(source):
    return revision(blocks(*split(source)))


def test_sample_is_divided():
    """Fields, paragraphs, headings, items, rows and callouts are blocks,
    each under the heading above it."""
    assert [(block.words, block.anchor) for block in blocks(*split(SOURCE))] == [
        ("Money", ""),
        ("What to count.", ""),
        ("The first words go on here.", ""),
        ("Your pay", "pay"),
        ("One link", "pay"),
        ("Two {contact:hotline}", "pay"),
        ("a b", "pay"),
        ("c d", "pay"),
        ("A title", "pay"),
        ("Its text.", "pay"),
        ("Quoted", "pay"),
        ("twice", "pay"),
    ]


@pytest.mark.parametrize(("old", "new"), NOISE)
def test_noise(old, new):
    """White space, markup, link targets, anchors and other fields are no part of what a text
    says."""
    assert old in SOURCE
    assert of(SOURCE.replace(old, new)) == of(SOURCE)


@pytest.mark.parametrize(("old", "new"), MEANING)
def test_meaning(old, new):
    """A word, a sign or a contact is."""
    assert old in SOURCE
    assert of(SOURCE.replace(old, new)) != of(SOURCE)


def test_doors():
    """What the choices on the home page say counts; where they lead does not."""
    home = "Title: a\nDoors: x | One\n    y | Two\n\n"
    assert of(home) == of(home.replace("x |", "z |")) != of(home.replace("Two", "Three"))


def test_lines():
    """A block has its line in the file."""
    assert [block.line for block in blocks(*split(SOURCE))] == [
        1,
        2,
        5,
        8,
        10,
        11,
        13,
        15,
        17,
        18,
        20,
        21,
    ]


def test_passages():
    """Only what is long enough to tell is remembered by its checksum and line."""
    assert [line for _, line in passages(blocks(*split(SOURCE)))] == [5]


def test_plain():
    """Pictures keep the words for those who do not see them."""
    assert plain("![A road](road.svg) and `code` &amp; [more][1]{: .x}") == "A road and code & more"


@given(texts, st.randoms(use_true_random=False))
def test_wrapping(paragraphs, chance):
    """Wherever lines are wrapped, the revision stays."""
    flowing = "\n\n".join(" ".join(words) for words in paragraphs)
    wrapped = "\n\n".join(
        "".join(word + chance.choice([" ", "\n", "  "]) for word in words) for words in paragraphs
    )
    assert of(f"Title: a\n\n{flowing}") == of(f"Title: a\n\n{wrapped}")


@given(texts, st.data())
def test_every_word_counts(paragraphs, data):
    """Whichever word is another one, the revision is another one."""
    place = data.draw(
        st.sampled_from([(i, j) for i, words in enumerate(paragraphs) for j, _ in enumerate(words)])
    )
    text = "\n\n".join(" ".join(words) for words in paragraphs)
    paragraphs[place[0]][place[1]] += "ў"
    assert of(f"Title: a\n\n{text}") != of(
        "Title: a\n\n" + "\n\n".join(" ".join(words) for words in paragraphs)
    )


@given(st.text())
def test_any_text(text):
    """Whatever an editor writes has a revision, however it is divided."""
    said = blocks([], text)
    assert revision(said) == revision([Block("".join(block.words for block in said))])
