"""The manual as a book to be read online."""

import pytest

LANGS = ["be", "ru", "en"]
CHAPTERS = ["words", "pictures", "glossary"]

NEIGHBOURS = [
    ("words", ["manual/", "manual/pictures/"]),
    ("pictures", ["manual/words/", "manual/glossary/"]),
    ("glossary", ["manual/pictures/"]),
]


@pytest.mark.parametrize("lang", LANGS)
def test_contents(example, lang):
    """The cover lists all chapters in reading order."""
    links = [
        link.get("href")
        for link in example.page(f"{lang}/manual/").all("ol[@class='book__chapters']//a")
    ]
    assert links == [f"/{lang}/manual/{name}/" for name in CHAPTERS]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("name", "neighbours"), NEIGHBOURS)
def test_neighbours(example, lang, name, neighbours):
    """A chapter leads to the one before and the one after."""
    links = [
        link.get("href")
        for link in example.page(f"{lang}/manual/{name}/").of_class("chapter-links__link")
    ]
    assert links == [f"/{lang}/{url}" for url in neighbours]


@pytest.mark.parametrize(
    ("rel", "url"), [("prev", "/be/manual/words/"), ("next", "/be/manual/glossary/")]
)
def test_direction(example, rel, url):
    """Machines can tell the way back from the way on."""
    (link,) = example.page("be/manual/pictures/").all(
        f"nav[@class='chapter-links']/a[@rel='{rel}']"
    )
    assert link.get("href") == url


def test_parts(example):
    """A long chapter lists its parts."""
    links = [
        link.get("href")
        for link in example.page("be/manual/words/").all("nav[@class='contents']//a")
    ]
    assert links == ["#one", "#two", "#three"]


def test_glossary(example):
    """The glossary has its terms in the alphabetical order of the reader's language."""
    ids = [
        [term.get("id") for term in example.page(f"{lang}/manual/glossary/").all("dt")]
        for lang in ("be", "en")
    ]
    assert ids == [["act", "means"], ["act", "means"]]


def test_glossary_in_other_languages(example):
    """A term is given in the other languages too, each marked as such."""
    page = example.page("be/manual/glossary/")
    others = [item.get("lang") for item in page.all("ul[@class='glossary__others']/li")]
    assert others == ["ru", "en", "ar"] * 2
