"""The words of the glossary, found in every form and linked once."""

import pytest

from plugins.data.entries import Term
from plugins.features.manual.terms import finders, linked

TERMS = [
    Term("trafficking", {"be": "гандаль людзьмі", "en": "trafficking in human beings"}),
    Term("labour", {"be": "прымусовая праца", "en": "forced labour"}),
    Term("exploitation", {"be": "эксплуатацыя", "en": "exploitation"}),
    Term("sexual", {"be": "сексуальная эксплуатацыя", "en": "sexual exploitation"}),
    Term("act", {"be": "дзеянне", "en": "act"}),
]
FOUND = [
    ("be", "<p>Пра гандлю людзьмі і гандаль людзьмі.</p>", ["гандаль людзьмі"]),
    ("be", "<p>Ахвяры прымусовай працы.</p>", ["прымусовай працы"]),
    ("be", "<p>Формы эксплуатацыі.</p>", ["эксплуатацыі"]),
    ("be", "<p>Сексуальнай эксплуатацыі.</p>", ["Сексуальнай эксплуатацыі"]),
    ("en", "<p>Forced labour, forced labour.</p>", ["Forced labour"]),
    ("en", "<p>Act now.</p>", []),
    ("en", "<blockquote><p>Exploitation.</p></blockquote>", []),
    (
        "en",
        "<details><summary>Exploitation</summary><p>Forced  labours</p></details>",
        ["Forced  labours"],
    ),
    ("be", "<p>ЭКСПЛУАТАЦЫЯ</p>", ["ЭКСПЛУАТАЦЫЯ"]),
    ("en", "<h2>Exploitation</h2><p>and <a href='x'>exploitation</a></p>", []),
]


@pytest.mark.parametrize(("lang", "html", "words"), FOUND)
def test_linked(lang, html, words):
    """The first use of a term leads to its entry, in whatever case;
    headings, links, quotes and short words are left alone."""
    text = linked(html, finders(TERMS, lang), "/g/")
    assert text.count('<a class="term"') == len(words)
    assert all(f">{word}</a>" in text for word in words)


@pytest.mark.parametrize(("lang", "html", "words"), FOUND)
def test_signs(lang, html, words):
    """A text without the signs of a term has no use of it, so that most texts are not searched."""
    missed = [
        key
        for key, one in finders(TERMS, lang).items()
        if one.pattern.search(html) and any(sign not in html.lower() for sign in one.signs)
    ]
    assert missed == []


def test_ordinary():
    """A word that is said in other meanings too is left alone."""
    assert finders([Term("act", {"en": "activity"}, ordinary=True)], "en") == {}


def test_other_language():
    """A language in which nothing is explained has nothing to link."""
    assert finders(TERMS, "ar") == {}
