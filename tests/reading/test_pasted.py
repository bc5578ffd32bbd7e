"""What is pasted from Word and from messengers becomes what it means."""

import pytest

from plugins.reading.pasted import without_traces
from plugins.reading.read import read_document

PASTED = [
    ("wo\u200brd", "word"),
    ("\ufeffTitle: A", "Title: A"),
    ("сло\u200dва", "слова"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("сло\u00adва", "сло\u00adва"),
    ("1\ufe0f\u20e3 a\n2\u20e3b\n\U0001f51f c", "1. a\n2. b\n10. c"),
    ("① a\n⑳b\n❷ c\n⑴ d\n⒈ e", "1. a\n20. b\n2. c\n1. d\n1. e"),
    ("☐ a\n    □ b\n⬜\ufe0f c", "- [ ] a\n    - [ ] b\n- [ ] c"),
    ("\uf0b7\ta\n\uf0a7 b", "- a\n- b"),
    ("> ① a", "> 1. a"),
    ("A ① b", "A ① b"),
    ("-\u00a0a\n*\u202fb\n1.\u00a0c\n12)\u2003d", "- a\n* b\n1. c\n12) d"),
    ("- a\n\u00a0\u00a0- b\n> \u00a0- c", "- a\n  - b\n>  - c"),
    ("12\u00a0km, 5.\u00a0May\n113\u00a0calls", "12\u00a0km, 5.\u00a0May\n113\u00a0calls"),
]


@pytest.mark.parametrize(("pasted", "meant"), PASTED)
def test_meant(pasted, meant):
    """Signs without width go; boxes, bullets and numbers that are signs become Markdown where they
    begin a line, and nowhere else."""
    assert without_traces(pasted) == meant


def test_shown(converter):
    """A page shows what was meant, and nothing of it is a problem."""
    source = "Title: A\u200b page\n\n① wo\u200brd\n② b"
    page = read_document("en/advice/a.md", source, converter)
    assert (page.title, page.text.html) == ("A page", "<ol>\n<li>word</li>\n<li>b</li>\n</ol>")
    assert not [one for one in page.problems if one.line > 2]


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("✅ a", "If it begins an item of a list, write `- ` instead"),
        ("- 👉 a", "If it begins an item of a list, write `- ` instead"),
        ("a ✅", "Say it in words"),
    ],
)
def test_bullet(converter, line, fix):
    """A sign that cannot be printed may be a bullet."""
    page = read_document("en/advice/a.md", f"Title: A\n\n{line}", converter)
    assert any(one.fix.startswith(fix) for one in page.problems)


@pytest.mark.parametrize("sign", ["\u2063", "\u3164", "\u2800", "\ufffc", "\ufffd", "\u115f"])
def test_hidden(converter, sign):
    """A sign that nobody sees, or that stands for what was lost, is told once, with its line."""
    page = read_document("en/advice/a.md", f"Title: A\n\nWords\n{sign}more", converter)
    (problem,) = [one for one in page.problems if one.line > 2]
    assert (problem.line, "nobody sees" in problem.what) == (4, True)
