"""What the output folder of the example holds."""

import re

import pytest

from plugins.features.search.scripts import FILES
from tests.conftest import EXAMPLE
from tests.site.pages import build

ALL = ["be", "ru", "en", "ar"]
COMPLETE = ["be", "ru", "en"]

IN_EVERY_LANGUAGE = [
    "index.html",
    "404.html",
    "contact/index.html",
    "questions/index.html",
    "questions/phone/index.html",
    "search/index.html",
    "style-guide/index.html",
]
IN_COMPLETE_LANGUAGES = [
    "about/index.html",
    "advice/index.html",
    "advice/topic/index.html",
    "advice/topic/first/index.html",
    "languages/index.html",
    "manual/index.html",
    "manual/words/index.html",
    "manual/pictures/index.html",
    "manual/glossary/index.html",
    "news/index.html",
    "news/page/2/index.html",
    "news/2026-11-07-seven/index.html",
    "news/2025/index.html",
    "news/2026/index.html",
    "news/feed.xml",
    "press/index.html",
    "press/2026-06-summer/index.html",
    "press/2025/index.html",
    "press/2026/index.html",
    "press/2026/06/index.html",
    "press/feed.xml",
    "prevention/materials/index.html",
    "prevention/materials/card/index.html",
    "topics/labour/index.html",
    "topics/migration/index.html",
]
AT_THE_ROOT = [
    "index.html",
    "404.html",
    "sitemap.xml",
    "robots.txt",
    "icon.svg",
    "apple-touch-icon.png",
    "favicon.ico",
    "icons/192.png",
    "icons/512.png",
    "icons/maskable.png",
    "icons/monochrome.png",
    "manifest.json",
    "_headers",
    "_redirects",
    "media/road.svg",
]
ABSENT = [
    "be/topics/unused/index.html",
    "be/news/page/3/index.html",
    "be/press/page/2/index.html",
    "ar/news/feed.xml",
]


@pytest.mark.parametrize("name", AT_THE_ROOT)
def test_at_the_root(example, name):
    """The root has what belongs to no language or to all."""
    assert name in example.names


@pytest.mark.parametrize("lang", ALL)
@pytest.mark.parametrize("name", IN_EVERY_LANGUAGE)
def test_in_every_language(example, lang, name):
    """Every language has the pages nobody can do without."""
    assert f"{lang}/{name}" in example.names


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("name", IN_COMPLETE_LANGUAGES)
def test_in_complete_languages(example, lang, name):
    """A complete language has every page, every list and every feed."""
    assert f"{lang}/{name}" in example.names


@pytest.mark.parametrize(
    "name", [name for name in IN_COMPLETE_LANGUAGES if not name.endswith(".xml")]
)
def test_stand_ins(example, name):
    """A language that is not complete has every page too, in the text of another,
    but no feed of others' news."""
    assert f"ar/{name}" in example.names


@pytest.mark.parametrize("name", ABSENT)
def test_absent(example, name):
    """What has nothing to show is not written."""
    assert name not in example.names


# Names that change with their content, or of which there are as many as there are pages.
MEANT = [
    r"theme/[a-z-]+-(ltr|rtl)\.[0-9a-f]{10}\.css",
    r"theme/(chooser|copy|exit-page|no-entry|contact-form)\.[0-9a-f]{10}\.js",
    rf"theme/(search-box|{'|'.join(FILES)})\.[0-9a-f]{{10}}\.js",
    r"[a-z]{2}/(press/(corrections|pictures)|manual/(whole|terms))/index\.html",
    r"[a-z]{2}/(news|press)/\d{4}/\d{2}/index\.html",
    r"[a-z]{2}/(news|press|topics/[a-z-]+)/feed\.(json|xml)",
    r"cards/[a-z]{2}-[0-9a-f]{12}\.png",
    r"[a-z]{2}/(manual|press)/.*\.(bib|ris|csl\.json)",
    r"contact/languages\.txt|search/(need|phrases|single)-[\w-]+\.json",
    r"([a-z]{2})/manual/manual-\1\.(pdf|epub|checklists\.pdf)",
    r"([a-z]{2})/prevention/materials/([a-z-]+)/\2-\1(\.cut)?\.(pdf|odt|odp)",
    r"([a-z]{2})/press/calendar-\1\.ics|logo/wordmark\.(svg|png)",
    r"offline/travel-notes-[a-z]{2}\.html",
    r"search/[a-z]{2}(\.json|/(table-|variants-|[tewfrvd]\d+-)[\w-]{3,4}\.(json|txt))",
]


def test_nothing_else(example):
    """The folder holds nothing that is not meant to be there."""
    meant = {*AT_THE_ROOT, *(f"{lang}/{name}" for lang in ALL for name in IN_EVERY_LANGUAGE)}
    meant |= {f"{lang}/{name}" for lang in ALL for name in IN_COMPLETE_LANGUAGES}
    rest = {
        name
        for name in example.names - meant
        if not any(re.fullmatch(pattern, name) for pattern in MEANT)
    }
    assert {re.sub(r"^[a-z]{2}/(news|press)/\d{4}-\d{2}-.*", r"\1", name) for name in rest} <= {
        "news",
        "press",
    }


def test_stylesheets(example):
    """All pages of one direction share one stylesheet, named after its content; a few kinds have
    one more."""
    found = {
        (page.root.get("dir"), page.all("link[@rel='stylesheet']")[0].get("href")[:16])
        for page in example.for_readers
    }
    assert found == {("ltr", "/theme/site-ltr."), ("rtl", "/theme/site-rtl.")}
    assert len([name for name in example.names if name.startswith("theme/site-")]) == 2


def test_robots(example):
    """Robots may read everything and are told of the sitemap."""
    assert (
        example.read("robots.txt")
        == f"User-agent: *\nAllow: /\n\nSitemap: {example.site_url}/sitemap.xml\n"
    )


def test_same_bytes(example, tmp_path):
    """The same content gives the same bytes."""
    again = build(EXAMPLE, tmp_path)
    assert again.names == example.names
    assert [
        name
        for name in sorted(example.names)
        if (example.folder / name).read_bytes() != (again.folder / name).read_bytes()
    ] == []
