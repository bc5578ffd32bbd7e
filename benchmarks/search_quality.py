"""How well the search finds: queries made from dictionaries,
whose right answers no stemmer decided.

    .venv/bin/python benchmarks/search_quality.py [be ru en] [kinds]

The queries are words of lemmas that nothing was learned from (lexicon.judged). A right page holds a
form of the lemma; for `exact`, that very form. Kinds of two words ask for pages with either, and
count also how often one with both is among the first five; `titles` asks for a page by its whole
title, which must be the first. `present` is the same query with all forms right, `inflected` a form
that the page found has not. Recall is the share of the right pages, ten at most, among the first
ten; wrong is the share of the pages shown that hold no form of any lemma the query is a form of.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from lexicon import judged, lexicon
from search_corpus import ROOT, made, parts, words_of, write

PAGES, QUERIES, SEED, SHOWN = 300, 400, 7, 10
LETTERS = {
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "en": "abcdefghijklmnopqrstuvwxyz",
}
LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
KEYS = {"be": "йцукенгшўзх'фывапролджэячсмітьбю", "ru": "йцукенгшщзхъфывапролджэячсмитьбю"}
SPELLINGS = {  # BGN/PCGN 1979 and 1947, without diacritics
    "be": dict(
        zip(
            LETTERS["be"] + "'",
            "a b v h d ye yo zh z i y k l m n o p r s t u w f kh ts ch sh y  e yu ya ".split(" "),
            strict=True,
        )
    ),
    "ru": dict(
        zip(
            LETTERS["ru"],
            "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
            strict=True,
        )
    ),
}
SPELLINGS["be"] |= {"г": "h", "ґ": "g"}


@dataclass(frozen=True)
class Query:
    """`right` are the pages asked for; `allowed` those that may be shown besides."""

    text: str
    right: frozenset[str]
    allowed: frozenset[str]


class Judge:
    """Which pages of `lang` hold which lemmas."""

    def __init__(self, lang, documents, words, chance):
        self.lang, self.words, self.chance = lang, words, chance
        self.pages = defaultdict(set)
        for document in documents:
            for word in words_of(document, lang):
                self.pages[word].add(f"/{document.url}")
        self.lemmas = defaultdict(list)
        for lemma, forms in words.items():
            for form in forms:
                self.lemmas[form].append(lemma)
        self.there = [
            one
            for one in words
            if judged(one[0]) and len(one[0]) > 2 and self.pages.keys() & set(words[one])
        ]

    def right(self, lemma):
        return frozenset().union(*(self.pages.get(form, ()) for form in self.words[lemma]))

    def allowed(self, form):
        return frozenset().union(*(self.right(lemma) for lemma in self.lemmas[form]))

    def queries(self, kind):
        made = (
            MAKERS[kind](self, lemma) for lemma in self.chance.choices(self.there, k=QUERIES * 3)
        )
        return [query for query in made if query and query.right][:QUERIES]

    def form(self, lemma, there=True):
        forms = [
            form for form in self.words[lemma] if (form in self.pages) == there or there is None
        ]
        return self.chance.choice(forms) if forms else ""


def exact(judge, lemma):
    form = judge.form(lemma)
    return Query(form, frozenset(judge.pages.get(form, ())), judge.allowed(form))


def present(judge, lemma):
    form = judge.form(lemma)
    return Query(form, judge.allowed(form), judge.allowed(form))


def inflected(judge, lemma):
    seen = judge.form(lemma)
    others = [form for form in judge.words[lemma] if form != seen]
    form = judge.chance.choice(others) if others else ""
    return Query(form, judge.allowed(form), judge.allowed(form)) if form else None


def typo(judge, lemma):
    form = judge.form(lemma)
    if len(form) < 5:
        return None
    at, letter = judge.chance.randrange(len(form)), judge.chance.choice(LETTERS[judge.lang])
    slips = (
        form[:at] + form[at + 1 :],
        form[:at] + letter + form[at:],
        form[:at] + letter + form[at + 1 :],
        form[:at] + form[at : at + 2][::-1] + form[at + 2 :],
    )
    text = judge.chance.choice(slips)
    return (
        Query(text, judge.allowed(form), judge.allowed(form)) if text not in judge.lemmas else None
    )


def prefix(judge, lemma):
    form = judge.form(lemma)
    if len(form) < 6:
        return None
    text = form[: judge.chance.randint(4, len(form) - 1)]
    right = frozenset().union(
        *(pages for word, pages in judge.pages.items() if word.startswith(text))
    )
    return Query(text, right, right | judge.allowed(form))


def layout(judge, lemma):
    form = judge.form(lemma)
    keys = (KEYS[judge.lang], LATIN_KEYS) if judge.lang in KEYS else (LATIN_KEYS, KEYS["ru"])
    typed = "".join(
        keys[1][keys[0].index(letter)] if letter in keys[0] else letter for letter in form
    )
    return Query(typed, judge.allowed(form), judge.allowed(form))


def latin(judge, lemma):
    form = judge.form(lemma)
    spelling = SPELLINGS.get(judge.lang)
    return spelling and Query(
        "".join(spelling.get(letter, letter) for letter in form),
        judge.allowed(form),
        judge.allowed(form),
    )


STOPS = {
    "be": ["у", "на", "для", "як", "не"],
    "ru": ["в", "на", "для", "как", "не"],
    "en": ["in", "the", "for", "how", "my"],
}


def joined(one, other, between=" "):
    """The query of two words whose right pages are those of either, and best those of both."""
    if not one or not other or one.text == other.text:
        return None
    both = one.right & other.right
    return (
        Query(f"{one.text}{between}{other.text}", both, one.allowed | other.allowed)
        if both
        else None
    )


def neighbour(judge, lemma):
    """A lemma that stands on a page with `lemma`."""
    right = judge.right(lemma)
    there = [
        other
        for other in judge.chance.sample(judge.there, min(80, len(judge.there)))
        if judge.right(other) & right
    ]
    return next((other for other in there if other != lemma), None)


def two(judge, lemma):
    other = neighbour(judge, lemma)
    return other and joined(inflected(judge, lemma), inflected(judge, other))


def word_and_form(judge, lemma):
    other = neighbour(judge, lemma)
    return other and joined(exact(judge, lemma), inflected(judge, other))


def hyphen(judge, lemma):
    other = neighbour(judge, lemma)
    return other and joined(exact(judge, lemma), exact(judge, other), "-")


def space(judge, lemma):
    other = neighbour(judge, lemma)
    return other and joined(exact(judge, lemma), exact(judge, other))


def stop_and_form(judge, lemma):
    query = inflected(judge, lemma)
    return query and Query(
        f"{judge.chance.choice(STOPS[judge.lang])} {query.text}", query.right, query.allowed
    )


def stop_and_slip(judge, lemma):
    query = typo(judge, lemma)
    return query and Query(
        f"{judge.chance.choice(STOPS[judge.lang])} {query.text}", query.right, query.allowed
    )


def word_and_slip(judge, lemma):
    other = neighbour(judge, lemma)
    return other and joined(exact(judge, lemma), typo(judge, other))


MAKERS = {
    "inflected": inflected,
    "exact": exact,
    "present": present,
    "typo": typo,
    "prefix": prefix,
    "layout": layout,
    "latin": latin,
    "two": two,
    "word+form": word_and_form,
    "hyphen": hyphen,
    "space": space,
    "stop+form": stop_and_form,
    "stop+slip": stop_and_slip,
    "word+slip": word_and_slip,
}


def answers(folder, lang, queries, *options):
    lines = "".join(json.dumps({"lang": lang, "query": query.text}) + "\n" for query in queries)
    script = [
        "node",
        str(ROOT / "tests" / "features" / "search" / "query.mjs"),
        str(folder),
        *options,
    ]
    return [
        json.loads(line)
        for line in subprocess.run(
            script, input=lines, capture_output=True, text=True, check=True
        ).stdout.splitlines()
    ]


def measures(queries, found):
    recall = [
        len(query.right & set(urls)) / min(SHOWN, len(query.right))
        for query, urls in zip(queries, found, strict=True)
    ]
    wrong = [
        len(set(urls) - query.allowed - query.right) / len(urls)
        for query, urls in zip(queries, found, strict=True)
        if urls
    ]
    five = [bool(query.right & set(urls[:5])) for query, urls in zip(queries, found, strict=True)]
    return sum(recall) / len(recall), sum(wrong) / max(1, len(wrong)), sum(five) / len(five)


def titles(documents):
    """Each page asked for by its whole title."""
    named = [document for document in documents if document.title]
    same = {
        document.title: {f"/{other.url}" for other in named if other.title == document.title}
        for document in named
    }
    return [Query(title, frozenset(urls), frozenset(urls)) for title, urls in same.items()]


def main():
    for lang in [name for name in sys.argv[1:] if name in LETTERS] or ["be", "ru", "en"]:
        words = lexicon(lang)
        documents = (
            made(lang, words, PAGES, SEED) if "--made" in sys.argv else parts(lang, PAGES, SEED)
        )
        judge = Judge(lang, documents, words, random.Random(SEED))
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), {lang: documents})
            for kind in [name for name in sys.argv[1:] if name in MAKERS] or MAKERS:
                queries = judge.queries(kind)
                if not queries:
                    continue
                found = answers(folder, lang, queries)
                recall, wrong, five = measures(queries, found)
                print(
                    f"{lang} {kind:10} recall {recall:.3f}  wrong {wrong:.3f}  five {five:.3f}  "
                    f"({len(queries)})",
                    flush=True,
                )
            asked = titles(documents)
            first = [urls[:1] for urls in answers(folder, lang, asked)]
            share = sum(
                bool(query.right & set(urls)) for query, urls in zip(asked, first, strict=True)
            ) / len(asked)
            print(f"{lang} titles     first {share:.3f}  ({len(asked)})", flush=True)


if __name__ == "__main__":
    main()
