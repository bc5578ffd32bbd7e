"""A book whose chapters have awkward names and texts is a book all the same."""

import re
import zipfile
from datetime import date
from functools import partial
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from plugins.features.manual.edition import Edition, corrected
from plugins.model.document import Change, Document
from tests.conftest import EXAMPLE
from tests.site.epubcheck import findings
from tests.site.pages import Output, as_typed
from tests.site.workplace import Workplace

NAMES = ["con", "1", "0-0", "id", "toc", "mimetype", "package-opf", "meta-inf", "x-y", "landmarks"]
TEXT = """Title: Chapter <{name}> & "{name}"
Summary: What it is about & more.
Written: 2026-11-24
Sources: organisation
Corrected: 2026-11-26 | A word.
    2026-11-27 | Another & one.

Text with a note.[^1] ~~Gone~~ and `code < & >`.

## One & two < three {{#one-{name}}}

Term & one
:   A meaning.

Term two
Term three
:   Another meaning.

    With a second paragraph.

| a | b |
|---|---:|
| 1 & 2 | [link](#two-{name}) |
| wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww0 | `{code}` |
| https://example.org/zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz | фффффффффффффффффффффффффффффффффффффффффффффффффффффффф1 |

!!! content-note "What it is about"
    Closed passage.

### Deeper {{#deeper-{name}}}

- [ ] box
- [ ] another

1. one
    - nested

## Two {{#two-{name}}}

3. three
4. four

> Said.
>
> Somebody

[^1]: The note & its [link](#one-{name}).
"""
XHTML, EPUB = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/ops}"


def awkward(folder):
    work = Workplace.of(EXAMPLE, folder)
    for lang in ("be", "ru", "en"):
        for name in NAMES:
            text = TEXT.format(name=name, code="q" * 80)
            (work.content / lang / "manual" / f"{name}.md").write_text(text)
    assert work.build() == 0, (folder / "said").read_text()


@pytest.fixture(scope="module")
def book(once):
    return Output(once.folder("awkward-book", partial(awkward)) / "output")


@pytest.mark.parametrize("lang", ["be", "ru", "en"])
def test_valid(book, lang):
    """EPUBCheck finds nothing in it."""
    assert findings(book.folder / f"{lang}/manual/manual-{lang}.epub") == []


@pytest.mark.parametrize("lang", ["be", "ru", "en"])
def test_long_words(book, lang):
    """In a column of a table no word is longer than a line, whatever it is made of: of the signs
    that a line has room for some stand on each, and all are there."""
    reader = PdfReader(book.folder / f"{lang}/manual/manual-{lang}.pdf")
    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]
    for sign in "wzqф":
        runs = [len(run) for line in lines for run in re.findall(f"{sign}{{3,}}", line)]
        assert runs and max(runs) < 40


def contents(book):
    archive = zipfile.ZipFile(book.folder / "en/manual/manual-en.epub")
    navigation = ET.fromstring(archive.read("book/nav.xhtml"))
    (toc,) = [one for one in navigation.iter(f"{XHTML}nav") if one.get(f"{EPUB}type") == "toc"]
    return toc.find(f"{XHTML}ol")


def test_two_levels(book):
    """The contents name each chapter, and below it its headings; each leads there."""
    chapters = {item[0].get("href"): item for item in contents(book)}
    inner = chapters["con.xhtml"].findall(f"{XHTML}ol/{XHTML}li/{XHTML}a")
    assert [(one.get("href"), one.text) for one in inner] == [
        ("con.xhtml#one-con", "One & two < three"),
        ("con.xhtml#two-con", "Two"),
    ]


def test_corrected_edition(book):
    """An edition whose texts were corrected says so in its number and its day."""
    archive = zipfile.ZipFile(book.folder / "en/manual/manual-en.epub")
    package = archive.read("book/package.opf").decode()
    assert "<dc:date>2026-11-27</dc:date>" in package
    assert "Edition 1.2, 27 November 2026." in as_typed(
        archive.read("book/colophon.xhtml").decode()
    )


def test_corrections_count_by_day():
    """Corrections of one day are one; those before the edition came out are none."""
    edition = Edition(2, date(2026, 5, 1))
    days = [date(2026, 4, 1), date(2026, 6, 1), date(2026, 6, 1), date(2026, 7, 1)]
    texts = [Document(corrections=(Change(day, "what"),)) for day in days]
    after = corrected(edition, texts)
    assert (after.said, after.date) == ("2.2", date(2026, 7, 1))


def test_another_identity():
    """Every edition, and every correction of one, is known by another name."""
    edition = Edition(1, date(2026, 5, 1))
    after = corrected(edition, [Document(corrections=(Change(date(2026, 6, 1), "x"),))])
    assert edition.identifier("https://example.org/") != after.identifier("https://example.org/")
