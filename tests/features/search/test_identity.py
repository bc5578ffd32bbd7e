"""The browser ranks as the Python package lunr does over the whole index:
same pages, same order, same scores."""

import random

import pytest
from lunr.builder import Builder

from plugins.features.search.ask import Questions
from plugins.features.search.fields import FIELDS, MOST
from plugins.features.search.index import merge
from plugins.features.search.statistics import days, statistics
from tests.features.search.conftest import LANGUAGES, node, write_index
from tests.full import amount

pytestmark = pytest.mark.slow

QUERIES = amount(1400, 200)  # in each language
TOLERANCE = 1e-9


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture(scope="module")
def some_pages(lang, pages):
    """Every other page: lunr takes its time."""
    return pages[lang][::2]


@pytest.fixture(scope="module")
def ask_lunr(lang, some_pages, stemmers):
    """lunr's own Index of the model that the build makes, to be asked."""
    stemmer = stemmers[lang]
    questions = Questions(merge([statistics(page, stemmer) for page in some_pages]), stemmer)
    return lambda query: [(found.page, found.score) for found in questions.ask(query)]


@pytest.fixture(scope="module")
def count_with_lunr(lang, some_pages, stemmers):
    """The same pages counted by lunr's own Builder, whose `add` the build does not use."""
    builder = Builder()
    builder.ref("id")
    for name in FIELDS:
        builder.field(name)
    for number, page in enumerate(some_pages):
        texts = {name: stemmers[lang].terms(field.text(page)) for name, field in FIELDS.items()}
        texts["keywords"] += days(page.published)
        builder.add({"id": number, **texts})
    return {name: dict(often) for name, often in builder.field_term_frequencies.items() if often}


@pytest.fixture(scope="module")
def queries(lang, some_pages, stemmers):
    chance = random.Random(lang)
    texts = (text for page in some_pages for text in (page.title, page.summary, *page.keywords))
    words = sorted(
        {stemmers[lang].fold(word) for text in texts for word in stemmers[lang].words(text)}
    )
    words = [
        word
        for word in words
        if stemmers[lang].words(word) == [word] and folded_in_parts(stemmers[lang], word)
    ]
    return [chance.choice(KINDS)(chance, words) for _ in range(QUERIES)]


def folded_in_parts(stemmer, word):
    """lunr does not fold the beginning of a word before an asterisk."""
    return all(stemmer.fold(word[:size]) == word[:size] for size in range(1, len(word)))


def some(chance, words, least=1, most=3):
    return [chance.choice(words) for _ in range(chance.randint(least, most))]


def term(chance, words):
    return " ".join(some(chance, words))


def sign(chance, word):
    """A sign counts only before a letter."""
    return chance.choice(["", "+", "-"]) if word[0].isalpha() else ""


def signed(chance, words):
    return " ".join(sign(chance, word) + word for word in some(chance, words, 2, 4))


def fielded(chance, words):
    return " ".join(
        f"{sign(chance, word)}{chance.choice(list(FIELDS))}:{word}" for word in some(chance, words)
    )


def boosted(chance, words):
    return " ".join(f"{word}^{chance.randint(1, 12)}" for word in some(chance, words, 2))


def prefixed(chance, words):
    return " ".join(
        f"{word[: chance.randint(min(2, len(word)), len(word))]}*" for word in some(chance, words)
    )


def infixed(chance, words):
    word = chance.choice(words)
    return f"{word[:2]}*{word[-1]}" if chance.random() < 0.5 else f"*{word[-3:]}"


def near(chance, words):
    word = chance.choice(words)
    at = chance.randrange(len(word))
    return f"{word[:at]}{word[at + 1 :] or word}~1"


def mixed(chance, words):
    return f"{fielded(chance, words)} {prefixed(chance, words)} {boosted(chance, words)}"


KINDS = (*(term, term, signed, fielded, boosted, prefixed, near, mixed) * 2, prefixed, infixed)


def in_groups(results):
    """Results in order; those with scores that no tolerance can tell apart stand in the order of
    their pages."""
    found, last = [], None
    for page, score in results:
        if last is None or abs(score - last) > TOLERANCE:
            found.append([])
        found[-1].append(page)
        last = score
    return [sorted(group) for group in found]


@pytest.fixture(scope="module")
def answers(lang, ask_lunr, queries, some_pages, stemmers, tmp_path_factory):
    """For each query its pages with their scores, as the browser and as lunr find them."""
    folder = tmp_path_factory.mktemp("some")
    write_index(folder, lang, some_pages, stemmers[lang])
    ours = node("rank.mjs", folder, lines=[{"lang": lang, "query": query} for query in queries])
    return [(query, found, ask_lunr(query)) for query, found in zip(queries, ours, strict=True)]


def test_identical_to_lunr(answers):
    """Every query gives the same pages in the same order with the same scores."""
    for query, ours, theirs in answers:
        assert in_groups(ours) == in_groups(theirs), query
        assert dict(map(tuple, ours)) == pytest.approx(dict(theirs), abs=TOLERANCE), query


def test_queries_find_something(answers):
    """Most of these queries have results to compare."""
    assert sum(bool(theirs) for _, _, theirs in answers) > 0.75 * len(answers)


def test_counted_as_lunr_does(count_with_lunr, some_pages, stemmers, lang):
    """What the build counts of a page is what lunr's own Builder counts of it,
    up to the most that a digit can say."""
    builder = merge([statistics(page, stemmers[lang]) for page in some_pages])
    builder.build()
    ours = {
        name: often
        for name, often in builder.field_term_frequencies.items()
        if not name.startswith("forms/")
    }
    theirs = {
        name: {term: min(count, MOST) for term, count in often.items()}
        for name, often in count_with_lunr.items()
    }
    assert ours == theirs
