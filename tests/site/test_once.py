"""A page that lists others lists each of them once."""

import pytest

LISTING = ("section", "press-list")
LANGS = ("be", "ru", "en", "ar")


def links(element):
    """The pages to which something within `element` leads."""
    return [link.get("href").partition("#")[0] for link in element.iter("a") if link.get("href")]


def lists(content, lang):
    """Yield the pages of `lang` that list others, fallbacks among them."""
    for page in content.pages.values():
        if page.lang == lang and page.kind in LISTING:
            yield page


def repeated(page):
    """The pages that the lists of `page` say once more than its text."""
    told = {href for prose in page.of_class("prose") for href in links(prose)}
    titles = [*page.all("h2[@class='card__title']/a")]
    listed = [href for one in page.of_class("further") for href in links(one)]
    listed += [one.get("href") for one in titles]
    return sorted(told.intersection(listed)) + [one for one in listed if listed.count(one) > 1]


@pytest.mark.parametrize("lang", LANGS)
def test_once(content, lang):
    """What the text of a page leads to is not listed below it again."""
    pages = list(lists(content, lang))
    assert len(pages) > 5
    assert {page.url: found for page in pages if (found := repeated(page))} == {}


@pytest.mark.parametrize("lang", LANGS)
def test_complete(content, lang):
    """A page of a section leads to every page below it."""
    for page in lists(content, lang):
        if page.kind == "section":
            below = {
                f"/{one.url}"
                for one in content.pages.values()
                if one.url.startswith(page.url) and one.url.count("/") == page.url.count("/") + 1
            }
            assert below and below - set(links(page.one("main"))) == set(), page.url


@pytest.mark.parametrize("lang", LANGS)
def test_next(content, lang):
    """What to read next is never a page below this one, which is listed anyway."""
    for page in lists(content, lang):
        following = {href for one in page.of_class("read-next") for href in links(one)}
        assert not [href for href in following if href.startswith(f"/{page.url}")]
