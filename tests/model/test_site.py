"""The site answers what templates and plugins ask about its documents."""

from datetime import date

import pytest

from plugins.model.document import Reference
from plugins.model.site import Site

FILES = [
    "be/index.md",
    "be/404.md",
    "be/questions/index.md",
    "be/questions/02-second.md",
    "be/questions/01-first.md",
    "be/news/index.md",
    "be/news/2026-01-02-old.md",
    "be/news/2026-03-04-new.md",
    "be/press/index.md",
    "be/press/2026-02-release.md",
    "en/questions/01-first.md",
    "en/index.md",
]


@pytest.fixture
def site(languages, document):
    days = {
        "be/news/2026-01-02-old.md": date(2026, 1, 2),
        "be/news/2026-03-04-new.md": date(2026, 3, 4),
    }
    days["be/press/2026-02-release.md"] = date(2026, 2, 5)
    return Site(languages, [document(file, published=days.get(file)) for file in reversed(FILES)])


def keys(documents):
    return [document.key for document in documents]


def test_document(site):
    """A document is found by language and key."""
    assert site.document("be", "questions/first").file == "be/questions/01-first.md"


def test_missing_document(site):
    """A document that a language does not have is None."""
    assert site.document("en", "questions") is None


def test_chosen(site):
    """Chosen documents stand in the order of the keys; what is missing is left out."""
    assert keys(site.chosen("be", ["questions/second", "nothing", "questions"])) == [
        "questions/second",
        "questions",
    ]


def test_children(site):
    """The pages below a page stand in the order of their numbers."""
    assert keys(site.children(site.document("be", "questions"))) == [
        "questions/first",
        "questions/second",
    ]


def test_children_of_home(site):
    """The home page has the sections below it, and not the 404 page."""
    assert keys(site.children(site.document("be", "home"))) == ["news", "press", "questions"]


def topic(document, languages, *targets, following=()):
    """A site whose page `questions` leads to `targets`, and offers `following` to read next."""
    references = tuple(Reference("document", target, 1) for target in targets)
    made = document("be/questions/index.md", references=references, next_keys=following)
    others = [one for one in FILES if one != "be/questions/index.md"]
    files = [*others, "be/questions/03-topic/index.md", "be/questions/03-topic/01-page.md"]
    return made, Site(languages, [made, *map(document, files)])


def test_further(document, languages):
    """The pages below a page, but those that its text leads to, stand below its text."""
    page, site = topic(document, languages, "be/questions/02-second.md", "media/no page.md")
    assert keys(site.further(page)) == ["questions/first", "questions/topic"]


def test_further_topics(document, languages):
    """A topic stands there all the same: it brings its own pages."""
    page, site = topic(document, languages, "be/questions/03-topic/index.md")
    assert "questions/topic" in keys(site.further(page))


def test_read_next(document, languages):
    """What stands below a page is not what to read next."""
    page, site = topic(document, languages, following=("questions/first", "news"))
    assert keys(site.read_next(page)) == ["news"]


@pytest.mark.parametrize("section", ["news", "press"])
def test_dated_pages_are_no_children(site, section):
    """Dated pages are left to the lists."""
    assert site.children(site.document("be", section)) == []


def test_dated(site):
    """Dated pages come newest first."""
    assert keys(site.dated("be", "news")) == ["news/2026-03-04-new", "news/2026-01-02-old"]


def test_homes(site):
    """Every language has its home page, in the order of the languages."""
    assert [home.lang for home in site.homes()] == ["be", "en"]


def test_count(site):
    """The 404 page does not count as a page somebody can look for."""
    assert (site.count("be"), site.count("en")) == (9, 2)


def test_count_what_is_written(site, document):
    """Nor does the page of a country, which nobody has written."""
    site.add([document("en/questions/countries/pl.md", kind="country", country="PL")])
    assert site.count("en") == 2


def test_trail(site):
    """The way back begins at the home page and leaves the page itself out."""
    assert keys(site.breadcrumbs(site.document("be", "questions/first"))) == ["home", "questions"]


def test_trail_with_a_gap(site):
    """A step that is missing in a language is shown in another."""
    assert [
        (step.key, step.content_language is not None)
        for step in site.breadcrumbs(site.document("en", "questions/first"))
    ] == [("home", False), ("questions", True)]


def test_trail_of_home(site):
    """The home page has no way back."""
    assert site.breadcrumbs(site.document("be", "home")) == ()


def test_alternates(site):
    """A page knows every language of the site: itself, where it exists, and where it is missing."""
    found = site.alternates(site.document("be", "questions"))
    assert [(a.language.code, a.document and a.document.file, a.current) for a in found] == [
        ("be", "be/questions/index.md", True),
        ("en", None, False),
    ]


def test_by_letter(site, document):
    """The index has every page under its first letter, in alphabetical order;
    digits and foreign letters come last."""
    titles = {
        "be/a.md": "Ялта",
        "be/b.md": "ёлка",
        "be/c.md": "Ежа",
        "be/d.md": "Яна",
        "be/e.md": "2026",
        "be/f.md": "GRETA",
    }
    few = Site(site.languages, [document(file, title=title) for file, title in titles.items()])
    found = {
        letter: [page.title for page in pages] for letter, pages in few.by_letter("be").items()
    }
    assert list(found.items()) == [
        ("Е", ["Ежа"]),
        ("Ё", ["ёлка"]),
        ("Я", ["Ялта", "Яна"]),
        ("0–9", ["2026"]),
        ("A–Z", ["GRETA"]),
    ]


def test_index_leaves_out_what_is_not_indexed(languages, document):
    """A page that search engines must not show is not in the index."""
    assert Site(languages, [document("be/404.md", indexed=False)]).by_letter("be") == {}


def test_added_documents_come_last(site, document):
    """Documents that join later stand after those that are there already, and can be found."""
    late = document("be/about.md")
    site.add([late])
    assert site.documents[-1] is late is site.document("be", "about")
