"""One text as plain text, as Typst source and as XHTML."""

from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from plugins.export.plain_text import plain_text
from plugins.export.prose import numbered, offline, read
from plugins.export.quotations import Quote, quotations, quotes
from plugins.export.typesetting import typ, typeset
from plugins.export.xhtml import xhtml

QUOTE = "<blockquote><p>“One.”</p><p>Two.</p><p>La Strada Belarus</p></blockquote>"
TABLE = "<table><thead><tr><th>What</th><th>Why</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"

PLAIN = [
    (
        "<p>One\ntwo <strong>three</strong>.</p><p>Four &amp; five.</p>",
        "One two three.\n\nFour & five.",
    ),
    ('<h2 id="a">Facts</h2><h3>More</h3>', "FACTS\n\nMore"),
    ("<ul><li>a</li><li><p>b</p></li></ul>", "- a\n- b"),
    ('<ul class="checklist"><li>a</li></ul>', "[ ] a"),
    ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
    (QUOTE, "“One.”\nTwo.\n— La Strada Belarus"),
    ("<blockquote><p>Alone.</p></blockquote>", "Alone."),
    (TABLE, "What; Why\na; b"),
    ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", "Term:\n  Meaning"),
    (
        '<div class="admonition"><p class="admonition-title">Note</p><p>Text</p></div>',
        "Note\n\nText",
    ),
    ('<p>Call <a href="tel:113"><bdi dir="ltr">113</bdi></a>.</p>', "Call 113."),
    ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n  - b"),
    ('<ol start="4"><li>a<ol start="7"><li>b</li></ol></li></ol>', "4. a\n   7. b"),
    ("<ol><li><p>a</p><p>b</p></li></ol>", "1. a\n   b"),
    ("<blockquote><p>One.</p><ul><li>a</li></ul><p>Who</p></blockquote>", "One.\n- a\n— Who"),
    ("<blockquote><p>One.</p><ul><li>a</li></ul></blockquote>", "One.\n- a"),
    ("<p>a<br>\nb</p>", "a\nb"),
    ("<p><code>a  b</code></p>", "`a b`"),
    ("<pre><code>a\n  b</code></pre>", "a\n  b"),
    ("<p><del>a</del></p><hr><p>b</p>", "~~a~~\n\n* * *\n\nb"),
    ('<p><a href="https://e.org/a">b</a></p>', "b (https://e.org/a)"),
    ('<p><a href="https://e.org/">e.org</a> <a href="#x">y</a></p>', "e.org y"),
    (
        '<figure><img src="a" alt="A"><figcaption>B · <small>C</small></figcaption></figure>',
        "[A]\nB · C",
    ),
    ("<dl><dt>a</dt><dt>b</dt><dd>c</dd><dd><p>d</p></dd></dl>", "a:\nb:\n  c\n  d"),
    ("<details><summary>a</summary><p>b</p></details>", "a\n\nb"),
    ("<table><tr><td>a<br>b</td><td>c</td></tr></table>", "a, b; c"),
    ('<p>رقم <bdi dir="ltr">+375 17 2</bdi></p>', "رقم \u200e+375 17 2\u200e"),
    ("", ""),
]


@pytest.mark.parametrize(("html", "text"), PLAIN)
def test_plain_text(html, text):
    """A text is ready to paste: nothing but words, each block apart."""
    assert plain_text(html) == text


def test_wrapped():
    """Lines can be kept as short as a letter wants them."""
    assert max(map(len, plain_text(f"<p>{'word ' * 60}</p>", 78).splitlines())) <= 78


@pytest.mark.parametrize(
    "word", ["#emph[x]", '"', "\\", "$x$", "*a*", "<a>", "// b", "@c", "[d]", "a\nb"]
)
def test_no_markup_in_words(word):
    """Whatever an editor writes reaches Typst as a string, never as its markup."""
    assert typeset(Markup("<p>{}</p>").format(word)).startswith('#"')


def test_typst_string():
    """Quotation marks and backslashes are escaped, entities of translated texts undone."""
    assert (typ('a"\\'), typ(Markup("a &amp; b"))) == ('"a\\"\\\\"', '"a & b"')


