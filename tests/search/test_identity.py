"""The browser ranks as the Python package lunr does over the whole index: same pages, same order, same scores."""

import random

import pytest
from lunr.builder import Builder

from plugins.search.fields import FIELDS, FORMS, K1, MOST, B
from tests.search.conftest import LANGUAGES, node, write_index

QUERIES = 1400  # in each language
TOLERANCE = 1e-9
CIRCLED = 0x2460  # no word ends with such a sign


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture(scope="module")
def some_pages(lang, pages):
    """Every other page: lunr takes its time."""
    return pages[lang][::2]


@pytest.fixture(scope="module")
def ask_lunr(lang, some_pages, stemmers):
    """The index as lunr builds it from the same terms, to be asked."""
    builder = Builder()
    builder.ref("id")
    builder.k1(K1)
    builder.b(B)
    for name, field in FIELDS.items():
        builder.field(name, boost=field.boost)
    builder.field("forms", boost=FORMS)
    for number, page in enumerate(some_pages):
        texts = {name: field.text(page) for name, field in FIELDS.items()}
        fields = {name: limited(stemmers[lang].terms(text)) for name, text in texts.items()}
        words = {word for text in texts.values() for word in stemmers[lang].words(text)}
        builder.add(
            {"id": number, **fields, "forms": sorted({form for word in words for form in forms(stemmers[lang], word)})}
        )
    for number, term in enumerate(sorted(builder.inverted_index)):
        builder.inverted_index[term]["_index"] = number
    index, stemmer = builder.build(), stemmers[lang]

    def ask(query):
        """What lunr finds; it does not tell its pipeline that a word has a ~, and so is sought in no form."""
        more = (lambda _: []) if "~" in query else (lambda word: forms(stemmer, word))
        index.pipeline.reset()
        index.pipeline.add(
            lambda token, *_: readings(stemmer.stems(str(token)), more(str(token)), index.inverted_index)
        )
        return [(int(found["ref"]), found["score"]) for found in index.search(query)]

    return ask


def forms(stemmer, word):
    """The form of `word` as a term of its own for each stem, with signs that lunr leaves as they are."""
    return [f"=={stem}{chr(CIRCLED + bit.bit_length())}" for stem, bit in stemmer.read(word)]


def limited(terms):
    return [term for place, term in enumerate(terms) if terms[:place].count(term) < MOST]


def readings(stems, forms, known):
    """What a word is found by, if some page has it; lunr forgets what else was required when one is in none."""
    return [term for term in (*stems, *forms) if term in known] or list(stems)


@pytest.fixture(scope="module")
def queries(lang, some_pages, stemmers):
    chance = random.Random(lang)
    texts = (text for page in some_pages for text in (page.title, page.summary, *page.keywords))
    words = sorted({stemmers[lang].fold(word) for text in texts for word in stemmers[lang].words(text)})
    words = [word for word in words if stemmers[lang].words(word) == [word] and folded_in_parts(stemmers[lang], word)]
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
    return " ".join(f"{sign(chance, word)}{chance.choice(list(FIELDS))}:{word}" for word in some(chance, words))


def boosted(chance, words):
    return " ".join(f"{word}^{chance.randint(1, 12)}" for word in some(chance, words, 2))


def prefixed(chance, words):
    return " ".join(f"{word[: chance.randint(min(2, len(word)), len(word))]}*" for word in some(chance, words))


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
    """Results in order; those with scores that no tolerance can tell apart stand in the order of their pages."""
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
