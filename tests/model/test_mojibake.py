"""Words that were read in another encoding than they were written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.mojibake import misread

WORDS = ("Привет, мир", "Прывітанне, свет", "Спасибо", "дапамога", "مرحبا بكم", "Дзякуй вялікі")
HONEST = [
    "Übergrößengeschäft, ÆØÅ, ŠČŘŽ, ÇA, NÃO, São Paulo, Ångström, naïve, 5 × 3, ½",
    "«Так» – сказала яна… СССР, РФ, РБ. С. 5",
    "Zażółć gęślą jaźń; Îles; MÄ» Ä”",
    "مرحبا",
]


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp1251"])
def test_utf8_read_as(words, encoding):
    """UTF-8 read as what Windows takes for granted is told."""
    assert list(misread(words.encode().decode(encoding, "ignore")))


@pytest.mark.parametrize("words", ["Привет мир", "Прывітанне"])
def test_windows_read_as_western(words):
    """A Cyrillic text of Windows read as a western one is told."""
    assert list(misread(words.encode("cp1251").decode("latin-1")))


@pytest.mark.parametrize("text", ["Itâ€™s", "â€œHi", "Ð¿Ñ€", "СЃРµРј вЂ“", "пїЅ", "ï»¿A", "cafÃ©"])
def test_signs(text):
    """Single words of it are told."""
    assert next(misread(f"A\nwords {text} words"))[1] in text


def test_line():
    """Each line is told with its number."""
    assert list(misread("A\nItâ€™s\n\nÐ¿Ñ€Ð¸")) == [(2, "Itâ€™s"), (4, "Ð¿Ñ€Ð¸")]


@pytest.mark.parametrize("text", HONEST)
def test_honest(text):
    """Words of other languages are no such words."""
    assert list(misread(text)) == []


@given(st.text(st.sampled_from("абвгдеёжзійклмнопрстуўфхцчшыьэюяАБВГДЕЖЗІКЛМНОПРСТУЎФ .,–—«»’5")))
def test_belarusian(text):
    """No text in Belarusian is told."""
    assert list(misread(text)) == []
