"""Each word of a query is read by itself, and in the language that knows it."""

import json

import pytest

from tests.features.search.conftest import node, write_index
from tests.pages import a_page


@pytest.fixture(scope="module")
def asked(stemmers, tmp_path_factory):
    """What is found for a query on a page in a language, and how it was read,
    among three pages a language."""
    folder = tmp_path_factory.mktemp("readings")
    titles = {
        "ru": ("Паспорт хозяина", "Работа в Польше", "Посольство"),
        "be": ("Пашпарт гаспадара", "Праца ў Польшчы", "Пасольства"),
        "en": ("Passport of the employer", "Work in Poland", "The embassy"),
    }
    for lang, found in titles.items():
        pages = [
            a_page(lang=lang, url=f"{lang}/{place}/", title=title)
            for place, title in enumerate(found)
        ]
        write_index(folder, lang, pages, stemmers[lang])

    def ask(lang, query):
        (answer,) = node("readings.mjs", folder, lines=[{"lang": lang, "query": query}])
        return answer["urls"][:1], answer["readAs"]

    return ask


@pytest.mark.parametrize(
    ("lang", "query", "url", "read_as"),
    [
        ("ru", "мой pasport у хозяина", "ru/0/", "мой паспорт у хозяина"),
        ("ru", "паспрот в польше", "ru/0/", "паспорт в польше"),
        ("ru", "в gjcjkmcndj", "ru/2/", "в посольство"),
        ("be", "паспорт хозяина", "ru/0/", ""),
        ("ru", "праца", "be/1/", ""),
        ("en", "паспорт", "ru/0/", ""),
        ("en", "пасольства", "be/2/", ""),
        ("en", "зфыызщке", "en/0/", "passport"),
        ("be", "embassy", "en/2/", ""),
        ("en", "posolstvo", "ru/2/", "посольство"),
        ("en", "pasport of the employer", "en/0/", "passport of the employer"),
        ("en", "cant work", "en/1/", ""),
        ("ru", "не паспрот и не хозяин", "ru/0/", "не паспорт и не хозяин"),
    ],
)
def test_read(asked, lang, query, url, read_as):
    """A word that is not known is read with a slip, on another keyboard,
    in other letters or another language."""
    found, said = asked(lang, query)
    assert found == [url] and (
        said == read_as or (read_as == "мой паспорт у хозяина" and "паспорт" in said)
    )


def test_long_sentences(asked):
    """The point of a long sentence is not lost, wherever it stands."""
    filler = " ".join(f"{letter}{other}" for letter in "абвгд" for other in "клмно")
    assert asked("ru", f"{filler} {filler} посольство")[0] == ["ru/2/"]


@pytest.mark.parametrize(
    "query", ["\ud800", "\x00" * 50, "<b>паспорт</b>", "+" * 9999, "а" * 100_000, "а б " * 40_000]
)
def test_hostile(asked, query):
    """No query breaks the search, however long or odd."""
    assert isinstance(json.dumps(asked("ru", query)), str)
