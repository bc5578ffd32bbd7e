"""Everyday words and words of need, from content/data/search.toml."""

import pytest

from plugins.search.stemmer import read_stemmer
from plugins.search.words import phrases, read_words
from tests.conftest import MAIN
from tests.search.conftest import LANGUAGES, node

WORDS = read_words(MAIN / "content" / "data" / "search.toml")
NEED = [
    ("be", "у мяне забралі пашпарт", True), ("be", "новы пашпарт", False), ("be", "мяне б'юць", True),
    ("ru", "у меня отобрали паспорт", True), ("ru", "помогите мне", True), ("ru", "паспорт ребёнка", False),
    ("en", "he took my passport", True), ("en", "passport photo", False), ("en", "locked in a flat", True),
    ("ar", "ساعدوني", True), ("ar", "جواز سفر", False),
]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_words(lang):
    """Everyday words and words of need exist in every language."""
    assert WORDS[lang].groups and WORDS[lang].crisis


def test_words_of_need():
    """Somebody who needs help is understood, and nobody else is."""
    lines = [
        {"text": text, "phrases": phrases(WORDS[lang], read_stemmer(lang)), "lang": lang} for lang, text, _ in NEED
    ]
    assert node("crisis.mjs", lines=lines) == [needed for _, _, needed in NEED]


def test_no_file(tmp_path):
    """A site without the file has no such words."""
    assert read_words(tmp_path / "search.toml") == {}
