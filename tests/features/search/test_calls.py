"""A query reads the rules and the words of need whenever one of them may be meant."""

import pytest

from plugins.features.search.calls import calling
from plugins.features.search.fields import plain
from plugins.features.search.index import merge
from plugins.features.search.need import _fits as fits
from plugins.features.search.need import coarse
from plugins.features.search.statistics import statistics
from plugins.features.search.words import read_words, rules
from tests.conftest import MAIN

LANGS = ("be", "ru", "en", "ar")
WORDS = read_words(MAIN / "content" / "data" / "search.toml")


@pytest.fixture(scope="module", params=LANGS)
def known(request, pages, stemmers):
    """Stemmer, marked terms and rules of a language, and its words in coarse letters."""
    lang = request.param
    stemmer, documents = stemmers[lang], pages[lang]
    index = merge([statistics(document, stemmer) for document in documents])
    often = {term: len(postings) for term, postings in index.postings.items()}
    ruled = rules(WORDS[lang], stemmer, {document.key: 0 for document in documents})
    text = " ".join(f"{document.title} {plain(document.content)}" for document in documents)
    words = {word: coarse(word) for word in set(stemmer.words(text))}
    return stemmer, calling(often, stemmer, ruled, WORDS.values()), ruled, words, often


def test_words_of_need_call(known):
    """Of a phrase of need that pages have every word of, in whatever form, one word calls."""
    stemmer, marked, _, words, _ = known
    missed = []
    for phrase in [p for one in WORDS.values() for p in (*one.danger, *one.care)]:
        standing = [
            [word for word, known in words.items() if fits(part, known)]
            for part in coarse(phrase).split()
        ]
        silent = [
            [word for word in found if not marked & set(stemmer.stems(word))] for found in standing
        ]
        if silent and all(silent):
            missed.append((phrase, silent))
    assert missed == []


def test_rules_call(known):
    """Of a rule whose words pages have, one word calls."""
    _, marked, ruled, _, often = known
    assert [
        phrase
        for phrase, _ in ruled
        if all(set(stems) & often.keys() for stems in phrase)
        and not any(set(stems) & marked for stems in phrase)
    ] == []


def test_few_words_call(known):
    """Most words call for nothing, else everybody would read what few need."""
    _, marked, *_, often = known
    assert len(marked) < len(often) / 8, (len(marked), len(often))
