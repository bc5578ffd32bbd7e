"""Atom feeds (RFC 4287)."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from plugins.newsroom.feed import Publisher, absolute_links, atom, feed_of

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://example.org"

LINKS = [
    ('<a href="/be/help/">', '<a href="https://example.org/be/help/">'),
    (
        '<picture><source srcset="/a.avif 1w"><img src="/a.jpg" alt="" srcset="/a.jpg 1w" sizes="9rem"></picture>',
        '<img src="https://example.org/a.jpg" alt="">',
    ),
    ('<img alt="" src="/media/a.png">', '<img alt="" src="https://example.org/media/a.png">'),
    ('<a href="https://example.com/">', '<a href="https://example.com/">'),
    ('<a href="tel:113">', '<a href="tel:113">'),
    ('<a href="//example.com/">', '<a href="//example.com/">'),
]


@pytest.fixture
def index(document):
    return document("be/news/index.md", title="Навіны", summary="Што новага & цікавага")


@pytest.fixture
def feed(index, document):
    """The feed of one news item."""
    item = document(
        "be/news/2026-11-24-item.md",
        title="Першая < навіна",
        summary="Коратка",
        content='<p><a href="/be/">Дадому</a></p>',
        published=date(2026, 11, 24),
    )
    return ET.fromstring(atom(feed_of(index, "La Strada"), [item], Publisher("La Strada", SITE)))


def test_address_of_a_feed(index):
    """A feed stands below its list."""
    assert feed_of(index, "La Strada").url == "be/news/feed.xml"


def test_title_of_a_feed(index):
    """A feed is called by the site and the list."""
    assert feed_of(index, "La Strada").title == "La Strada: Навіны"


def test_language(feed):
    """A feed says its language."""
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "be"


@pytest.mark.parametrize("name", ["id", "title", "updated", "author"])
def test_feed_has(feed, name):
    """A feed has what RFC 4287 requires of it."""
    assert feed.find(f"{ATOM}{name}") is not None


@pytest.mark.parametrize("name", ["id", "title", "updated", "published", "content", "summary"])
def test_entry_has(feed, name):
    """An entry has its identity, its days and its text."""
    assert feed.findtext(f"{ATOM}entry/{ATOM}{name}")


def test_self(feed):
    """A feed knows its own address."""
    (link,) = feed.findall(f"{ATOM}link[@rel='self']")
    assert link.get("href") == "https://example.org/be/news/feed.xml"


def test_entry_link(feed):
    """An entry leads to its page."""
    assert feed.find(f"{ATOM}entry/{ATOM}link").get("href") == "https://example.org/be/news/2026-11-24-item/"


def test_text(feed):
    """An entry has its whole text, with links that work outside the site."""
    assert feed.findtext(f"{ATOM}entry/{ATOM}content") == '<p><a href="https://example.org/be/">Дадому</a></p>'


def test_nothing_to_report(index):
    """A feed without entries is still a feed."""
    assert (
        ET.fromstring(atom(feed_of(index, "La Strada"), [], Publisher("La Strada", SITE))).findall(f"{ATOM}entry") == []
    )


@pytest.mark.parametrize(("html", "expected"), LINKS)
def test_absolute_links(html, expected):
    """A link that begins at the root becomes absolute; every other stays as it is."""
    assert absolute_links(html, SITE) == expected


def test_absolute_links_under_a_path():
    """On a site that does not stand at the root of its host, a link has the path once."""
    assert absolute_links('<a href="/site/be/">', f"{SITE}/site") == '<a href="https://example.org/site/be/">'
