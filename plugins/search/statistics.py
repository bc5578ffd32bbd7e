"""Statistics: what the index needs to know of one page, found once and kept as long as the page stays as it is."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from plugins.search.fields import FIELDS, MOST
from plugins.search.stemmer import Stemmer
from plugins.search.words import Words, added

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
ONCE_IN_THE_BODY = "1"
LONGEST_SUMMARY = 160
NONE = Words()


@dataclass(frozen=True)
class Statistics:
    """`counts` says how often a term stands in each field: one digit a field, none before the first that is not 0,
    and nothing at all for the most frequent case, once in the body. `entry` is what a result shows of the page.
    """

    counts: dict[str, str]
    entry: tuple[str, ...]


def statistics(document: Any, stemmer: Stemmer, words: Words = NONE) -> Statistics:
    """The statistics of `document` in the language of `stemmer`; `words` may add to its keywords."""
    counted = {name: Counter(stemmer.terms(field.text(document))) for name, field in FIELDS.items()}
    about = {*counted["title"], *counted["keywords"]}
    more = Counter(term for word in added(words, about, stemmer) for term in stemmer.terms(word))
    counted["keywords"] = counted["keywords"] | more
    terms = sorted(set().union(*counted.values()))
    return Statistics({term: _code([field[term] for field in counted.values()]) for term in terms}, entry(document))


def entry(document: Any) -> tuple[str, ...]:
    """What a result shows of `document`: address, title, summary, section, day, topics."""
    day = document.published.isoformat() if document.published else ""
    topics = " ".join(document.topic_keys)
    return document.url, document.title, shortened(document.summary), document.section, day, topics


def shortened(text: str) -> str:
    """`text` up to the last whole word that a result has room for."""
    if len(text) <= LONGEST_SUMMARY:
        return text
    return text[:LONGEST_SUMMARY].rpartition(" ")[0] + " …"


def _code(counts: list[int]) -> str:
    code = "".join(DIGITS[min(count, MOST)] for count in counts).lstrip("0")
    return "" if code == ONCE_IN_THE_BODY else code
