"""The Atom feeds of the example (RFC 4287)."""

import re
from xml.etree import ElementTree as ET

import pytest

from tests.site.pages import LOCAL

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = [f"{lang}/{section}/feed.xml" for lang in ("be", "ru", "en") for section in ("news", "press")]


def feed(output, name):
    return ET.fromstring(output.read(name))


@pytest.mark.parametrize("name", FEEDS)
def test_language(example, name):
    """A feed is well-formed and says its language."""
    assert feed(example, name).get("{http://www.w3.org/XML/1998/namespace}lang") == name[:2]


@pytest.mark.parametrize("name", FEEDS)
def test_required(example, name):
    """A feed and each of its entries has an id, a title and the time of its last change."""
    root = feed(example, name)
    lacking = [
        (thing.findtext(f"{ATOM}title"), element)
        for thing in (root, *root.iter(f"{ATOM}entry"))
        for element in ("id", "title", "updated")
        if not thing.findtext(f"{ATOM}{element}")
    ]
    assert lacking == []


@pytest.mark.parametrize("name", FEEDS)
def test_ids_differ(example, name):
    """No two entries have the same id."""
    ids = [entry.findtext(f"{ATOM}id") for entry in feed(example, name).iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("name", "count"), [("be/news/feed.xml", 7), ("ru/press/feed.xml", 2)])
def test_entries(example, name, count):
    """A feed has its entries, the newest first."""
    days = [entry.findtext(f"{ATOM}published") for entry in feed(example, name).iter(f"{ATOM}entry")]
    assert len(days) == count
    assert days == sorted(days, reverse=True)


def test_whole_text(example):
    """An entry has its whole text."""
    entry = next(feed(example, "en/news/feed.xml").iter(f"{ATOM}entry"))
    assert "Text of the item." in entry.findtext(f"{ATOM}content")


@pytest.mark.parametrize("fixture", ["example", "under_a_path"])
@pytest.mark.parametrize("name", FEEDS)
def test_links_lead_to_pages(request, fixture, name):
    """Every link of a feed, in its texts too, is absolute and leads to a file of the site."""
    output = request.getfixturevalue(fixture)
    root = feed(output, name)
    links = [link.get("href") for link in root.iter(f"{ATOM}link")]
    texts = "".join(content.text for content in root.iter(f"{ATOM}content"))
    links += [href for href in re.findall(r'(?:href|src)="([^"]*)"', texts) if not href.startswith("tel:")]
    assert [href for href in links if output.target(output.page(""), href)[0] not in output.names] == []


def test_announced(example):
    """Every page of a language announces the feeds of that language in its head."""
    page = example.page("be/help/")
    found = [link.get("href") for link in page.all("link[@type='application/atom+xml']")]
    assert found == ["/be/news/feed.xml", "/be/press/feed.xml"]


def test_not_announced(example):
    """A language without feeds announces none."""
    assert example.page("ar/help/").all("link[@type='application/atom+xml']") == []


def test_self(example):
    """A feed knows its own address."""
    (link,) = feed(example, "be/news/feed.xml").findall(f"{ATOM}link[@rel='self']")
    assert link.get("href") == f"{LOCAL}/be/news/feed.xml"
