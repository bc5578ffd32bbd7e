"""What the length of fields would add to the order of results:
the place of a page among those found by its own words.

    .venv/bin/python benchmarks/search_length.py

Three words of a page, drawn by seed, are the query; printed is the mean of 1 / place for BM25's b
of 0 and of 0.75.
"""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from lunr.builder import Builder
from search_corpus import parts

from plugins.features.search.fields import FIELDS, K1
from plugins.features.search.stemmer import read_stemmer

PAGES, QUERIES, SEED = 300, 300, 7


def index(documents, stemmer, b):
    builder = Builder()
    builder.ref("id")
    builder.k1(K1)
    builder.b(b)
    for name, field in FIELDS.items():
        builder.field(name, boost=field.boost)
    for number, document in enumerate(documents):
        builder.add(
            {
                "id": number,
                **{name: stemmer.terms(field.text(document)) for name, field in FIELDS.items()},
            }
        )
    return builder.build()


def main():
    for lang in ("be", "ru", "en"):
        stemmer, documents, chance = (
            read_stemmer(lang),
            parts(lang, PAGES, SEED),
            random.Random(SEED),
        )
        asked = [
            (number, page)
            for number, page in enumerate(documents)
            if len(stemmer.terms(page.content)) > 20
        ]
        queries = [
            (number, chance.sample(sorted(set(stemmer.terms(FIELDS["body"].text(page)))), 3))
            for number, page in chance.choices(asked, k=QUERIES)
        ]
        for b in (0, 0.75):
            built = index(documents, stemmer, b)
            places = []
            for number, terms in queries:
                found = built.query(
                    None,
                    lambda query, terms=terms: [
                        query.clause(term, use_pipeline=False) for term in terms
                    ],
                )
                places.append([int(one["ref"]) for one in found].index(number) + 1)
            print(
                f"{lang} b={b}: {sum(1 / place for place in places) / len(places):.3f}", flush=True
            )


if __name__ == "__main__":
    main()
