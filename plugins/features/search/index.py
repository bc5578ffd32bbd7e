"""The index of a language: lunr's own model of all pages, filled with what was counted of each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log

from lunr.builder import Builder
from lunr.field_ref import FieldRef
from lunr.index import Index
from lunr.vector import Vector

from plugins.features.search.fields import FIELDS, FORMS, K1, B
from plugins.features.search.statistics import DIGITS, ONCE_IN_THE_BODY, Statistics
from plugins.features.search.stemmer import MARKS

FORM = "=="  # before a form, so that no word is like it
FORMS_FIELD = "forms"


class IndexBuilder(Builder):
    """lunr's Builder, with two things of its own.

    `add` takes a page whose words were counted before: lunr's own counts them anew, at 7 to 9 ms a
    page where counting takes 1.6 ms once and nothing afterwards; and its index by term is made only
    when somebody asks `build`, since the shards are written from `postings`. Words are weighed by
    the number of pages that have them, not of fields, so that a word of many titles does not seem
    rare.
    """

    def __init__(self) -> None:
        super().__init__()
        self.k1(K1)
        self.b(B)
        for name, field in FIELDS.items():
            self.field(name, boost=field.boost)
        self.field(FORMS_FIELD, boost=FORMS)
        self.postings: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self.entries: list[tuple[str, ...]] = []
        self.days: list[str] = []
        self.words: set[str] = set()

    def add(self, doc: Statistics, attributes: None = None) -> None:
        """Add a page, which is numbered in its order, from 0."""
        number = self.document_count
        self.document_count += 1
        for term, code in doc.counts.items():
            self.postings[term].append((number, code))
        self.entries.append(doc.entry)
        self.days.append(doc.day)
        self.words.update(doc.words.split())

    def build(self) -> Index:
        """Return lunr's Index of the pages; terms are numbered in their order,
        so that sums are the browser's."""
        found: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for term, postings in self.postings.items():
            for number, code in postings:
                for name, field, count in _counts(term, code):
                    found[name].append((field, number, count))
        self._documents: dict[str, dict[str, int]] = {
            str(number): {} for number in range(self.document_count)
        }
        for place, term in enumerate(sorted(found)):
            self._put(term, place, found[term])
        self._create_field_vectors()
        self._create_token_set()
        return Index(
            self.inverted_index,
            self.field_vectors,
            self.token_set,
            list(self._fields),
            self.search_pipeline,
        )

    def _put(self, term: str, place: int, standing: list[tuple[str, int, int]]) -> None:
        posting: dict[str, object] = {"_index": place}
        by_field: dict[str, dict[str, dict[str, list[object]]]] = {
            name: {} for name in self._fields
        }
        for field, number, count in standing:
            by_field[field][str(number)] = {}
            self.field_term_frequencies.setdefault(str(FieldRef(str(number), field)), {})[term] = (
                count
            )
        self.inverted_index[term] = posting | by_field

    def _create_field_vectors(self) -> None:
        self.field_vectors = {}
        weights = {term: self._idf(posting) for term, posting in self.inverted_index.items()}
        for reference, often in self.field_term_frequencies.items():
            boost = self._fields[FieldRef.from_string(reference).field_name].boost
            vector = Vector()
            for term, count in sorted(often.items()):
                score = weights[term] * ((K1 + 1) * count) / (K1 + count) * boost
                vector.insert(self.inverted_index[term]["_index"], round(score, 3))
            self.field_vectors[reference] = vector

    def _idf(self, posting: dict[str, dict[str, object]]) -> float:
        having = len({number for name in self._fields for number in posting[name]})
        return log(1 + (self.document_count - having + 0.5) / (having + 0.5))


def merge(pages: Sequence[Statistics]) -> IndexBuilder:
    """The index of `pages`, which are numbered in their order, from 0."""
    builder = IndexBuilder()
    for page in pages:
        builder.add(page)
    return builder


def _counts(term: str, code: str) -> Iterator[tuple[str, str, int]]:
    """Each term that `code` says of a page, the field it stands in, and how often;
    its forms are terms of their own."""
    digits = code.rstrip(MARKS) or ONCE_IN_THE_BODY
    for field, digit in zip(FIELDS, digits.rjust(len(FIELDS), "0"), strict=True):
        if digit != "0":
            yield term, field, DIGITS.index(digit)
    for mark in code.lstrip(DIGITS):
        yield f"{FORM}{term}{mark}", FORMS_FIELD, 1
