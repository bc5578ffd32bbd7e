"""HTML as a tree."""

import ast
import re

import pytest

from plugins.model.html_tree import Tree, inner, outer, replace
from tests.conftest import MAIN

SAME = [
    "",
    "words",
    "<p>a &amp; b \"c\" 'd' &lt;e&gt;</p>\n",
    '<p title="a &amp; &quot;b&quot;">x</p>',
    "<p>10\u00a0km</p>",
    '<details class="content-note">\n<summary>a</summary>\n<p>b</p>\n</details>',
    "<pre><code>a\n  b\n</code></pre>",
    '<ul class="checklist">\n<li>a</li>\n</ul>',
    '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n</tr>\n</thead>\n</table>',
    '<p><a href="/be/?a=1&amp;b=2#c">й</a><br>\n<img alt="" src="/a.jpg"></p>',
]


@pytest.mark.parametrize("html", SAME)
def test_same(html):
    """What Markdown makes is written as it was read."""
    assert Tree(html).html == html


def test_page():
    """A page stays one, with its head and its language."""
    page = (
        '<!DOCTYPE html><html lang="be"><head><title>a</title></head><body><p>b</p></body></html>'
    )
    assert Tree(page).html == page


def test_planted():
    """What closes more than it opened takes nothing of the text with it."""
    assert Tree("<p>a</p></div></section><p>b</p>").html == "<p>a</p><p>b</p>"


def test_not_in_attributes():
    """An attribute that speaks of an element has none."""
    assert Tree('<p title="<img src=x>">a</p>').every("img") == []


def test_replace():
    """What takes the place of an element stands where it stood."""
    tree = Tree("<p>a <b>c</b> d</p>")
    replace(tree.every("b")[0], "<i>1</i> &amp; <i>2</i>")
    assert tree.html == "<p>a <i>1</i> &amp; <i>2</i> d</p>"


def test_unwrapped():
    """An element can give its place to what is in it."""
    tree = Tree("<p><b>a<i>c</i></b></p>")
    replace(tree.every("b")[0], inner(tree.every("b")[0]))
    assert tree.html == "<p>a<i>c</i></p>"


def test_outer():
    """An element can be taken with its tags."""
    assert outer(Tree('<p>a <b class="c">d</b></p>').every("b")[0]) == '<b class="c">d</b>'


# XML of office files, which a writer of HTML would change; what a catalogue or a data file has
# planted or somebody typed, which a parser would put right before it is told; addresses in angle brackets of Markdown;
# drawings and captions, whose lines are told;
# and the whole of a finished page, of which every letter stays but the spaces that are bound.
OTHERS = {
    "export/office_parts.py",
    "catalogues/check.py",
    "data/texts.py",
    "exchange/units.py",
    "model/plain_words.py",
    "export/typography.py",
    "checks/html_meant.py",
    "checks/carried.py",
    "reading/habits.py",
}


def test_the_only_one():
    """No pattern looks for elements in HTML."""
    found = {
        file.relative_to(MAIN / "plugins").as_posix()
        for file in (MAIN / "plugins").rglob("*.py")
        if any(map(_is_tag, _patterns(ast.parse(file.read_text(encoding="utf-8")))))
    }
    assert found - OTHERS == set()


def _patterns(tree):
    """The texts of all regular expressions of a module."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("re."):
            yield from (
                text.value
                for part in call.args[:1]
                for text in ast.walk(part)
                if isinstance(text, ast.Constant) and isinstance(text.value, str)
            )


GROUP = re.compile(r"\(\?P?<[=!]?(?:\w+>)?")  # signs of patterns that look like a tag


def _is_tag(pattern):
    plain = GROUP.sub("(", pattern)
    return any(
        sign in plain
        for sign in ("<[", "</", "<h", "<a ", "<img", "<p", 'href="', 'src="', "[^>]*>")
    )
