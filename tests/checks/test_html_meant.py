"""Whoever types HTML or signs like it is told what to write."""

import pytest

from plugins.checks.html_meant import meant

MEANT = [
    ("<b>", "Write **words**, without spaces inside the signs."),
    ("</STRONG>", "Write **words**, without spaces inside the signs."),
    ("<em>", "Write *words*, without spaces inside the signs."),
    ("<br/>", "End the line above with two spaces, or leave an empty line."),
    ('<a href="https://example.org">', "Write [words](https://example.org)."),
    ("<a>", "Write [words](path.md)."),
    ('<img src="a.png">', "Write ![what it shows](path)."),
    ("<table><tr><td>a</td></tr></table>", "Write its rows as | a | b |, and below the first one a line | --- | --- |."),
    ("<li>", "Write each item as a line `- words` or `1. words`."),
    ("<h2>A</h2>", "Write ## words {#anchor}, a line by itself."),
    ('<p align="center">A</p>', "Remove the tags; the words between them stay."),
    ("<aside>", "Remove the tags; the words between them stay."),
    ("<sup>", "Write a footnote: [^1] here, and `[^1]: the text` below."),
    ("<u>", "Remove the tags; the words between them stay."),
    ("<!-- a -->", "Remove it: readers would find it in the source of the page."),
    ("<script>a</script>", "Write it in Markdown, or remove it."),
    ("<name>", "If the signs are meant, put a backslash before each: \\<."),
    ("<your name>", "If the signs are meant, put a backslash before each: \\<."),
    ("<b and c>", "If the signs are meant, put a backslash before each: \\<."),
    ("<I am>", "If the signs are meant, put a backslash before each: \\<."),
    ("<www.example.org>", "Write [words](https://www.example.org)."),
    ("<a/b.md#c>", "Write [words](a/b.md#c)."),
]  # fmt: skip


@pytest.mark.parametrize(("html", "fix"), MEANT)
def test_meant(html, fix):
    """The fix is what we write for that element; what no element is may be meant as signs."""
    assert meant(html) == fix


def test_signs_shown(converter):
    """The signs are shown where a backslash stands before them."""
    assert "a&lt;b and c&gt;d" in converter.convert(r"a\<b and c>d", "en/advice/a.md")[0]
