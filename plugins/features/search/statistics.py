"""Statistics: what the index needs to know of one page,
found once and kept as long as the page stays as it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from plugins.features.search.fields import FIELDS, MOST
from plugins.features.search.stemmer import MARKS, Stemmer
from plugins.features.search.words import Words, added
from plugins.model.page import Page, SearchWords
from plugins.rendering.formats import long_date

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
ONCE_IN_THE_BODY = "1"
LONGEST_SUMMARY = 160
NONE = Words()

# While a page is counted, one number holds all that is known of a term: a bit for each mark of a
# form, and above them how often it stands in each field, that of the body lowest.
BITS = 20  # no field has a million words
ONES = {name: 1 << len(MARKS) + BITS * place for place, name in enumerate(reversed(FIELDS))}
Counts = dict[str, int]


@dataclass(frozen=True)
class Statistics:
    """`counts` says how often a term stands in each field: one digit a field, none before the first
    that is not 0, and nothing at all for the most frequent case, once in the body; then the marks
    of the forms that stand there. `entry` is what a result shows of the page, `day` when it was
    published (ISO 8601) or nothing; `words` are the words of the page, each once, with spaces
    between them.
    """

    counts: dict[str, str]
    entry: tuple[str, ...]
    day: str = ""
    words: str = ""


def statistics(
    document: Page, stemmer: Stemmer, words: Words = NONE, formats: str = ""
) -> Statistics:
    """The statistics of `document` in the language of `stemmer`; `words` may add to its keywords.
    Days are written as `formats` has it, or the language of the document.
    """
    counts: Counts = {}
    texts = {name: field.text(document) for name, field in FIELDS.items()}
    for name in ("title", "keywords"):
        _count(counts, name, texts[name], stemmer)
    more = [
        *added(words, counts.keys(), stemmer),
        *words.numbers.get(document.key, ()),
        *days(document.published),
    ]
    _add(counts, more, stemmer)
    for name in ("headings", "summary", "body"):
        _count(counts, name, texts[name], stemmer)
    day = document.published.isoformat() if document.published else ""
    codes = {term: _code(number) for term, number in counts.items()}
    return Statistics(codes, entry(document, formats), day, _words(texts.values(), stemmer))


def _words(texts: Iterable[str], stemmer: Stemmer) -> str:
    pieces = {piece for text in texts for piece in text.split()}
    return " ".join({word for piece in pieces for word in stemmer.letters(piece)})


def seen(document: Page) -> tuple[str, str]:
    """What is counted of `document` and may still change after it was read:
    its text, and the words beside it."""
    return document.content, document.part(SearchWords).words


def entry(document: Page, formats: str = "") -> tuple[str, ...]:
    """What a result shows of `document`: address, title, summary, section, day, topics."""
    day = long_date(document.published, formats or document.lang) if document.published else ""
    topics = " ".join(document.topic_keys)
    return document.url, document.title, shortened(document.summary), document.section, day, topics


def shortened(text: str) -> str:
    """`text` up to the last whole word that a result has room for."""
    if len(text) <= LONGEST_SUMMARY:
        return text
    return text[:LONGEST_SUMMARY].rpartition(" ")[0] + " …"


def days(published: date | None) -> tuple[str, ...]:
    """The digits of the day a page was published, as 2026-07-15 and as 15.07.2026."""
    return (f"{published:%Y%m%d}", f"{published:%d%m%Y}") if published else ()


def _count(counts: Counts, field: str, text: str, stemmer: Stemmer) -> None:
    one = ONES[field]
    for readings, often in stemmer.count(text):
        for stem, mark in readings:
            counts[stem] = counts.get(stem, 0) + often * one | mark


def _add(counts: Counts, texts: Iterable[str], stemmer: Stemmer) -> None:
    """Counts the words of `texts` among the keywords, but for those that are keywords as often."""
    more: Counts = {}
    _count(more, "keywords", " ".join(texts), stemmer)
    for term, number in more.items():
        here, there = (_often(found, "keywords") for found in (counts.get(term, 0), number))
        counts[term] = (
            counts.get(term, 0) + max(0, there - here) * ONES["keywords"]
            | number & ONES["body"] - 1
        )


def _often(number: int, field: str) -> int:
    return number // ONES[field] & (1 << BITS) - 1


@lru_cache(maxsize=1 << 16)
def _code(number: int) -> str:
    digits = "".join(DIGITS[min(_often(number, field), MOST)] for field in FIELDS).lstrip("0")
    marks = "".join(mark for place, mark in enumerate(MARKS) if number >> place & 1)
    return ("" if digits == ONCE_IN_THE_BODY else digits) + marks
