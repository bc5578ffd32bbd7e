"""What a translator translates, and what stays as it is."""

import pytest

from plugins.exchange.units import pieces, put_together, units
from tests.conftest import MAIN

FILES = sorted((MAIN / "content").glob("[a-z][a-z]/**/*.md"))
PAGE = """Title: A title
Contacts: hotline
Doors: advice | I am leaving | before you go
    help | Help
Keywords: one, two

## A heading {#anchor}

A paragraph that is
wrapped, with {contact:hotline} and [a link](../a_(b).md#x).[^1]

!!! warning "Its title"
    Its **text**.

- [ ] an item
1. another
> a quote

| Cell | `code` |
|---|---:|
| {contact:hotline} | words |

```
no words
```

[^1]: A note, [source](https://example.org).
"""


def test_words():
    """Values that readers see and all words of a text are units, with signs for what stays."""
    assert [unit.words for unit in units(PAGE)] == [
        "A title",
        "I am leaving",
        "before you go",
        "Help",
        "one, two",
        "A heading ⟦1⟧",
        "A paragraph that is wrapped, with ⟦1⟧ and [a link⟦2⟧.⟦3⟧",
        "Its title",
        "Its **text**.",
        "an item",
        "another",
        "a quote",
        "Cell",
        "words",
        "A note, [source⟦1⟧.",
    ]


YAML = """---
title: "One: two"
Doors:
  - "advice | I am leaving | before you go"
  - "help | Help"
Keywords: [one, two]
Contacts: hotline
---
## A heading {#anchor}

A paragraph.
"""
OURS = """Title: One: two
Doors: advice | I am leaving | before you go
    help | Help
Keywords: one, two
Contacts: hotline

## A heading {#anchor}

A paragraph.
"""


def test_fields_between_marks():
    """A page whose fields are YAML has the same units, and comes back with fields of ours."""
    found = units(YAML)
    assert [unit.words for unit in found] == [unit.words for unit in units(OURS)]
    assert put_together(pieces(YAML), [unit.words for unit in found]) == OURS


def test_lines_between_marks():
    """Each unit knows the line of the file as it is."""
    lines = {unit.words.split("⟦")[0].strip(): unit.line for unit in units(YAML)}
    assert (lines["One: two"], lines["A heading"], lines["A paragraph."]) == (2, 9, 11)


def test_lines():
    """Each unit knows the line on which it stands."""
    lines = PAGE.splitlines()
    found = [(unit.words.split("⟦")[0].split()[0].strip("[*"), unit.line) for unit in units(PAGE)]
    assert [word in lines[line - 1] for word, line in found] == [True] * len(found)


def test_filled():
    """A translation is put where its source stood; everything else is as it was."""
    words = [unit.words.upper() for unit in units(PAGE)]
    text = put_together(pieces(PAGE), words)
    assert "## A HEADING {#anchor}\n" in text
    assert "{contact:hotline} AND [A LINK](../a_(b).md#x).[^1]\n" in text
    assert "Contacts: hotline\n" in text
    assert "```\nno words\n```" in text
    assert "| {contact:hotline} | WORDS |" in text


@pytest.mark.parametrize("file", FILES[::7], ids=lambda file: file.stem)
def test_the_same(file):
    """A page of the site in which nothing is translated is put together as it was, but for line
    breaks within paragraphs."""
    source = file.read_text(encoding="utf-8")
    again = put_together(pieces(source), [unit.words for unit in units(source)])
    assert again.split() == source.split()


@pytest.mark.parametrize("text", ["", "\n", "Title: A", "Title: A\n\n", "word", "⟦9⟧ word\n"])
def test_odd(text):
    """Whatever a file holds, it is put together again."""
    assert put_together(pieces(text), [unit.words for unit in units(text)]).split() == text.split()
