"""The words of the glossary, found in every form and linked once."""

import pytest

from plugins.data.entries import Term
from plugins.manual.terms import linked, patterns

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
    ("en", "<h2>Exploitation</h2><p>and <a href='x'>exploitation</a></p>", []),
]


@pytest.mark.parametrize(("lang", "html", "words"), FOUND)
def test_linked(lang, html, words):
    """The first use of a term leads to its entry, in whatever case; headings, links and short words are left alone."""
    text = linked(html, patterns(TERMS, lang), "/g/")
    assert text.count('<a class="term"') == len(words)
    assert all(f">{word}</a>" in text for word in words)


def test_other_language():
    """A language in which nothing is explained has nothing to link."""
    assert patterns(TERMS, "ar") == {}
