"""What our texts have beyond Markdown."""

import pytest

from plugins.reading.extension import Converter, Finding

HERE = "be/questions/01-phone.md"

RENDERED = [
    ("a contact", "{contact:hotline}", '<p><a class="number" href="tel:113"><bdi dir="ltr">113</bdi></a></p>'),
    ("an unknown contact stays visible", "{contact:nobody}", "<p>{contact:nobody}</p>"),
    ("a link to a page", "[a](02-b.md)", '<p><a href="/be/questions/b/">a</a></p>'),
    ("a link to a heading", "[a](02-b.md#c)", '<p><a href="/be/questions/b/#c">a</a></p>'),
    ("a link to a heading of this page", "[a](#c)", '<p><a href="#c">a</a></p>'),
    ("a link to this page by its path", "[a](01-phone.md#c)", '<p><a href="#c">a</a></p>'),
    ("a link to another site", "[a](https://example.org)",
     '<p><a href="https://example.org" rel="noreferrer">a</a></p>'),
    ("a picture", "![a](../../media/road.svg)", '<p><img alt="a" src="/media/road.svg"></p>'),
    ("a heading", "## One {#one}", '<h2 id="one">One</h2>'),
    ("a checklist", "- [ ] one\n- [ ] two", '<ul class="checklist">\n<li>one</li>\n<li>two</li>\n</ul>'),
    ("a checklist of paragraphs", "- [ ] one\n\n- [ ] two",
     '<ul class="checklist">\n<li>\n<p>one</p>\n</li>\n<li>\n<p>two</p>\n</li>\n</ul>'),
    ("a list with one box is no checklist", "- [ ] one\n- two", "<ul>\n<li>[ ] one</li>\n<li>two</li>\n</ul>"),
    ("a content note", '!!! content-note "A passage about violence"\n    Text',
     '<details class="content-note">\n<summary>A passage about violence</summary>\n<p>Text</p>\n</details>'),
    ("a callout", '!!! tip "A title"\n    Text',
     '<div class="admonition tip">\n<p class="admonition-title">A title</p>\n<p>Text</p>\n</div>'),
]  # fmt: skip

FOUND = [
    ("{contact:hotline}", Finding("contact", "hotline")),
    ("[a](02-b.md#c)", Finding("document", "be/questions/02-b.md", "c", "02-b.md#c")),
    ("![alt](../../media/a.png)", Finding("picture", "media/a.png", "alt", "../../media/a.png")),
    (
        "![](https://example.org/a.png)",
        Finding("picture", "https://example.org/a.png", "", "https://example.org/a.png"),
    ),
    ("[a](tel:113)", Finding("undeclared", "tel:113", "", "tel:113")),
    ("[a](/be/)", Finding("unknown", "/be/", "", "/be/")),
    ("[a]()", Finding("unknown", HERE)),
]


@pytest.mark.parametrize(("what", "source", "html"), RENDERED)
def test_html(converter, what, source, html):
    """Each of our additions becomes plain HTML."""
    assert converter.convert(source, HERE)[0] == html


@pytest.mark.parametrize(("source", "reference"), FOUND)
def test_found(converter, source, reference):
    """What a text refers to is on record, to be checked."""
    assert converter.convert(source, HERE)[1] == [reference]


def test_number_is_not_a_link(converter):
    """The link of a number is made from its contact and is not checked as one written by hand."""
    assert [found.kind for found in converter.convert("{contact:hotline}", HERE)[1]] == ["contact"]


def test_base(contacts):
    """Links stay inside a site that does not stand at the root of its host."""
    assert (
        'href="/site/be/questions/b/"'
        in Converter(contacts, "/site").convert("[a](02-b.md)", HERE)[0]
    )


def test_headings(converter):
    """All headings are on record in the order of the text, whatever their level."""
    found = converter.convert("## A {#a}\n\n### B {#b}\n\n## C {#c}", HERE)[2]
    assert [(heading["level"], heading["id"]) for heading in found] == [
        (2, "a"),
        (3, "b"),
        (2, "c"),
    ]


def test_table(converter):
    """A column heading says that it heads a column, and each cell which one it stands in."""
    html = converter.convert("| A | B |\n|---|---|\n| 1 | 2 |", HERE)[0]
    assert '<th scope="col">A</th>' in html
    assert '<td data-label="B">2</td>' in html


def test_nothing_is_carried_over(converter):
    """A text knows nothing of the one converted before it."""
    converter.convert("## A {#a}\n\n{contact:hotline}\n\n[x]: https://example.org", HERE)
    assert converter.convert("Plain [x]", HERE) == ("<p>Plain [x]</p>", [], [])


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("![A **road**](../../media/road.svg)", ["**road**"]),
        ('![A road](../../media/road.svg "By *Ann*")', ["*Ann*"]),
        ('[a](a.md "The `a`")', []),
        ('[a](a.md "The *a*")', ["*a*"]),
        ('![5 * 3 of C&A](../../media/road.svg "[sic] &amp; \\*a\\*")', []),
    ],
)
def test_markup_in_plain_words(converter, text, markup):
    """The words of a picture, its caption and the title of a link are plain: markup is told."""
    found = converter.convert(text, "en/advice/a.md")[1]
    assert [one.written for one in found if one.kind == "raw"] == markup
