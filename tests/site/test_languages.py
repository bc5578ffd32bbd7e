"""Each page speaks its own language and leads to the others."""

import pytest

DIRECTIONS = {"be": "ltr", "ru": "ltr", "en": "ltr", "ar": "rtl"}


def menu(page):
    """The language menu: language, where it leads, and whether the page is missing there."""
    links = page.of_class("language-menu__link")
    return [
        (
            link.get("hreflang"),
            link.get("href"),
            "language-menu__link--missing" in link.get("class"),
        )
        for link in links
    ]


def test_language_and_direction(example):
    """A page says its language and direction, as the folder it stands in."""
    pages = [page for page in example.pages.values() if "/" in page.name]
    wrong = [
        page.name
        for page in pages
        if (page.lang, page.root.get("dir")) != (page.name[:2], DIRECTIONS[page.name[:2]])
    ]
    assert wrong == []


def test_menu(example):
    """The menu leads to this very page in each other language that has it."""
    assert menu(example.page("be/help/hotline/")) == [
        (lang, f"/{lang}/help/hotline/", False) for lang in ("ru", "en", "ar")
    ]


def test_missing_translation(example):
    """Where a translation is missing, the menu leads to the page that stands in for it,
    and is marked."""
    assert menu(example.page("be/about/"))[-1] == (None, "/ar/about/", True)


def test_missing_translation_is_said(example):
    """The mark of a missing translation is a word, not only a colour,
    in the language of the reader."""
    page = example.page("be/about/")
    (note,) = page.of_class("language-menu__note")
    assert page.words(note) not in ("", "(start page)")


def test_current_language(example):
    """The language of the page itself is named and is no link."""
    page = example.page("ar/help/")
    (current,) = page.of_class("language-menu__current")
    assert (current.tag, page.words(current)) == ("span", "العربية")


def test_own_names(example):
    """The menu has every language in its own name, marked as such."""
    page = example.page("be/help/")
    named = [(link.get("lang"), page.words(link)) for link in page.of_class("language-menu__link")]
    assert named == [("ru", "Русский"), ("en", "English"), ("ar", "العربية")]


@pytest.mark.parametrize(
    ("lang", "words"),
    [("be", "7 лістапада 2026"), ("ru", "7 ноября 2026"), ("en", "7 November 2026")],
)
def test_dates(example, lang, words):
    """A day is written as the language writes it."""
    page = example.page(f"{lang}/news/2026-11-07-seven/")
    (day,) = page.all("p[@class='reading__day']/time")
    assert page.words(day).startswith(words)


@pytest.mark.parametrize("lang", DIRECTIONS)
def test_numbers_read_left_to_right(example, lang):
    """A telephone number is read left to right in any text."""
    links = example.page(f"{lang}/help/hotline/").of_class("number")
    assert links
    assert {link[0].get("dir") for link in links} == {"ltr"}


@pytest.mark.parametrize(
    ("url", "shown"), [("be/", True), ("be/help/hotline/", True), ("be/advice/topic/first/", True)]
)
def test_exit_link(example, url, shown):
    """A person in danger can leave at once, to an everyday page in their language."""
    assert [link.get("href") for link in example.page(url).of_class("exit-link")] == [
        "https://be.wikipedia.org/"
    ]


@pytest.mark.parametrize(
    "url", ["be/news/", "be/press/", "be/manual/words/", "be/news/2026/", "be/topics/labour/"]
)
def test_no_exit_link(example, url):
    """Pages for journalists and specialists have no such link."""
    assert example.page(url).of_class("exit-link") == []


@pytest.mark.parametrize("name", ["language-menu__link", "chooser__link"])
def test_languages_are_marked(example, name):
    """Wherever languages are listed, each name is marked with its language and its direction."""
    for page in example.for_readers:
        for link in page.of_class(name):
            marked = [one for one in [*link.iter(), *_around(page, link)] if one.get("lang")]
            code = link.get("hreflang") or marked[0].get("lang")
            assert (code, DIRECTIONS[code]) in [
                (one.get("lang"), one.get("dir")) for one in marked
            ], page.name


def test_numbers_are_isolated(example):
    """In a text from right to left every number to dial is isolated,
    so that its parts keep their order."""
    for page in (page for page in example.pages.values() if page.lang == "ar"):
        for link in page.all("a[@href]"):
            if link.get("href").startswith("tel:"):
                assert [(part.tag, part.get("dir")) for part in link] == [("bdi", "ltr")], page.name


def _around(page, link):
    """What stands around `link`."""
    return [parent for parent in page.root.iter() if link in list(parent)]
