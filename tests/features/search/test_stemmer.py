"""Stemmers are tables: two runtimes read them alike, and they agree with their models."""

import random
import re

import pytest
import snowballstemmer
from lunr.stemmer import PorterStemmer

from plugins.features.search.stemmer import TABLES, read_stemmer
from tests.features.search.conftest import LANGUAGES, node

FORMS = [
    ("be", "дакумент", "дакументамі"), ("be", "рука", "руцэ"), ("be", "дарога", "дарозе"), ("be", "хата", "хаце"),
    ("be", "пісаць", "пішу"), ("be", "хадзіць", "хаджу"), ("be", "працаваць", "працуе"), ("be", "напісаць", "напісаны"),
    ("be", "прыйсці", "прыйшоў"), ("be", "кніжка", "кніжак"), ("be", "грамадзянін", "грамадзяне"), ("be", "ўзяць", "возьмуць"),
    ("be", "сям'я", "сям’і"), ("be", "иншыя", "іншы"), ("be", "паўза", "пауза"), ("be", "горад", "гарады"),
    ("ru", "паспорт", "паспортами"), ("ru", "прислать", "пришлите"), ("ru", "подойти", "подошла"), ("ru", "звонок", "звонки"),
    ("ru", "ещё", "еще"), ("ru", "дети", "детьми"), ("ru", "время", "времени"), ("ru", "безопасен", "безопасный"),
    ("en", "document", "documents"), ("en", "take", "took"), ("en", "women", "woman"), ("en", "safe", "safest"),
    ("ar", "جواز", "الجواز"), ("ar", "مساعدة", "والمساعده"), ("ar", "أوراق", "اوراق"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "one", "other"), FORMS)
def test_forms_meet(lang, one, other):
    """Forms of one word have a stem in common."""
    stemmer = read_stemmer(lang)
    assert set(stemmer.stems(one)) & set(stemmer.stems(other))


APART = [
    ("be", "месяц", "месца"),
    ("be", "праца", "працаваць"),
    ("ru", "работа", "рабство"),
    ("en", "police", "politics"),
]


@pytest.mark.parametrize(("lang", "one", "other"), APART)
def test_words_stay_apart(lang, one, other):
    """Words that look alike and mean something else have no stem in common."""
    stemmer = read_stemmer(lang)
    assert not set(stemmer.stems(one)) & set(stemmer.stems(other))


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_runtimes_agree(lang, made_words, stemmers):
    """Python and JavaScript find the same stems for 100 000 words."""
    stemmer, words = stemmers[lang], made_words(lang)
    assert node("stems.mjs", TABLES / f"{lang}.json", lines=words) == [
        list(stemmer.stems(word)) for word in words
    ]


@pytest.mark.slow
def test_russian_is_snowball(made_words, stemmers):
    """The first stem of 100 000 Russian words is Snowball's."""
    stemmer, words = stemmers["ru"], made_words("ru")
    model = snowballstemmer.stemmer("russian").stemWords([stemmer.fold(word) for word in words])
    assert [stemmer.stems(word)[:1] or ("",) for word in words] == [(stem,) for stem in model]


def test_english_is_porter(made_words, stemmers):
    """The first stem of English words is that of lunr's Porter stemmer."""
    stemmer, model = stemmers["en"], PorterStemmer()
    words = [word for word in made_words("en") if re.fullmatch("[a-z]+", stemmer.fold(word))]
    found = [(word, (stemmer.stems(word) or ("",))[0]) for word in words]
    assert [pair for pair in found if pair[1] != model.stem(stemmer.fold(pair[0]))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_any_text(lang):
    """No text is too odd or too long."""
    chance, stemmer = random.Random(1), read_stemmer(lang)
    for _ in range(300):
        text = "".join(
            chr(chance.choice([chance.randrange(32, 0x500), chance.randrange(0x20, 0xD7FF)]))
            for _ in range(80)
        )
        stemmer.terms(text)
    assert len(stemmer.terms("а" * 100_000)) <= 3


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200c", "\u2060", "\ufeff"])
def test_unseen_signs(stemmers, unseen):
    """A soft hyphen and other signs that nobody sees break no word."""
    assert stemmers["ru"].words(f"за{unseen}гра{unseen}нич{unseen}ные") == ["заграничные"]
