"""The sitemap (sitemaps.org 0.9) and the alternates of a page."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from plugins.features.seo.sitemap import hreflangs, sitemap
from plugins.model.document import Review
from plugins.model.site import Site

SITE = "https://example.org"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


@pytest.fixture
def pages(languages, document):
    """Two home pages, a page only in Belarusian and one that must not be found."""
    files = [
        "be/index.md",
        "en/index.md",
        "be/questions/index.md",
        "en/questions/index.md",
        "be/about.md",
    ]
    found = [document(file, written=date(2026, 11, 24)) for file in files]
    found.append(document("be/404.md", indexed=False))
    site = Site(languages, found)
    for page in found:
        page.alternates = site.alternates(page)
    return {page.file: page for page in found}


@pytest.fixture
def entries(pages):
    root = ET.fromstring(sitemap(list(pages.values()), SITE, "en"))
    return {entry.findtext(f"{{{SITEMAP}}}loc"): entry for entry in root}


def test_hreflangs(pages):
    """A page lists itself, its translations and the one for everybody else."""
    assert hreflangs(pages["be/questions/index.md"], SITE, "en") == [
        ("be", "https://example.org/be/questions/"),
        ("en", "https://example.org/en/questions/"),
        ("x-default", "https://example.org/en/questions/"),
    ]


def test_hreflangs_of_home(pages):
    """Everybody else is sent from the home page to the chooser of languages."""
    assert hreflangs(pages["be/index.md"], SITE, "en")[-1] == ("x-default", "https://example.org/")


def test_hreflangs_without_default(pages):
    """A page that is missing in the language for everybody else stands for itself."""
    assert hreflangs(pages["be/about.md"], SITE, "en") == [
        ("be", "https://example.org/be/about/"),
        ("x-default", "https://example.org/be/about/"),
    ]


def test_every_indexed_page(entries, pages):
    """Every page that may be found is in the sitemap, and no other."""
    assert set(entries) == {f"{SITE}/{page.url}" for page in pages.values() if page.indexed}


def test_alternates(entries, pages):
    """An entry has the same alternates as its page."""
    links = entries["https://example.org/be/questions/"].findall(f"{{{XHTML}}}link")
    found = [(link.get("hreflang"), link.get("href")) for link in links]
    assert found == hreflangs(pages["be/questions/index.md"], SITE, "en")


@pytest.mark.parametrize(
    ("days", "lastmod"),
    [
        ({"published": date(2026, 1, 2)}, "2026-01-02"),
        ({"written": date(2026, 1, 2)}, "2026-01-02"),
        (
            {"written": date(2026, 1, 2), "reviewed": Review(date(2026, 1, 3), "editor")},
            "2026-01-03",
        ),
        ({}, None),
    ],
)
def test_lastmod(document, days, lastmod):
    """An entry says when its page was published, written or reviewed, where that is known."""
    page = document("be/index.md", **days)
    page.alternates = Site({}, []).alternates(page)
    root = ET.fromstring(sitemap([page], SITE, "en"))
    assert root[0].findtext(f"{{{SITEMAP}}}lastmod") == lastmod


def test_changed_later(document):
    """A news item that was reviewed after it was published says when it was reviewed."""
    page = document(
        "be/index.md", published=date(2026, 1, 2), reviewed=Review(date(2026, 3, 4), "editor")
    )
    assert "<lastmod>2026-03-04</lastmod>" in sitemap([page], SITE, "en")


def test_escaped(pages):
    """An address of the site that XML would misread is written so that it is read."""
    root = ET.fromstring(sitemap(list(pages.values()), 'https://example.org/?a="1"&b=<2>', "en"))
    assert root[0].findtext(f"{{{SITEMAP}}}loc").startswith('https://example.org/?a="1"&b=<2>/')
