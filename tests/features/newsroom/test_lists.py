"""Dated pages in lists: page after page, by year, by topic."""

from datetime import date

import pytest

from plugins.features.newsroom.lists import gather, months, old_addresses, pages, topics, years
from plugins.model.site import Site

NAMES = {"europe": {"be": "Еўропа"}, "labour": {"be": "Праца"}, "unused": {"be": "Нічога"}}
DAYS = [date(2026, 3, 1), date(2026, 1, 1), date(2025, 6, 1), date(2024, 6, 1), date(2024, 1, 1)]


@pytest.fixture
def index(document):
    return document("be/news/index.md", title="Навіны", summary="Што новага")


@pytest.fixture
def news(document):
    """Five news items over three years, the newest first."""
    keys = [("labour",), ("labour", "europe"), (), ("labour",), ()]
    return [
        document(f"be/news/{day}-item.md", published=day, topic_keys=topic_keys)
        for day, topic_keys in zip(DAYS, keys, strict=True)
    ]


@pytest.fixture
def release(document):
    return document("be/press/2026-02-item.md", published=date(2026, 2, 2), topic_keys=("europe",))


@pytest.fixture
def site(languages, document, index, news, release):
    press = document("be/press/index.md", title="Журналістам")
    return Site(languages, [index, press, release, *news])


@pytest.mark.parametrize(("size", "parts"), [(6, 0), (5, 0), (4, 1), (2, 2), (1, 4)])
def test_number_of_pages(index, news, size, parts):
    """A list that is too long for one page continues on further ones."""
    assert len(pages(index, news, size)) == parts


def test_pages_have_all_entries(index, news):
    """Together the pages have every entry once, in order."""
    further = pages(index, news, 2)
    assert [entry for page in (index, *further) for entry in page.listing.entries] == news


def test_pages_are_numbered(index, news):
    """Each page knows its number and how many there are."""
    further = pages(index, news, 2)
    assert [(page.listing.number, page.listing.count) for page in (index, *further)] == [
        (1, 3),
        (2, 3),
        (3, 3),
    ]


def test_pages_are_linked(index, news):
    """Each page leads to the newer and the older one, and the ends lead nowhere."""
    second, third = pages(index, news, 2)
    chain = [(page.listing.newer, page.listing.older) for page in (index, second, third)]
    assert chain == [(None, second), (index, third), (second, None)]


def test_address_of_a_further_page(index, news):
    """A further page stands below its list, and shows it in the same section."""
    (second,) = pages(index, news, 3)
    assert (second.url, second.save_as, second.section, second.kind) == (
        "be/news/page/2/", "be/news/page/2/index.html", "news", "archive",
    )  # fmt: skip


def test_empty_list(index):
    """A list without entries is still a list."""
    assert pages(index, [], 6) == []
    assert index.listing.entries == []


def test_years(index, news):
    """Every year that has entries has a page, the latest first."""
    assert [(page.url, len(page.listing.entries)) for page in years(index, news)] == [
        ("be/news/2026/", 2),
        ("be/news/2025/", 1),
        ("be/news/2024/", 2),
    ]


def test_title_of_a_year(index, news):
    """The page of a year says which list and which year."""
    assert years(index, news)[0].title == "Навіны, 2026"


def test_months(index, news):
    """Every month of a year that has entries is a part of its page, the latest first."""
    found = months(years(index, news)[0])
    assert [(month.anchor, month.entries) for month in found] == [
        ("month-03", [news[0]]),
        ("month-01", [news[1]]),
    ]


def test_old_addresses(index, news):
    """The address that the page of a month once had leads to its part of the year."""
    assert old_addresses(years(index, news)[0]) == {
        "be/news/2026/03/": "be/news/2026/#month-03",
        "be/news/2026/01/": "be/news/2026/#month-01",
    }


def test_topics(site):
    """Every topic that occurs has a page, in the order of topics.toml."""
    assert [page.url for page in topics(site, "be", NAMES)] == [
        "be/topics/europe/",
        "be/topics/labour/",
    ]


def test_topic_has_news_and_releases(site, news, release):
    """The page of a topic has news and releases together, newest first."""
    assert topics(site, "be", NAMES)[0].listing.entries == [release, news[1]]


def test_gather(site):
    """All list pages of a language are gathered once each."""
    assert sorted(page.url for page in gather(site, NAMES, 2) if page.lang == "be") == [
        "be/news/2024/", "be/news/2025/", "be/news/2026/", "be/news/page/2/", "be/news/page/3/",
        "be/press/2026/", "be/topics/europe/", "be/topics/labour/",
    ]  # fmt: skip


def test_ways_to_narrow_down(site, index):
    """A list offers its own years and only the topics of its own entries."""
    gather(site, NAMES, 2)
    press = site.document("be", "press")
    assert [page.key for page in index.listing.topics] == ["topics/europe", "topics/labour"]
    assert [page.key for page in press.listing.topics] == ["topics/europe"]


def test_language_without_news(site):
    """A language without news of its own lists what stands in for them,
    and not for search engines."""
    english = [page for page in gather(site, NAMES, 2) if page.lang == "en"]
    assert {page.url for page in english} >= {
        "en/news/2026/",
        "en/news/page/2/",
        "en/topics/labour/",
    }
    assert {page.indexed for page in english} == {False}
