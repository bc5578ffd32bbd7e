"""Atom feeds (RFC 4287)."""

import json
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from plugins.data.ledger import read_ledger
from plugins.export.download import Download, Downloads
from plugins.features.newsroom.feed import UNSAID, Publisher, atom, feed_of
from plugins.features.newsroom.feed_ids import known_ids, written
from plugins.features.newsroom.feed_text import absolute_links, without_folded
from plugins.features.newsroom.json_feed import json_feed
from plugins.model.document import Change, Withdrawal

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://example.org"

LINKS = [
    ('<a href="/be/questions/">x</a>', '<a href="https://example.org/be/questions/">x</a>'),
    (
        '<picture><source srcset="/a.avif 1w"><img src="/a.jpg" alt="" srcset="/a.jpg 1w" sizes="9rem"></picture>',
        '<img src="https://example.org/a.jpg" alt="">',
    ),
    ('<img alt="" src="/media/a.png">', '<img alt="" src="https://example.org/media/a.png">'),
    ('<a href="https://example.com/">x</a>', '<a href="https://example.com/">x</a>'),
    ('<a href="tel:113">x</a>', '<a href="tel:113">x</a>'),
    ('<a href="//example.com/">x</a>', '<a href="//example.com/">x</a>'),
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
    assert (
        feed.find(f"{ATOM}entry/{ATOM}link").get("href")
        == "https://example.org/be/news/2026-11-24-item/"
    )


def test_text(feed):
    """An entry has its whole text, with links that work outside the site."""
    assert (
        feed.findtext(f"{ATOM}entry/{ATOM}content")
        == '<p><a href="https://example.org/be/">Дадому</a></p>'
    )


def test_nothing_to_report(index):
    """A feed without entries is still a feed."""
    assert (
        ET.fromstring(atom(feed_of(index, "La Strada"), [], Publisher("La Strada", SITE))).findall(
            f"{ATOM}entry"
        )
        == []
    )


@pytest.mark.parametrize(("html", "expected"), LINKS)
def test_absolute_links(html, expected):
    """A link that begins at the root becomes absolute; every other stays as it is."""
    assert absolute_links(html, SITE) == expected


def test_absolute_links_under_a_path():
    """On a site that does not stand at the root of its host, a link has the path once."""
    assert (
        absolute_links('<a href="/site/be/">x</a>', f"{SITE}/site")
        == '<a href="https://example.org/site/be/">x</a>'
    )


def entry_of(index, document, form=atom, **fields):
    """What the feed has of an item with these `fields`."""
    item = document(
        "be/news/2026-11-24-item.md", summary="Коратка", content="<p>Text</p>", **fields
    )
    made = form(
        feed_of(index, "La Strada"),
        [item],
        Publisher("La Strada", SITE),
        replace(UNSAID, changed=lambda entry: "<p>What</p>"),
    )
    return (
        ET.fromstring(made).find(f"{ATOM}entry") if form is atom else json.loads(made)["items"][0]
    )


CORRECTED = {"published": date(2026, 11, 24), "corrections": (Change(date(2026, 11, 26), "What"),)}


def test_corrected(index, document):
    """A feed says what was corrected, and when the entry became another one."""
    entry = entry_of(index, document, **CORRECTED)
    assert entry.findtext(f"{ATOM}content") == "<p>What</p><p>Text</p>"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-26T00:00:00+00:00"


def test_corrected_json(index, document):
    """So does the one in JSON."""
    entry = entry_of(index, document, json_feed, **CORRECTED)
    assert (entry["content_html"], entry["date_modified"]) == (
        "<p>What</p><p>Text</p>",
        "2026-11-26T00:00:00Z",
    )


@pytest.mark.parametrize("form", [atom, json_feed])
def test_withdrawn_on_the_same_day(index, document, form):
    """A reader learns of a withdrawal also on the day on which the text was published."""
    day = date(2026, 11, 24)
    before, after = (
        entry_of(index, document, form, published=day, withdrawn=withdrawn)
        for withdrawn in (None, Withdrawal(day, "Why", lang="be"))
    )
    if form is atom:
        before, after = (
            {one.tag.removeprefix(ATOM): one.text for one in entry} for entry in (before, after)
        )
    assert (before["id"], after["summary"]) == (after["id"], "Why")
    assert after.get("updated", after.get("date_modified")) > before.get(
        "updated", "2026-11-24T00:00:00Z"
    )


def test_undated(index, document):
    """A page without a day that was corrected has the day of its correction,
    and an identity that does not change."""
    item = document("be/manual/a.md", summary="s", corrections=CORRECTED["corrections"])
    again = document("be/manual/a.md", summary="s", corrections=(Change(date(2027, 1, 1), "More"),))
    one, other = (
        ET.fromstring(atom(feed_of(index, ""), [page], Publisher("", SITE))).find(f"{ATOM}entry")
        for page in (item, again)
    )
    assert one.findtext(f"{ATOM}id") == other.findtext(f"{ATOM}id")
    assert one.findtext(f"{ATOM}updated") == "2026-11-26T00:00:00+00:00"


FOLDED = (
    '<details class="content-note">\n<summary>About</summary>\n<p>Passage</p>\n</details><p>End</p>'
)
RICH = {"published": date(2026, 11, 24), "topic_keys": ("labour",), "summary": "a <b> & c"}
FILES = Downloads((Download("be/news/a.pdf", "PDF", "be"),))


def rich(index, document, form, **fields):
    """What the feed has of an item with files, topics and a day."""
    item = document("be/news/2026-11-24-item.md", FILES, **RICH | fields)
    topics = {"labour": {"be": "Праца"}}
    publisher = Publisher("La Strada", SITE, topics=topics)
    said = replace(UNSAID, size_of=lambda name: 7)
    made = form(feed_of(index, "La Strada"), [item], publisher, said)
    return (
        ET.fromstring(made).find(f"{ATOM}entry") if form is atom else json.loads(made)["items"][0]
    )


def test_plain_summary(index, document):
    """A summary is sent as text, so that no reader takes a sign in it for markup."""
    found = rich(index, document, atom).find(f"{ATOM}summary")
    assert (found.get("type"), found.text) == ("text", "a <b> & c")


def test_enclosure(index, document):
    """An entry offers its files, with type and size."""
    found = rich(index, document, atom).find(f"{ATOM}link[@rel='enclosure']")
    assert (found.get("href"), found.get("type"), found.get("length")) == (
        "https://example.org/be/news/a.pdf",
        "application/pdf",
        "7",
    )


def test_attachment(index, document):
    """So does the one in JSON."""
    (found,) = rich(index, document, json_feed)["attachments"]
    assert (found["mime_type"], found["size_in_bytes"]) == ("application/pdf", 7)


def test_nothing_of_what_is_withdrawn(index, document):
    """An entry that is withdrawn offers no file."""
    withdrawn = Withdrawal(date(2026, 11, 25), "Why", lang="be")
    assert "attachments" not in rich(index, document, json_feed, withdrawn=withdrawn)


def test_category(index, document):
    """An entry names its topics in the language of the feed."""
    found = rich(index, document, atom).find(f"{ATOM}category")
    assert (found.get("term"), found.get("label")) == ("labour", "Праца")
    assert rich(index, document, json_feed)["tags"] == ["Праца"]


def test_anchor(index, document):
    """A link to an anchor of the text leads to it on the page."""
    entry = rich(index, document, json_feed, content='<a href="#fn-1">1</a>')
    assert (
        entry["content_html"] == '<a href="https://example.org/be/news/2026-11-24-item/#fn-1">1</a>'
    )


def test_closed():
    """A passage that is closed on its page is not in a feed."""
    assert without_folded(FOLDED, lambda about, address: f"{about} {address}", "x") == (
        "About x<p>End</p>"
    )


@pytest.mark.parametrize("form", [atom, json_feed])
def test_recorded_id(index, document, form):
    """An entry keeps the id it was first published with, on another host and with another day."""
    item = document("be/news/2026-11-24-item.md", summary="s", published=date(2026, 11, 25))
    ids = {item.url: "tag:first,2026-11-24:/x"}
    made = form(feed_of(index, "L"), [item], Publisher("L", "https://other.example", ids=ids))
    assert "tag:first,2026-11-24:/x" in made


def test_moved():
    """A text that has moved keeps its id."""
    assert known_ids({"be/old/": "a"}, {"be/old/": "be/new/"})["be/new/"] == "a"


def test_ledger_of_ids(tmp_path):
    """What is written is what is read, but for addresses that are to be forgotten."""
    (tmp_path / "ids.toml").write_text(written({"be/b/": "tag:1", "be/a/": "tag:2"}, {"be/b/"}))
    assert read_ledger(tmp_path / "ids.toml") == {"be/a/": "tag:2"}


@pytest.mark.parametrize("text", ["no toml", "a = 1", ""])
def test_no_ledger(tmp_path, text):
    """A ledger that cannot be read is as good as none; the checks say what is wrong with it."""
    (tmp_path / "ids.toml").write_text(text)
    assert read_ledger(tmp_path / "ids.toml") == {}