TYPST = [
    ('<h2 id="a">A</h2>', '#heading(level: 2)[#own[#"A";];] #label("words-a")'),
    ("<p><strong>D</strong></p>", '#leading[#strong[#"D";];];'),
    ('<p><a href="https://example.org">B</a></p>', '#link("https://example.org")[#"B";];'),
    ('<ul class="checklist"><li>C</li></ul>', '#checklist([#"C";])'),
    (TABLE, '#figures(2, ([#"What";], [#"Why";], ), ([#"a";], [#"b";],))'),
    (QUOTE, '#said([#"“One.”";\n\n#"Two.";\n\n], [#"La Strada Belarus";])'),
    (
        '<div class="admonition danger"><p>T</p><p>x</p></div>',
        '#callout("danger", [#"T";], [#"x";\n\n])',
    ),
    ('<img src="a.svg" alt="A road">', '#picture("A road");'),
    ("<dl><dt>T</dt><dd>M</dd></dl>", '#terms(([#"T";], [#"M";\n\n]))'),
    (
        "<dl><dt>T</dt><dt>U</dt><dd>M</dd><dd><p>N</p></dd><dt>V</dt><dd>O</dd></dl>",
        '#terms(([#"T";#linebreak();#"U";], [#"M";\n\n#"N";\n\n]), ([#"V";], [#"O";\n\n]))',
    ),
    ('<ol start="4"><li>a</li></ol>', '#enum(start: 4, [#"a";])'),
    ("<pre>a\n b</pre>", '#raw("a\\n b", block: true)'),
    ("<details><summary>T</summary><p>x</p></details>", '#callout("note", [#"T";], [#"x";\n\n])'),
    ('<img src="embedded:a.png" alt="A" width="40">', '#shown("a.png", "A", 30pt);'),
]


@pytest.mark.parametrize(("html", "source"), TYPST)
def test_typeset(html, source):
    """Each element becomes a call of the function that style.typ has for it."""
    assert typeset(html, "words-", 1).strip() == source


@pytest.mark.parametrize(
    "html", ["<p>a<br>b &amp; c <img src='x' alt='y' loading='lazy'></p>", TABLE, QUOTE]
)
def test_xhtml(html):
    """A text in a book is well-formed XML."""
    assert ET.fromstring(f"<div>{xhtml(html)}</div>") is not None


def test_lead():
    """The addresses in a book are those of the book."""
    assert (
        xhtml('<a href="/be/manual/words/">x</a>', lambda address: "words.xhtml")
        == '<a href="words.xhtml">x</a>'
    )


def test_quotes():
    """A quote knows who said it; one without a speaker is none."""
    assert quotes(QUOTE + "<blockquote><p>Alone.</p></blockquote>") == [
        Quote("“One.”\n\nTwo.", "La Strada Belarus")
    ]


LISTED = (
    "<blockquote><p>One:</p><ul><li>a<br>b</li><li>c</li></ul><p>Who <br>is it</p></blockquote>"
)
LISTED_LAST = "<blockquote><p>One:</p><ol start='3'><li>a</li><li>b</li></ol></blockquote>"


def test_quotes_with_lists():
    """A list in a quotation keeps its shape wherever the quotation stands alone; only a paragraph
    says who speaks."""
    assert quotes(LISTED + LISTED_LAST) == [Quote("One:\n\n- a\n  b\n- c", "Who is it")]
    assert quotations(LISTED + LISTED_LAST) == [
        "One:\n- a\n  b\n- c\n— Who\nis it",
        "One:\n3. a\n4. b",
    ]
    assert typeset(LISTED_LAST).strip().endswith('#enum(start: 3, [#"a";], [#"b";])\n\n], [])')


@pytest.mark.parametrize(
    ("site", "base", "address"),
    [
        ("https://example.org", "", "https://example.org/be/"),
        ("https://example.org/s", "/s", "https://example.org/be/"),
    ],
)
def test_offline(site, base, address):
    """What leads to this site from a file leads there with its full address;
    the path is in the text already."""
    assert (
        offline('<a href="/be/">x</a><a href="tel:1">y</a>', site, base)
        == f'<a href="{address}">x</a><a href="tel:1">y</a>'
    )


def test_numbered(contacts):
    """A number in data is that of the contact."""
    assert numbered("Call {contact:hotline}.", contacts) == "Call 113."


def test_unclosed():
    """A text whose elements are not closed is read all the same."""
    assert read("<p>a<strong>b</p>c").text == "abc"
