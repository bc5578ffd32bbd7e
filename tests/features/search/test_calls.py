"""A query reads the rules and the words of need whenever one of them may be meant."""

import re
from itertools import product

import pytest

from plugins.features.search.calls import Terms, calling
from plugins.features.search.fields import plain
from plugins.features.search.index import merge
from plugins.features.search.need import _fits as fits
from plugins.features.search.need import coarse
from plugins.features.search.statistics import statistics
from plugins.features.search.words import members, read_words, rules
from tests.conftest import MAIN

LANGS = ("be", "ru", "en", "ar")
WORDS = read_words(MAIN / "content" / "data" / "search.toml")


@pytest.fixture(scope="module", params=LANGS)
def known(request, pages, stemmers):
    """Stemmer, signs of terms and rules of a language, and its words in coarse letters."""
    lang = request.param
    stemmer, documents = stemmers[lang], pages[lang]
    index = merge([statistics(document, stemmer) for document in documents])
    often = {term: len(postings) for term, postings in index.postings.items()}
    ruled = rules(WORDS[lang], stemmer, {document.key: 0 for document in documents})
    text = " ".join(f"{document.title} {plain(document.content)}" for document in documents)
    words = {word: coarse(word) for word in set(stemmer.words(text))}
    signs = calling(Terms(often, stemmer, len(documents)), ruled, WORDS.values())
    return stemmer, signs, ruled, words, often


def test_words_of_need_call(known):
    """Of a phrase of need that pages have every word of, in whatever forms, one calls alone or two
    do together."""
    asked = [
        (phrase, [members(part, one) for part in phrase.split()])
        for one in WORDS.values()
        for phrase in (*one.danger, *one.care)
    ]
    signs = {word: signs_of(word, known) for _, parts in asked for words in parts for word in words}
    missed = []
    for phrase, parts in asked:
        standing = [frozenset().union(*(signs[word] for word in words)) for words in parts]
        silent = [forms for forms in product(*standing) if not call(forms)]
        if all(standing) and silent:
            missed.append((phrase, silent))
    assert missed == []


def signs_of(part, known):
    """The signs of each word of pages, in the letters of `part`, that fits it."""
    stemmer, signs, _, words, _ = known
    wanted, latin = coarse(part), is_latin(part)
    there = [word for word, written in words.items() if fits(wanted, written)]
    return {
        frozenset("".join(signs.get(stem, "") for stem in stemmer.stems(word)))
        for word in there
        if is_latin(word) == latin
    }


def is_latin(word):
    """Is `word` in Latin letters?"""
    return bool(re.search("[a-z]", word.lower()))


def call(signs):
    """Do words with such signs call for words of need?"""
    letters = [letter for one in signs for letter in one if letter.isalnum()]
    return any("!" in one for one in signs) or len(set(letters)) < len(letters)


def test_rules_call(known):
    """Of a rule whose words pages have, one word calls."""
    _, signs, ruled, _, often = known
    assert [
        phrase
        for phrase, *_ in ruled
        if all(set(stems) & often.keys() for stems in phrase)
        and not any("?" in signs.get(stem, "") for stems in phrase for stem in stems)
    ] == []


def test_few_words_call(known):
    """Most words call for nothing by themselves, else everybody would read what few need."""
    _, signs, *_, often = known
    alone = [term for term, found in signs.items() if "!" in found]
    assert len(alone) < len(often) / 15, (len(alone), len(often))
