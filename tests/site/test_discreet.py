"""What stays in a browser's history, in its tabs and on a shared screen:
titles, addresses and the icon alarm nobody."""

import re

import pytest

from plugins.checks.rules.addresses import tell, telling_words
from plugins.data.library import read_library
from tests.conftest import MAIN

# The beginnings of words that should not be read over a visitor's shoulder.
ALARMING = {
    "be": "гандл ахвяр рабств няволь эксплуатац гвалт згвалт секс прастытуц паліц міліц злачын небяспе пагроз уцёк прымус таямн",
    "ru": "торговл жертв рабств неволь эксплуатац насил изнасил секс проституц полиц милиц преступ опасн угроз побег принужд тайн",
    "en": "traffick victim slave exploit violen abuse rape sex prostitut police crim danger threat escap emergenc forced secret",
    "ar": "اتجار الاتجار ضحي ضحايا الضحايا عبود العبود استغلال الاستغلال عنف العنف اغتصاب جنسي شرط الشرط جريم خطر الخطر تهديد هروب إكراه",
}
LANGS = tuple(ALARMING)
QUIET = re.compile(
    r"(?:be|ru|en|ar)/(?:questions/|browsers/|contact/|about/write/|advice/(?:check|abroad|"
    r"coming-home|in-belarus|online)/)"
)
REACHED = QUIET


def alarming(text, lang):
    """The words of `text` that would alarm somebody who reads over the visitor's shoulder."""
    beginnings = "|".join(ALARMING[lang].split())
    return re.findall(rf"\b(?:{beginnings})\w*", text.casefold())


def pages(output):
    return [page for page in output.for_readers if QUIET.match(page.url)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("be", "Гвалт дома"),
        ("ru", "Жертвы насилия"),
        ("en", "Victims of trafficking"),
        ("ar", "ضحايا الاتجار"),
    ],
)
def test_words_are_found(lang, text):
    """A title that says it all would be found."""
    assert alarming(text, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_titles(content, lang):
    """No title of a page about help, safety or contact, nor of advice for somebody in trouble,
    holds such a word."""
    found = {
        page.url: alarming(page.words(page.one("title")), page.lang)
        for page in pages(content)
        if page.lang == lang
    }
    assert found
    assert {url: words for url, words in found.items() if words} == {}


def test_titles_when_sent_on(content):
    """Nor does the title that a messenger shows for the link."""
    titles = {
        page.url: (page.all("meta[@property='og:title']"), page.lang) for page in pages(content)
    }
    assert [
        url
        for url, (found, lang) in titles.items()
        if found and alarming(found[0].get("content"), lang)
    ] == []


@pytest.mark.parametrize("lang", LANGS)
def test_titles_of_answers(content, lang):
    """Nor does the title of what a form is answered with, and none says what was asked."""
    begin = (f"contact/{lang}/", f"{lang}/about/write/", f"{lang}/press/write/")
    names = [name for name in content.pages if name.startswith(begin)]
    titles = {name: content.page(name).one("title").text for name in names}
    assert len(titles) > 10
    assert {name: title for name, title in titles.items() if alarming(title, lang)} == {}
    assert len(set(titles.values())) <= 2


def test_addresses(content):
    """Nor does the address of a page about help, safety or contact."""
    urls = [page.url for page in content.for_readers if REACHED.match(page.url)]
    assert [url for url in urls if alarming(re.sub("[/-]", " ", url), "en")] == []


# Whose names are read by journalists, or by nobody.
OTHERS = (
    "counselling.txt",
    "press",
    "news",
    "manual",
    "topics",
    "theme",
    "search",
    "cards",
    "kits",
    "pictures",
)
TELLING = list(telling_words(read_library(MAIN / "content" / "data").files["addresses"]))


def test_names_of_files(content):
    """Nor does the name of a page or a file that a person in need opens or saves; what stands at
    an old address only leads on."""
    names = [name for name in content.names if not set(name.split("/")[:2]) & set(OTHERS)]
    meant = [name for name in names if not is_redirect(content.folder / name)]
    assert any(name.endswith(".pdf") for name in meant)
    assert [
        name for name in meant if list(tell(name, name.rpartition(".")[0], TELLING, lambda *_: ""))
    ] == []


def is_redirect(file):
    return file.suffix == ".html" and b'http-equiv="refresh"' in file.read_bytes()[:300]


def test_icon():
    """The icon has no words, and is the same on every page."""
    assert (
        re.findall(
            r">[^<]*\w[^<]*<", (MAIN / "theme" / "static" / "icon.svg").read_text(encoding="utf-8")
        )
        == []
    )


def test_no_manifest(content):
    """A page with a Discreet-Title has no manifest, which would give a bookmark of it the name of
    the site; nor has a page with a form."""
    pages = ("en/questions/answers/", "en/about/write/", "en/")
    found = [content.page(page).all("link[@rel='manifest']") for page in pages]
    assert list(map(len, found)) == [0, 0, 1]


def test_discreet_title(content):
    """A page with a Discreet-Title keeps its own in the text,
    and the tab does not even name the site."""
    page = content.page("en/questions/answers/")
    assert (page.words(page.one("title")), page.words(page.one("h1"))) == (
        "Questions and answers",
        "What stays confidential",
    )
