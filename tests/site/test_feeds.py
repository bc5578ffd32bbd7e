"""The feeds of the example: Atom (RFC 4287) and JSON Feed 1.1."""

import json
import re
import shutil
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import EXAMPLE
from tests.site.pages import LOCAL, Output, pelican

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = [
    f"{lang}/{section}/feed.xml" for lang in ("be", "ru", "en") for section in ("news", "press")
]


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
    days = [
        entry.findtext(f"{ATOM}published") for entry in feed(example, name).iter(f"{ATOM}entry")
    ]
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
    links += [
        href for href in re.findall(r'(?:href|src)="([^"]*)"', texts) if not href.startswith("tel:")
    ]
    assert [
        href for href in links if output.target(output.page(""), href)[0] not in output.names
    ] == []


def test_announced(example):
    """Every page of a language announces the feeds of that language in its head."""
    page = example.page("be/questions/")
    found = [link.get("href") for link in page.all("link[@type='application/atom+xml']")]
    assert found == ["/be/news/feed.xml", "/be/press/feed.xml"]


def test_not_announced(example):
    """A language without feeds announces none."""
    assert example.page("ar/questions/").all("link[@type='application/atom+xml']") == []


def test_self(example):
    """A feed knows its own address."""
    (link,) = feed(example, "be/news/feed.xml").findall(f"{ATOM}link[@rel='self']")
    assert link.get("href") == f"{LOCAL}/be/news/feed.xml"


RFC3339 = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})")
ALL_FEEDS = ["news", "press", "topics/labour", "topics/migration"]


@pytest.mark.parametrize("place", ALL_FEEDS)
@pytest.mark.parametrize("lang", ["be", "ru", "en"])
def test_atom(example, lang, place):
    """RFC 4287, 4.1: ids are IRIs, moments are RFC 3339, each entry has an author and a link,
    `updated` is the latest."""
    root = feed(example, f"{lang}/{place}/feed.xml")
    entries = list(root.iter(f"{ATOM}entry"))
    ids = [thing.findtext(f"{ATOM}id") for thing in (root, *entries)]
    moments = [
        moment.text for name in ("updated", "published") for moment in root.iter(f"{ATOM}{name}")
    ]
    assert entries and all(re.match(r"[a-z][a-z0-9+.-]*:\S+$", one) for one in ids)
    assert moments and all(RFC3339.fullmatch(moment) for moment in moments)
    assert all(entry.findtext(f"{ATOM}author/{ATOM}name") for entry in entries)
    assert all(entry.find(f"{ATOM}link[@rel='alternate']") is not None for entry in entries)
    assert root.findtext(f"{ATOM}updated") == max(
        entry.findtext(f"{ATOM}updated") for entry in entries
    )


@pytest.mark.parametrize("place", ALL_FEEDS)
@pytest.mark.parametrize("lang", ["be", "ru", "en"])
def test_json_feed(example, lang, place):
    """JSON Feed 1.1: version, title and items; each item an id that is a string, and its text;
    moments are RFC 3339."""
    found = json.loads(example.read(f"{lang}/{place}/feed.json"))
    assert (
        found["version"] == "https://jsonfeed.org/version/1.1" and found["title"] and found["items"]
    )
    assert found["feed_url"] == f"{LOCAL}/{lang}/{place}/feed.json" and found["language"] == lang
    items = found["items"]
    assert all(
        isinstance(item["id"], str) and item["id"] and item["content_html"] for item in items
    )
    assert len({item["id"] for item in items}) == len(items)
    assert all(RFC3339.fullmatch(item["date_published"]) for item in items)


@pytest.mark.parametrize("place", ALL_FEEDS)
def test_announced_at_home(example, place):
    """The page a feed belongs to announces it, as Atom and as JSON Feed."""
    page = example.page(f"be/{place}/")
    links = [
        (link.get("type"), link.get("href")) for link in page.all("head/link[@rel='alternate']")
    ]
    assert ("application/atom+xml", f"/be/{place}/feed.xml") in links
    assert ("application/feed+json", f"/be/{place}/feed.json") in links


@pytest.mark.parametrize("fixture", ["example", "under_a_path"])
def test_announced_feeds_are_there(request, fixture):
    """Every feed that a page announces is a file of the site, and is announced once."""
    output = request.getfixturevalue(fixture)
    for page in output.pages.values():
        links = [
            link.get("href") for link in page.all("head/link[@rel='alternate']") if link.get("type")
        ]
        assert len(links) == len(set(links))
        assert {output.target(page, href)[0] for href in links} <= output.names


@pytest.mark.parametrize("url", ["be/news/", "ru/press/", "en/topics/labour/"])
def test_visible(example, url):
    """A list that has feeds leads to them where readers see it."""
    page = example.page(url)
    (line,) = page.of_class("feed-links")
    found = [link.get("href") for link in line.iter("a")]
    assert found == [f"/{url}feed.xml", f"/{url}feed.json"]


def test_enclosures(example):
    """A release offers each of its forms in the feed, with its true size."""
    root = feed(example, "en/press/feed.xml")
    links = list(root.iter(f"{ATOM}link"))
    found = {
        link.get("href").removeprefix(f"{LOCAL}/"): link.get("length")
        for link in links
        if link.get("rel") == "enclosure"
    }
    assert len(found) >= 7
    assert found == {name: str((example.folder / name).stat().st_size) for name in found}


def test_another_host(tmp_path):
    """What was published on one host has the same ids on another, in feeds of both kinds."""
    content = shutil.copytree(EXAMPLE, tmp_path / "content")
    (content / "ledger").mkdir(exist_ok=True)
    (content / "ledger" / "addresses.txt").touch()
    found = []
    for host in ("https://one.example", "https://two.example"):
        done = pelican(content, tmp_path, "publishconf.py", SITEURL=host)
        assert done.returncode == 0, done.stderr
        output = Output(tmp_path / "output", host)
        atom_ids = [one.text for one in feed(output, "be/news/feed.xml").iter(f"{ATOM}id")]
        items = json.loads(output.read("be/news/feed.json"))["items"]
        found.append((atom_ids, [item["id"] for item in items]))
    assert found[0] == found[1]
    assert found[0][0][1:] == found[0][1]
