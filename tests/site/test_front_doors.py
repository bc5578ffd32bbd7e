"""The chooser of languages at the root, and the pages that say a page is missing."""

import pytest

OWN_NAMES = {"be": "Беларуская", "ru": "Русский", "en": "English", "ar": "العربية"}


@pytest.fixture
def chooser(example):
    return example.page("")


def test_own_names(chooser):
    """The chooser lists every language in its own name."""
    assert [chooser.words(name) for name in chooser.of_class("chooser__language")] == list(
        OWN_NAMES.values()
    )


def test_chooser_leads_home(chooser):
    """Each choice leads to the home page of its language, and says which language that is."""
    links = [(link.get("hreflang"), link.get("href")) for link in chooser.of_class("chooser__link")]
    assert links == [(lang, f"/{lang}/") for lang in OWN_NAMES]


def test_chooser_marks_languages(chooser):
    """Each choice is marked with its language and direction."""
    marked = [(item.get("lang"), item.get("dir")) for item in chooser.of_class("chooser__list")[0]]
    assert marked == [("be", "ltr"), ("ru", "ltr"), ("en", "ltr"), ("ar", "rtl")]


def test_chooser_redirects_nobody(example):
    """The chooser sends nobody away by itself."""
    assert 'http-equiv="refresh"' not in example.read("index.html")


def test_scripts_are_files(example):
    """The scripts of the chooser are files of this site, and load as modules."""
    scripts = example.pages["index.html"].all("script[@src]")
    found = [
        (one.get("type"), one.get("src").removeprefix("/") in example.names) for one in scripts
    ]
    assert found == [("module", True)] * 3


@pytest.mark.parametrize("lang", OWN_NAMES)
def test_missing_page(example, lang):
    """The 404 page of a language is in that language and leads to its home page."""
    page = example.page(f"{lang}/404.html")
    assert page.lang == lang
    assert f"/{lang}/" in [link.get("href") for link in page.all("main//a")]


def test_missing_page_anywhere(example):
    """The server's own 404 page speaks every language."""
    page = example.page("404.html")
    assert [item.get("lang") for item in page.all("ul[@class='chooser__list']/li")] == list(
        OWN_NAMES
    )


def test_missing_page_uses_absolute_addresses(example):
    """A 404 page is shown at any address, so none of its links depends on where it stands."""
    hrefs = [
        link.get("href")
        for name in ("404.html", "be/404.html")
        for link in example.page(name).all("*[@href]")
    ]
    assert [href for href in hrefs if not href.startswith(("/", "#", "tel:", "https://"))] == []
