"""How search engines find each page and its translations."""

import pytest

from plugins.model.address import address
from tests.conftest import EXAMPLE
from tests.site.pages import LOCAL


def indexed(output):
    """Every page that says itself at which address it wants to be found, but the chooser."""
    return [
        page
        for page in output.pages.values()
        if page.all("link[@rel='canonical']") and page.url and not hidden(page)
    ]


def hidden(page):
    """Whether a page asks search engines to leave it out."""
    return bool(page.all("meta[@name='robots'][@content='noindex']"))


@pytest.fixture(params=["example", "under_a_path"])
def output(request):
    return request.getfixturevalue(request.param)


def test_sitemap_has_every_page(output):
    """The sitemap has every page that may be found, and no other."""
    assert set(output.sitemap) == {f"{output.site_url}/{page.url}" for page in indexed(output)}


def test_sitemap_entry_lists_itself(output):
    """Every entry of the sitemap is one of its own alternates."""
    assert [
        loc for loc, alternates in output.sitemap.items() if loc not in dict(alternates).values()
    ] == []


def test_sitemap_entry_has_a_default(output):
    """Every entry says where readers of other languages go."""
    assert [
        loc for loc, alternates in output.sitemap.items() if alternates[-1][0] != "x-default"
    ] == []


def test_alternates_are_absolute(output):
    """Every alternate is a whole address of this site."""
    links = [href for alternates in output.sitemap.values() for _, href in alternates]
    assert [href for href in links if not href.startswith(f"{output.site_url}/")] == []


def test_alternates_are_reciprocal(output):
    """A page that is an alternate of another has the very same alternates."""
    for loc, alternates in output.sitemap.items():
        for lang, href in alternates:
            assert lang == "x-default" or output.sitemap[href] == alternates, (loc, href)


def test_all_translations(example):
    """An entry lists all translations there are, and no others."""
    assert [lang for lang, _ in example.sitemap[f"{LOCAL}/ar/questions/"]] == [
        "be",
        "ru",
        "en",
        "ar",
        "x-default",
    ]
    assert [lang for lang, _ in example.sitemap[f"{LOCAL}/ru/about/"]] == [
        "be",
        "ru",
        "en",
        "x-default",
    ]


@pytest.mark.parametrize(
    ("url", "default"),
    [
        ("be/", f"{LOCAL}/"),
        ("be/questions/", f"{LOCAL}/en/questions/"),
        ("ru/about/", f"{LOCAL}/en/about/"),
    ],
)
def test_default(example, url, default):
    """Readers of other languages go to the English page, and from a home page to the chooser."""
    assert example.sitemap[f"{LOCAL}/{url}"][-1] == ("x-default", default)


def test_head_and_sitemap_agree(output):
    """The alternates in the head of a page are those in the sitemap."""
    differing = [
        page.url
        for page in indexed(output)
        if page.alternates != output.sitemap[f"{output.site_url}/{page.url}"]
    ]
    assert differing == []


def test_canonical(output):
    """A page says its own address."""
    wrong = [
        page.url
        for page in indexed(output)
        if page.one("link[@rel='canonical']").get("href") != f"{output.site_url}/{page.url}"
    ]
    assert wrong == []


def test_chooser_has_the_home_pages(example):
    """The chooser has the home pages as alternates and is itself the one for everybody else."""
    assert example.page("").alternates == example.sitemap[f"{LOCAL}/be/"]


def test_not_to_be_found(example):
    """404 pages, the style guide, and in Arabic all that is not translated ask not to be found."""
    asking = {page.name for page in example.pages.values() if hidden(page)}
    own = {
        address(file.relative_to(EXAMPLE).as_posix()).save_as for file in EXAMPLE.glob("ar/**/*.md")
    }
    arabic = {
        name
        for name in example.pages
        if name.startswith("ar/") and name not in own - {"ar/404.html"}
    }
    names = ("404.html", "style-guide/index.html")
    assert asking == {
        "404.html",
        *arabic,
        *(f"{lang}/{name}" for lang in ("be", "ru", "en") for name in names),
    }


def test_fallback_is_the_original_to_search_engines(example):
    """A page in the text of another language says at which address that text is at home,
    and has no alternates."""
    page = example.page("ar/about/")
    assert page.one("link[@rel='canonical']").get("href") == f"{LOCAL}/en/about/"
    assert page.all("link[@rel='alternate'][@hreflang]") == []


def test_no_hidden_alternate(example):
    """No page leads search engines to one that asks not to be found."""
    hidden_urls = {f"{LOCAL}/{page.url}" for page in example.pages.values() if hidden(page)}
    assert [
        page.url
        for page in example.pages.values()
        if hidden_urls & {href for _, href in page.alternates}
    ] == []


def test_description(example):
    """Every page that may be found describes itself in a sentence."""
    assert [
        page.url
        for page in indexed(example)
        if not page.one("meta[@name='description']").get("content")
    ] == []


def test_titles(example):
    """No two pages of a language that may be found have the same title."""
    titles = {}
    for page in indexed(example):
        titles.setdefault((page.lang, page.words(page.one("title"))), []).append(page.url)
    assert [urls for urls in titles.values() if len(urls) > 1] == []
