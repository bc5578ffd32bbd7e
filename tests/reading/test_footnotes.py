"""Footnotes: marks, a list, ways back."""

import re

import pytest

from plugins.checks.report import in_order
from plugins.checks.rules import headings, references
from plugins.export.plain_text import plain_text
from plugins.export.typesetting import typeset
from plugins.export.xhtml import xhtml
from plugins.reading.extension import Converter
from plugins.reading.footnotes import Words
from plugins.reading.read import read_document
from plugins.reading.revision import plain

FILE = "be/questions/01-phone.md"
TEXT = (
    "One.[^b] Two.[^a] One again.[^b]\n\n[^a]: A [link](02-b.md).\n[^b]: Call {contact:hotline}.\n"
)
KINDS = ["index.md", "questions/a.md", "news/2026-01-01-a.md", "press/2026-01-a.md", "manual/01-a.md",
         "prevention/materials/a.md", "about/safety.md", "404.md", "contact.md"]  # fmt: skip


def html(text, converter):
    return converter.convert(text, FILE)[0]


def test_shown(converter):
    """A footnote is a mark in the text and an item of a list, which lead to each other."""
    assert html("A.[^x]\n\n[^x]: B.", converter) == (
        '<p>A.<sup id="fnref-1"><a class="footnote-ref" href="#fn-1" role="doc-noteref">1</a></sup></p>\n'
        '<section aria-label="Footnotes" class="footnotes" role="doc-endnotes">\n<ol>\n<li id="fn-1">\n'
        '<p>B.&#160;<a aria-label="Back to the text" class="footnote-backref" href="#fnref-1" '
        'role="doc-backlink">↑</a></p>\n</li>\n</ol>\n</section>'
    )


def test_order(converter):
    """Footnotes are numbered as the text mentions them, wherever they are written."""
    assert html(TEXT, converter).index("113") < html(TEXT, converter).index("link")


def test_order_before_a_colon(converter):
    """So they are where a colon follows the mark, which begins a footnote only at the beginning of a
    line."""
    made = html("A.[^a] B[^b]: C.[^c]\n\n[^c]: Three.\n[^a]: One.\n[^b]: Two.\n", converter)
    assert re.findall(r'href="#fn-(\d)"', made) == ["1", "2", "3"]
    assert made.index("One") < made.index("Two") < made.index("Three")


def test_every_link_leads_somewhere(converter):
    """Each mark has its footnote and each way back its place, also where one is mentioned twice."""
    made = html(TEXT, converter)
    ids = re.findall(r' id="([^"]*)"', made)
    assert set(re.findall(r'href="#([^"]*)"', made)) == set(ids)
    assert len(ids) == len(set(ids)) == 5


@pytest.mark.parametrize(("mentions", "back"), [(1, 1), (4, 4), (5, 1), (12, 1)])
def test_ways_back(converter, mentions, back):
    """A footnote that is mentioned a few times leads back to each; one mentioned often has no row of
    arrows, but leads back to where it was mentioned first."""
    made = html(f"{'A.[^x] ' * mentions}\n\n[^x]: B.", converter)
    assert re.findall(r'href="#(fnref\d*-1)"', made) == [
        f"fnref{number if number > 1 else ''}-1" for number in range(1, back + 1)
    ]


@pytest.mark.parametrize("path", KINDS)
def test_every_kind(converter, path):
    """Every kind of page may have them."""
    document = read_document(f"be/{path}", f"Title: A\n\n{TEXT}", converter)
    assert 'id="fn-2"' in document.content
    assert not [one for one in document.references if one.kind == "leftover"]


def test_language(contacts):
    """The words around footnotes are those of the page's language."""
    made = html(TEXT, Converter(contacts, "", {"be": Words("Зноскі", "Назад")}))
    assert 'aria-label="Зноскі"' in made
    assert 'aria-label="Назад 2"' in made


def test_references_have_lines(converter, known):
    """A link or number in a footnote is checked as any other, with its line."""
    source = "Title: A\n\nA.[^1]\n\n[^1]: [b](missing.md), {contact:nobody}.\n"
    page = read_document(FILE, source, converter)
    told = in_order(references.check(page, known()))
    assert [problem.line for problem in told] == [5, 5]


def test_own_links_are_no_references(converter):
    """The links that footnotes have are not those of an editor."""
    assert [one.kind for one in converter.convert(TEXT, FILE)[1]] == ["contact", "document"]


@pytest.mark.parametrize("anchor", ["fn-1", "fnref-1", "fnref2-1"])
def test_anchors_are_taken(converter, known, anchor):
    """No heading takes the anchor of a footnote."""
    page = read_document(FILE, f"Title: A\n\n## A {{#{anchor}}}\n", converter)
    assert "belongs to the page" in next(iter(headings.check(page, known()))).what


def test_nothing_is_planted(converter):
    """Nobody makes a link look like that of a footnote and escape the rules."""
    _, found, _ = converter.convert("[a](https://b.c){: .footnote-ref aria-label=x}", FILE)
    assert [one.kind for one in found] == ["outside", "attribute", "attribute"]


def test_plain_text(converter):
    """In plain text a mark is a number in brackets, and the list stands below."""
    assert plain_text(html("A.[^x]\n\n[^x]: B.", converter)) == "A.[1]\n\n[1] B."


def test_on_paper(converter):
    """On paper the footnotes stand below the text, without a way back."""
    made = typeset(html("A.[^x]\n\n[^x]: B.", converter))
    assert '#super[#"1";]' in made
    assert "↑" not in made
    assert '#enum([#"B.' in made


def test_in_a_book(converter):
    """In a book the links lead on inside their chapter."""
    made = xhtml(html("A.[^x]\n\n[^x]: B.", converter))
    assert '<a class="footnote-ref" href="#fn-1"' in made
    assert '<li id="fn-1">' in made


def test_words_count():
    """What a footnote says is part of the text; its number is not."""
    assert plain("A.[^1]") == "A."
    with_note, other = (
        read_document(FILE, f"Title: A\n\nA.[^1]\n\n[^1]: {said}.\n", Converter({})).revision
        for said in ("One", "Two")
    )
    assert with_note != other


def test_nothing_is_carried_over(converter):
    """A text knows nothing of the footnotes of the one before."""
    html(TEXT, converter)
    assert html("A.[^b]", converter) == "<p>A.[^b]</p>"
