"""What machines read about a page (schema.org, as JSON-LD)."""

import json
from datetime import date

import pytest

from plugins.features.newsroom.offered import Offered, Size
from plugins.features.seo.sitemap import sitemap
from plugins.features.seo.structured_data import Publisher, describe
from plugins.model.document import Change, Review

KINDS = [
    ("be/index.md", "NGO"),
    ("be/news/2026-11-24-a.md", "NewsArticle"),
    ("be/press/2026-11-a.md", "NewsArticle"),
    ("be/advice/01-topic/01-a.md", "Article"),
    ("be/questions/01-a.md", "Article"),
    ("be/press/facts-and-figures.md", "Dataset"),
    ("be/manual/index.md", "Book"),
    ("be/manual/01-a.md", "Chapter"),
    ("be/manual/10-glossary.md", "Chapter"),
]

REQUIRED = {
    "NGO": {"name", "url", "contactPoint"},
    "NewsArticle": {"headline", "inLanguage", "url", "datePublished", "dateModified", "publisher"},
    "Article": {"headline", "inLanguage", "url", "datePublished", "dateModified", "publisher"},
    "Dataset": {"name", "description", "inLanguage", "url", "license", "creator"},
    "Book": {"name", "inLanguage", "url", "publisher"},
    "Chapter": {"name", "inLanguage", "url", "position", "isPartOf"},
}


@pytest.fixture
def publisher(contacts):
    return Publisher("La Strada", "https://example.org", contacts["hotline"])


@pytest.fixture
def describe_file(document, publisher):
    """What is said of a file, thing by thing."""

    def things(file, **fields):
        page = document(
            file, **{"published": date(2026, 11, 1), "written": date(2026, 11, 24)} | fields
        )
        text = describe(page, publisher, document("be/manual/index.md"))
        return json.loads(text)["@graph"] if text else []

    return things


@pytest.mark.parametrize(("file", "kind"), KINDS)
def test_kind(describe_file, file, kind):
    """Each kind of page is a thing that schema.org knows."""
    assert describe_file(file)[0]["@type"] == kind


@pytest.mark.parametrize(("file", "kind"), KINDS)
def test_properties(describe_file, file, kind):
    """Each thing has the properties it is asked for."""
    assert REQUIRED[kind] <= set(describe_file(file)[0])


def test_images(describe_file):
    """A release with pictures says where they are."""
    size = Size("kits/2026-11-a/web/road.jpg", "JPEG", 1600, 900)
    found = describe_file("be/press/2026-11-a.md", pictures=(Offered(None, size, size, size, ""),))
    assert found[0]["image"] == ["https://example.org/kits/2026-11-a/web/road.jpg"]


def test_plain_page(describe_file):
    """Of an ordinary page without a way back nothing is said."""
    assert describe_file("be/about.md") == []


def test_trail(describe_file, document):
    """The way back to the home page is told step by step, the page itself last."""
    (thing,) = describe_file(
        "be/about.md", breadcrumbs=(document("be/index.md", title="Галоўная"),), title="Пра нас"
    )
    assert [
        (step["position"], step["name"], step["item"]) for step in thing["itemListElement"]
    ] == [
        (1, "Галоўная", "https://example.org/be/"),
        (2, "Пра нас", "https://example.org/be/about/"),
    ]


def test_days(describe_file):
    """An article says when it was published and when its text is of."""
    article = describe_file("be/news/2026-11-24-a.md")[0]
    assert (article["datePublished"], article["dateModified"]) == ("2026-11-01", "2026-11-24")


def test_reviewed_before_published(describe_file):
    """An article was never modified before it was published."""
    article = describe_file("be/news/2026-11-24-a.md", written=date(2025, 1, 1))[0]
    assert article["dateModified"] == "2026-11-01"


@pytest.mark.parametrize(
    "file", ["be/news/2026-11-24-a.md", "be/press/2026-11-a.md", "be/advice/a.md", "be/manual/a.md"]
)
def test_modified_as_in_the_sitemap(describe_file, document, file):
    """The day of the latest change is the same for every machine,
    also when a correction came last."""
    given = {"corrections": (Change(date(2026, 11, 26), "what"),), "written": date(2026, 11, 24)}
    assert describe_file(file, **given)[0]["dateModified"] == "2026-11-26"
    assert "<lastmod>2026-11-26</lastmod>" in sitemap(
        [document(file, **given)], "https://example.org", "en"
    )


def test_reviewed_later(describe_file):
    """An article that was reviewed after it was written says when it was reviewed."""
    article = describe_file(
        "be/news/2026-11-24-a.md", reviewed=Review(date(2026, 12, 1), "editor")
    )[0]
    assert article["dateModified"] == "2026-12-01"


def test_hotline(describe_file):
    """The organisation can be reached by its hotline."""
    assert describe_file("be/index.md")[0]["contactPoint"]["telephone"] == "113"


def test_no_hotline(document):
    """Without a hotline nothing is said of one."""
    assert "contactPoint" not in describe(
        document("be/index.md"), Publisher("La Strada", "https://example.org")
    )


def test_safe_in_a_script(document, publisher):
    """No title can end the script element it stands in."""
    assert "<" not in describe(document("be/manual/index.md", title="</script><b>"), publisher)
