"""Each page speaks its own language and leads to the others."""

import re

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
    assert menu(example.page("be/questions/phone/")) == [
        (lang, f"/{lang}/questions/phone/", False) for lang in ("ru", "en", "ar")
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
    page = example.page("ar/questions/")
    (current,) = page.of_class("language-menu__current")
    assert (current.tag, page.words(current)) == ("span", "العربية")


def test_own_names(example):
    """The menu has every language in its own name, marked as such."""
    page = example.page("be/questions/")
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
    links = example.page(f"{lang}/questions/phone/").of_class("number")
    assert links
    assert {link[0].get("dir") for link in links} == {"ltr"}


EXITS = {
    "be": "https://be.wikipedia.org/",
    "ru": "https://ru.wikipedia.org/",
    "en": "https://en.wikipedia.org/",
    "ar": "https://ar.wikipedia.org/",
}


def strip_links(page):
    """Where the links of the strip on top lead, in their order."""
    return [link.get("href") for strip in page.of_class("help-strip") for link in strip.iter("a")]


def test_exit_link(example):
    """Every page, the chooser and the 404 page too, has at the end of its strip a link that leaves
    at once, to an everyday page in its language."""
    led = {page.name: (strip_links(page)[-1:], page.lang) for page in example.for_readers}
    wrong = [name for name, (found, lang) in led.items() if found != [EXITS[lang]]]
    assert ({"index.html", "404.html"} <= led.keys(), wrong) == (True, [])


def test_hotline_everywhere(example):
    """In the same strip stand the numbers for danger and the hotline."""
    dialled = {page.name: set(strip_links(page)) for page in example.for_readers}
    assert [name for name, found in dialled.items() if not {"tel:155", "tel:150"} <= found] == []


@pytest.mark.parametrize("url", ["", "404.html"])
def test_exit_in_each_language(example, url):
    """Pages in all languages lead out in each of them."""
    links = example.page(url).all("main//a[@class='exit-link']")
    assert [link.get("href") for link in links] == list(EXITS.values())


def test_quiet_exit(example):
    """Only on pages of the press section is the link a quiet one."""
    quiet = [page.url for page in example.for_readers if page.of_class("exit-link--quiet")]
    assert quiet and all(re.match("../press/", url) for url in quiet)


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
