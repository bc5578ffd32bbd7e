"""The contact for the press, as its card says it."""

import pytest


def facts(page):
    return [page.words(item) for item in page.all("ul[@class='contact-card__facts']/li")]


def test_known(example):
    """Where the languages are known, they are named in themselves."""
    assert "Беларуская, Русский" in facts(example.page("en/questions/"))


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("be", ["гадзіны працы ўдакладняем", "мовы ўдакладняем"]),
        ("ru", ["часы работы уточняем", "языки уточняем"]),
        ("en", ["hours being confirmed", "languages being confirmed"]),
    ],
)
def test_being_confirmed(content, lang, words):
    """Where they are not, they read that it is being confirmed, and no guess."""
    assert [
        fact for fact in facts(content.page(f"{lang}/press/press-contact/")) if fact in words
    ] == words


def test_only_for_press(content):
    """A person in need is not told of languages nobody has confirmed."""
    assert "languages being confirmed" not in facts(content.page("en/questions/phone/"))
