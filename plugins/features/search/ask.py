"""Asks lunr's own index what the browser would be asked, for editors, for tuning,
and to compare the two."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lunr.index import Index
from lunr.pipeline import Pipeline

from plugins.features.search.fields import FIELDS
from plugins.features.search.index import FORM, IndexBuilder
from plugins.features.search.stemmer import MARKS, Stemmer

# As theme/static/js/search/precise.js reads signs.
PIECE = re.compile(
    r"(?:(?P<sign>[+-])(?=(?:\w+:)?[^\W\d_]))?(?:(?P<field>\w+):(?=\S))?(?P<word>.*?)(?P<marks>(?:[~^]\d+)*)"
)


class Found(NamedTuple):
    """A page by its number, its score, and what of it each term gives in each field."""

    page: int
    score: float
    parts: dict[str, dict[str, float]]


class Questions:
    """The pages of `builder` as lunr finds them by the words of `stemmer`."""

    def __init__(self, builder: IndexBuilder, stemmer: Stemmer) -> None:
        self._stemmer = stemmer
        self.entries = builder.entries
        self._index: Index = builder.build()

    def ask(self, text: str) -> list[Found]:
        """The pages that `text` finds, best first."""
        query = lunr_query(text, self._stemmer)
        self._index.pipeline = Pipeline()
        readings = (
            self._plain if "~" in query else self._with_forms
        )  # lunr does not tell its pipeline of a ~

        def read(token: object, *_: object) -> list[str]:
            return readings(token)

        Pipeline.register_function(read, "readings")
        self._index.pipeline.add(read)
        return [
            Found(int(found["ref"]), found["score"], self._parts(found))
            for found in self._index.search(query)
        ]

    def _plain(self, token: object) -> list[str]:
        return self._known(self._stemmer.stems(str(token)))

    def _with_forms(self, token: object) -> list[str]:
        readings = self._stemmer.read(str(token))
        forms = [f"{FORM}{stem}{MARKS[bit.bit_length() - 1]}" for stem, bit in readings]
        return self._known([*(stem for stem, _ in readings), *forms]) or [
            stem for stem, _ in readings
        ]

    def _known(self, terms: Iterable[str]) -> list[str]:
        """Those of `terms` that some page has; lunr forgets what else was required when one is in
        none."""
        found = list(terms)
        return [term for term in found if term in self._index.inverted_index] or found

    def _parts(self, found: dict[str, object]) -> dict[str, dict[str, float]]:
        parts: dict[str, dict[str, float]] = {}
        for term, fields in found["match_data"].metadata.items():  # type: ignore[attr-defined]
            place = self._index.inverted_index[term]["_index"]
            for field in fields:
                elements = self._index.field_vectors[f"{field}/{found['ref']}"].elements
                parts.setdefault(term, {})[field] = dict(
                    zip(elements[::2], elements[1::2], strict=True)
                )[place]
        return parts


def lunr_query(text: str, stemmer: Stemmer) -> str:
    """`text` as lunr reads it: signs that count, and the words of the language."""
    return " ".join(piece for part in text.split() for piece in _pieces(part, stemmer))


def _pieces(part: str, stemmer: Stemmer) -> Iterator[str]:
    found = PIECE.fullmatch(part)
    if found is None:
        return
    sign, field, word, marks = (found[name] or "" for name in ("sign", "field", "word", "marks"))
    named = f"{field}:" if field in FIELDS else ""
    if "*" in word:
        yield (
            sign
            + named
            + "*".join(stemmer.fold("".join(stemmer.words(one))) for one in word.split("*"))
            + marks
        )
        return
    for one in stemmer.words(word if named or not field else f"{field} {word}"):
        yield sign + named + one + marks
