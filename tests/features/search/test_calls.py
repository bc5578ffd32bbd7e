"""A query reads the rules and the words of need whenever one of them may be meant."""

import re
from bisect import bisect_left
from itertools import product

import pytest

from plugins.features.search.calls import NEED, TOLD, Terms, Told, calling
from plugins.features.search.coarse import coarse
from plugins.features.search.fields import plain
from plugins.features.search.index import merge
from plugins.features.search.learned import starting
from plugins.features.search.need import need_files
from plugins.features.search.statistics import statistics
from plugins.features.search.words import members, read_words, rules
from tests.conftest import MAIN

LANGS = ("be", "ru", "en", "ar")
WORDS = read_words(MAIN / "content" / "data" / "search.toml")
TELLING = need_files(WORDS).telling


@pytest.fixture(scope="module", params=LANGS)
def known(request, pages, stemmers):
    """Stemmer, signs of terms and rules of a language, and its words in coarse letters."""
    lang = request.param
    stemmer, documents = stemmers[lang], pages[lang]
    index = merge([statistics(document, stemmer) for document in documents])
    often = {term: len(postings) for term, postings in index.postings.items()}
    ruled = rules(WORDS[lang], stemmer, {document.key: 0 for document in documents})
    text = " ".join(f"{document.title} {plain(document.content)}" for document in documents)
    words = sorted((coarse(word), word) for word in set(stemmer.words(text)))
    signs = calling(Terms(often, stemmer, len(documents)), ruled, WORDS.values(), Told(TELLING))
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
    stemmer, signs, _, words, *_ = known
    wanted, latin = coarse(part), is_latin(part)
    return {
        frozenset("".join(signs.get(stem, "") for stem in stemmer.stems(word)))
        for word in fitting(wanted, words)
        if is_latin(word) == latin
    }


def fitting(wanted, words):
    """The words, of pairs in order whose first is in coarse letters, that fit `wanted`."""
    start, whole = wanted.removesuffix("*"), not wanted.endswith("*")
    for written, word in words[bisect_left(words, (start, "")) :]:
        if written != start and (whole or not written.startswith(start)):
            break
        yield word


def is_latin(word):
    """Is `word` in Latin letters?"""
    return bool(re.search("[a-z]", word.lower()))


def call(signs):
    """Do words with such signs call for words of need?"""
    letters = [letter for one in signs for letter in one if letter.isalnum()]
    return any("!" in one for one in signs) or len(set(letters)) < len(letters)


def test_words_of_examples_call(known):
    """Of the words of pages that begin as those of examples of need do, all but a few with other stems
    call where there is another word."""
    stemmer, signs, _, words, _ = known
    starts = {starting(coarse(word)) for word in TELLING}
    told = [word for written, word in words if starting(written) in starts]
    calling = {word: "".join(signs.get(stem, "") for stem in stemmer.stems(word)) for word in told}
    silent = [word for word, found in calling.items() if not set(found) & {NEED, TOLD}]
    assert len(silent) <= len(told) / 15, silent


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
