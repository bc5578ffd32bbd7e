"""A translation says what it was made from, is whole, and has the anchors of its source."""

from dataclasses import replace

import pytest

from plugins.checks.rules.translations import check
from plugins.features.translations.part import Translation
from plugins.features.translations.standing import Standing
from plugins.model.document import Heading, Origin

LINES = {"Translated-From": 3, "Minor": 4, "Terms": 5, "#a": 9}
NOW, OLD = "11111111", "00000000"


@pytest.fixture
def source(document):
    return document(
        "be/about.md", revision=NOW, headings=(Heading(2, "a", "A"),), passages=((42, 7),)
    )


@pytest.fixture
def said(known, document, source):
    """What is said of an English page about, translated from `source` unless told otherwise."""

    def of(source=source, **fields):
        own = {
            "translated_from": Origin("be", NOW),
            "headings": (Heading(2, "a", "A"),),
            "field_lines": LINES,
        }
        page = document("en/about.md", **own | fields)
        return [(problem.line, problem.what) for problem in check(page, known(source, page))]

    return of


def test_whole(said):
    """A whole translation has no problem."""
    assert said() == []


def test_unknown_language(said):
    """The language it was made from is one of the site."""
    assert said(translated_from=Origin("fr", NOW)) == [(3, "There is no language 'fr'.")]


def test_from_itself(said):
    """No page is translated from itself."""
    assert said(translated_from=Origin("en", NOW)) == [(3, "'about' is translated from itself.")]


def test_from_each_other(said, source):
    """Nor are two pages translated from each other."""
    source = replace(source, translated_from=Origin("en", NOW))
    assert said(source) == [(3, "'about' is translated from itself.")]


def test_not_translated(said):
    """A paragraph that has the words of the source is reported with its line."""
    assert said(passages=((42, 12), (43, 13))) == [
        (12, "This is not translated: be/about.md has the same words.")
    ]


def test_draft(said):
    """A draft may have them."""
    assert said(passages=((42, 12),), headings=(), draft="yes", terms="a = b") == []


def test_terms(said):
    """The notes for the translator do not outlive the draft."""
    assert said(terms="a = b") == [(5, "`Terms` is a note for the translator of a draft.")]


def test_other_anchor(said):
    """A current translation has the anchors of its source, no more and no fewer."""
    assert said(headings=(Heading(2, "b", "B"),), field_lines=LINES | {"#b": 9}) == [
        (9, "be/about.md has no heading #b."),
        (1, "The headings #a are missing."),
    ]


def test_anchors_of_a_stale_translation(said):
    """A stale one cannot have the new ones yet."""
    assert said(translated_from=Origin("be", OLD), headings=()) == []


@pytest.mark.parametrize(("recorded", "lines"), [(OLD, []), (NOW, [4])])
def test_minor(known, document, source, recorded, lines):
    """`Minor: yes` that leaves nothing current is to be removed."""
    source = replace(source, minor=True, field_lines=LINES)
    source.give(Translation(Standing("source", "be", "about", source)))
    page = document("en/about.md", translated_from=Origin("be", recorded))
    page.give(Translation(Standing("current", "en", "about", page, source)))
    assert [problem.line for problem in check(source, known(source, page))] == lines
