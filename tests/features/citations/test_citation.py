"""A page as reference managers read it."""

import json
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from plugins.features.citations.citation import Work, bibtex, csl, files_of, meta, ris, work_of

WORK = Work(
    "manual-words-en",
    "chapter",
    "Words & 100 % {signs}",
    "La Strada Belarus",
    date(2026, 11, 5),
    "en",
    "https://example.org/en/manual/words/",
    "A manual",
)


def test_bibtex():
    """The organisation is one author, and no sign of a title is taken for TeX."""
    said = bibtex(WORK)
    assert said.startswith("@incollection{manual-words-en,")
    assert "author = {{La Strada Belarus}}" in said
    assert r"title = {{Words \& 100 \% \{signs\}}}" in said
    assert "year = {2026}" in said


def test_ris():
    """A record begins with its type and ends where the format says."""
    lines = ris(WORK).split("\r\n")
    assert (lines[0], lines[-2:], "DA  - 2026/11/05" in lines) == (
        "TY  - CHAP",
        ["ER  - ", ""],
        True,
    )


def test_csl():
    """An item has its author as one name, its day in parts, and the book it is in."""
    (item,) = json.loads(csl(WORK))
    assert item["author"] == [{"literal": "La Strada Belarus"}]
    assert item["issued"] == {"date-parts": [[2026, 11, 5]]}
    assert item["container-title"] == "A manual"


def test_no_book():
    """What is in no book does not say that it is."""
    alone = replace(WORK, sort="release", whole="")
    assert not any(word in bibtex(alone) + ris(alone) for word in ("booktitle", "T2  -"))


@pytest.mark.parametrize("file", ["en/questions/a.md", "en/news/2026-11-24-a.md"])
def test_not_cited(document, file):
    """A page of help offers no citation."""
    page = document(file, published=date(2026, 11, 24))
    assert (work_of(page, "LS", "https://e.org"), files_of(page)) == (None, [])


def test_corrected(document):
    """A chapter is cited as it was last corrected."""
    change = SimpleNamespace(day=date(2026, 12, 1))
    page = document(
        "en/manual/a.md",
        written=date(2026, 11, 24),
        corrections=(change,),
        breadcrumbs=(SimpleNamespace(title="A manual"),),
    )
    work = work_of(page, "LS", "https://e.org")
    assert (work.day, work.whole) == (date(2026, 12, 1), "A manual")


def test_meta():
    """The head of a page says the same."""
    assert dict(meta(WORK, None))["citation_publication_date"] == "2026/11/05"


@pytest.mark.parametrize("url", ["en/press/2026-06-summer/", "ru/manual/words/"])
def test_offered(example, url):
    """A release and a chapter lead to their citations, which are there."""
    page = example.page(url)
    (line,) = page.of_class("cite__forms")
    files = [example.target(page, link.get("href"))[0] for link in line.iter("a")]
    assert [name in example.names for name in files] == [True] * 3
