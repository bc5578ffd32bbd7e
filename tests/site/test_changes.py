"""A release that was corrected, and one that was withdrawn."""

import json
import shutil

import pytest

from tests.conftest import EXAMPLE
from tests.site.pages import build

SUMMER, WINTER = "en/press/2026-06-summer", "en/press/2025-12-winter"


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """The example, where the summer release was corrected twice and the winter one withdrawn."""
    folder = tmp_path_factory.mktemp("changes")
    copy = shutil.copytree(EXAMPLE, folder / "content")
    lines = {
        SUMMER: "Corrected:\n    2026-06-03 | The day was wrong.\n    2026-06-09 | The hour, too.\n",
        WINTER: "Withdrawn: 2026-01-02 | The figure was not ours.\n",
    }
    for name, line in lines.items():
        file = copy / f"{name}.md"
        file.write_text(
            file.read_text(encoding="utf-8").replace("Topics:", f"{line}Topics:"), encoding="utf-8"
        )
    return build(copy, folder)


def test_corrected(changed):
    """A corrected page says what was wrong and when, the latest first."""
    page = changed.page(f"{SUMMER}/")
    (note,) = [one for one in page.all("aside") if one.get("aria-labelledby") == "corrected"]
    assert (
        page.words(note) == "Corrected 9 June 2026: The hour, too. 3 June 2026: The day was wrong."
    )


def test_modified(changed):
    """Machines learn the day of the latest correction where it is later than the review."""
    (article,) = [
        thing for thing in changed.page(f"{SUMMER}/").things if thing["@type"] == "NewsArticle"
    ]
    assert article["dateModified"] >= "2026-06-09"


def test_in_every_form(changed):
    """The text to paste says so too."""
    assert "The hour, too." in changed.read(f"{SUMMER}/2026-06-summer-{SUMMER[:2]}.txt")


def test_withdrawn(changed):
    """A withdrawn release leaves its page, which says why, without the text and without files."""
    page = changed.page(f"{WINTER}/")
    assert "The figure was not ours." in page.text and page.of_class("downloads") == []


def test_withdrawn_leaves_lists(changed):
    """No list and no feed offers what was withdrawn."""
    names = ["en/press/index.html", "en/press/feed.xml", "en/press/feed.json"]
    assert [name for name in names if f"/{WINTER}/" in changed.read(name)] == []


def test_corrections(changed):
    """The page of corrections has both, the latest change first."""
    links = [
        link.get("href")
        for link in changed.page("en/press/corrections/").all("main//ul[@class='links']/li/a")
    ]
    assert links == [f"/{SUMMER}/", f"/{WINTER}/"]


def test_json_feed(changed):
    """A JSON feed has what its version requires, and the day of the correction."""
    feed = json.loads(changed.read("en/press/feed.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert all(item["id"] and item["content_html"] for item in feed["items"])
    assert feed["items"][0]["date_modified"] == "2026-06-09T00:00:00Z"


def test_feed_of_a_topic(changed):
    """Each topic has its feeds in each language."""
    found = {name for name in changed.names if "/topics/labour/feed." in name}
    assert {
        f"{lang}/topics/labour/feed.{form}"
        for lang in ("be", "ru", "en")
        for form in ("xml", "json")
    } <= found
