"""What a text may carry: attributes, addresses, characters, numbers in tables."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.features.facts.files import no_formula
from plugins.images.markup import shown
from plugins.images.picture import Picture
from plugins.model.characters import hidden
from plugins.reading.extension import Converter
from plugins.reading.links import is_web_address

FILE = "en/about/index.md"
WHOLE = [
    "https://example.org",
    "http://example.org/",
    "https://example.org:8443/a/b.html?c=d&e=f/g?h#i",
    "https://en.wikipedia.org/wiki/A_(b)",
    "https://сайт.бел/шлях?пытанне=адказ",
    "https://xn--80ak6aa92e.com/%D0%B0",
]
NOT_WHOLE = [
    *(
        "https://",
        "https:// host",
        'https://example.org/?q="a b"',
        "https://example.org/a b",
        "https:///example.org",
    ),
    *(
        "https://a@example.org",
        "https://a:b@example.org",
        "https://example.org\\@other.org",
        "https://example",
        "https:",
    ),
    *(
        "https://example.org:",
        "https://example.org:65536",
        "https://example..org",
        "https://-example.org",
    ),
    *(
        "https://example.org/<b>",
        "https://example.org/`",
        "https://example.org/%",
        "https://example.org/%zz",
    ),
    *(
        "https://example.org/#a#b",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://example.org/\u202e",
        "ftp://a.org",
    ),
    *(
        "https://example.org/\n",
        " https://example.org",
        "javascript:https://example.org",
        "https://example.org/a|b",
    ),
    *(
        "https://example.org/{a}",
        "https://example.org/^",
        "https://exa mple.org",
        "https://example.org\u3002com/\u200b",
    ),
    "https://example.org/" + "a" * 2000,
]
SAFE = re.compile(r"class|href|id|rel|title|src|alt|scope|data-label|start|dir|lang")


@pytest.mark.parametrize("address", WHOLE)
def test_whole_address(address):
    """An address with host, path, question and anchor is whole, in the letters of any language."""
    assert is_web_address(address)


@pytest.mark.parametrize("address", NOT_WHOLE)
def test_not_whole(address):
    """One that a browser would have to guess is none."""
    assert not is_web_address(address)


@given(st.text(alphabet="abAB:=\"'{}#. \n[](]/x<>!*|-&;onclick", max_size=60))
def test_no_other_attribute(text):
    """Whatever is written in a text, no element of it has an attribute that is not on the list."""
    html = Converter({}).convert(f"{text}\n{{: {text} }}\n\n[a](b.md){{: {text} }}\n", FILE)[0]
    tags = re.findall(r"<[a-z][a-z0-9]*((?:\s+[^\s=<>\"]+=\"[^\"]*\")*)\s*/?>", html)
    names = {name for tag in tags for name in re.findall(r"\s([^\s=\"]+)=\"", tag)}
    assert {name for name in names if not SAFE.fullmatch(name)} == set()


def test_aligned_by_class():
    """Columns are aligned by a class, not by a style;
    what Markdown calls left is how every cell begins."""
    html = Converter({}).convert("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n", FILE)[0]
    assert "style" not in html
    assert re.findall(r'<t[hd]\b([^>]*)>', html.replace(' scope="col"', "")) == [
        "", ' class="cell--center"', ' class="cell--end"',
        ' data-label="a"', ' class="cell--center" data-label="b"', ' class="cell--end" data-label="c"',
    ]  # fmt: skip


def test_mailbox():
    """A mailbox in pointed brackets is told as it was written."""
    html, found, _ = Converter({}).convert("Write to <a@b.example>.", FILE)
    assert ("mailto:a@b.example" in html, [(one.kind, one.target) for one in found]) == (
        True,
        [("undeclared", "mailto:a@b.example")],
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "|cmd", "%0A=1"]
)
def test_formula(text):
    """A text that a spreadsheet would calculate begins with a sign that keeps it a text."""
    assert no_formula(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "32.5", "2017-2021", "A share, “inside”", "https://example.org", "более 1"]
)
def test_no_formula(text):
    """Any other stays as it is."""
    assert no_formula(text) == text


def test_credit():
    """The name of a picture's maker is words."""
    picture = {"/media/a.svg": Picture("media/a.svg", "1", 4, 3)}
    html = shown(
        '<p><img src="/media/a.svg" alt="a"></p>', picture, {}, {"media/a.svg": "<b>&A</b>"}
    )
    assert '<span class="figure__credit">&lt;b&gt;&amp;A&lt;/b&gt;</span>' in html


@pytest.mark.parametrize(
    "text",
    ["\u202ea", "a\x00", "\x1b[0m", "\x85", "\u2028", "\U000e0020", "\u2066a", "\u2069", "\ufffe"],
)
def test_hidden(text):
    """A character that nobody sees is found in its line."""
    assert [line for line, _ in hidden(f"one\n{text}\nthree")] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "a\tb\r\n",
        "\u200eنص\u200f\u061c",
        "\u2066A\u2069 و \u2068B\u2069",
        "a\u00adb",
        "می\u200cخواهم",
    ],
)
def test_of_writing(text):
    """Marks that belong to a writing stay."""
    assert list(hidden(text)) == []
