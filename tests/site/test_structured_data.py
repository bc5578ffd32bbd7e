"""What the pages of the example tell machines about themselves (JSON-LD)."""

import pytest

from tests.site.pages import LOCAL

REQUIRED = {
    "NGO": {"name", "url", "contactPoint"},
    "NewsArticle": {
        "headline",
        "description",
        "inLanguage",
        "url",
        "datePublished",
        "dateModified",
        "publisher",
    },
    "Article": {
        "headline",
        "description",
        "inLanguage",
        "url",
        "datePublished",
        "dateModified",
        "publisher",
    },
    "Book": {"name", "inLanguage", "url", "publisher"},
    "Chapter": {"name", "inLanguage", "url", "position", "isPartOf"},
    "BreadcrumbList": {"itemListElement"},
}

PAGES = [
    ("be/", "NGO"),
    ("be/news/2026-11-07-seven/", "NewsArticle"),
    ("be/press/2026-06-summer/", "NewsArticle"),
    ("be/advice/topic/first/", "Article"),
    ("ar/questions/phone/", "Article"),
    ("en/manual/", "Book"),
    ("en/manual/words/", "Chapter"),
    ("en/manual/glossary/", "Chapter"),
]


@pytest.mark.parametrize(("url", "kind"), PAGES)
def test_kind(example, url, kind):
    """Each kind of page says what it is."""
    assert kind in [thing["@type"] for thing in example.page(url).things]


def test_required(example):
    """Each thing has the properties it is asked for."""
    things = [(page.url, thing) for page in example.pages.values() for thing in page.things]
    assert [
        (url, thing["@type"]) for url, thing in things if not REQUIRED[thing["@type"]] <= set(thing)
    ] == []


def test_address(example):
    """Each thing on a page has the address and the language of that page,
    or of the one it stands in for."""
    for page in example.pages.values():
        home = "".join(link.get("href") for link in page.all("link[@rel='canonical']"))
        for thing in page.things:
            if "inLanguage" in thing:
                assert (thing["url"], thing["inLanguage"]) == (
                    home,
                    home.removeprefix(f"{LOCAL}/")[:2],
                )


def test_trail(example):
    """The way back that machines read is the one that readers see, and ends at the page itself."""
    page = example.page("ru/advice/topic/first/")
    (breadcrumbs,) = [thing for thing in page.things if thing["@type"] == "BreadcrumbList"]
    items = [step["item"] for step in breadcrumbs["itemListElement"]]
    assert items == [
        *(f"{LOCAL}{link.get('href')}" for link in page.all("nav[@class='breadcrumbs']//a")),
        f"{LOCAL}/{page.url}",
    ]


def test_chapters_are_numbered(example):
    """Chapters know their place in the book."""
    places = [
        example.page(f"be/manual/{name}/").things[0]["position"]
        for name in ("words", "pictures", "glossary")
    ]
    assert places == [1, 2, 3]
