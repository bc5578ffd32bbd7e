"""News and releases in lists: page after page, by year, by topic."""

import pytest

LANGS = ["be", "ru", "en"]
NEWS = ["2026-11-07-seven", "2026-08-06-six", "2026-04-05-five", "2026-01-04-four",
        "2025-09-03-three", "2025-05-02-two", "2025-03-01-one"]  # fmt: skip


def entries(page, level=2):
    return [link.get("href") for link in page.all(f"h{level}[@class='entry__title']/a")]


def news(lang, names):
    return [f"/{lang}/news/{name}/" for name in names]


@pytest.mark.parametrize("lang", LANGS)
def test_first_page(example, lang):
    """The list begins with the six newest items."""
    assert entries(example.page(f"{lang}/news/")) == news(lang, NEWS[:6])


@pytest.mark.parametrize("lang", LANGS)
def test_second_page(example, lang):
    """What does not fit stands on the next page."""
    assert entries(example.page(f"{lang}/news/page/2/")) == news(lang, NEWS[6:])


@pytest.mark.parametrize("lang", LANGS)
def test_to_and_fro(example, lang):
    """The pages of a list lead to each other."""
    to = [
        link.get("href")
        for link in example.page(f"{lang}/news/").all("nav[@class='pagination']/a[@rel='next']")
    ]
    fro = [
        link.get("href")
        for link in example.page(f"{lang}/news/page/2/").all(
            "nav[@class='pagination']/a[@rel='prev']"
        )
    ]
    assert (to, fro) == ([f"/{lang}/news/page/2/"], [f"/{lang}/news/"])


def test_short_list(example):
    """A list that fits on one page has no links to others."""
    assert example.page("be/press/").of_class("pagination") == []


@pytest.mark.parametrize(("year", "names"), [(2026, NEWS[:4]), (2025, NEWS[4:])])
def test_years(example, year, names):
    """A year has its own items, however many."""
    assert entries(example.page(f"ru/news/{year}/"), 3) == news("ru", names)


def test_months(example):
    """The months of a year are its headings, in the reader's language."""
    page = example.page("en/news/2026/")
    headings = [(one.get("id"), page.words(one)) for one in page.all("section/h2")]
    assert headings[:2] == [("month-11", "November 2026"), ("month-08", "August 2026")]


def test_old_address_of_a_month(example):
    """The address that a month once had leads to its heading on the page of the year."""
    assert "/en/news/2026/#month-11" in example.read("en/news/2026/11/index.html")


def test_years_are_offered(example):
    """The list offers every year that has items, the latest first."""
    offered = [link.get("href") for link in example.page("be/news/").of_class("tags__link")]
    assert offered[:2] == ["/be/news/2026/", "/be/news/2025/"]


@pytest.mark.parametrize("url", ["be/news/2026/", "be/topics/labour/", "be/news/page/2/"])
def test_list_page_is_in_its_language(example, url):
    """A list page that no file stands behind is a page like any other,
    in the language of its list."""
    assert example.page(url).lang == "be"


def test_topic(example):
    """A topic has news and releases together, newest first."""
    assert entries(example.page("en/topics/labour/")) == [
        "/en/news/2026-11-07-seven/",
        "/en/press/2026-06-summer/",
        "/en/news/2026-04-05-five/",
        "/en/press/2025-12-winter/",
        "/en/news/2025-09-03-three/",
        "/en/news/2025-03-01-one/",
    ]


def test_topics_of_an_item(example):
    """An item leads to its topics, by their names in its language."""
    page = example.page("ru/news/2026-11-07-seven/")
    assert [(link.get("href"), page.words(link)) for link in page.of_class("tags__link")] == [
        ("/ru/topics/labour/", "Труд"),
        ("/ru/topics/migration/", "Миграция"),
    ]


def test_home_has_the_latest(example):
    """The home page has the two latest news items, and the latest release beside them."""
    assert entries(example.page("be/"), 3) == [*news("be", NEWS[:2]), "/be/press/2026-06-summer/"]


def test_releases(example):
    """The page for journalists has every release once, the latest above the others."""
    page = example.page("be/press/")
    (latest,) = page.all("h2[@class='latest-release__title']/a")
    assert latest.get("href") == "/be/press/2026-06-summer/"
    assert entries(page, 3) == ["/be/press/2025-12-winter/"]
