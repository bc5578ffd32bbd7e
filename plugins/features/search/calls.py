"""Which words of a language call for the rules of the editors and for the words of need.

Both are files of their own, since few queries need them. What a term calls for is said by signs:
`!` words of need, `?` rules, and a letter or digit words of need where another word of the query
has the same. So of every phrase the two rarest words are enough, and a word that stands in
phrases of others never calls by itself. `0` has a word that examples of need have (learned.py): it
calls where there is any other; `1` one that asks for something where there is none
(single_words.py). A word that no page has needs no sign: a query with an unknown word reads both.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from string import ascii_letters, digits
from zlib import crc32

from plugins.features.search.coarse import coarse
from plugins.features.search.learned import starting
from plugins.features.search.stemmer import Stemmer
from plugins.features.search.words import Words, members

Rule = Sequence[object]
NEED, RULES = "!", "?"
TOLD, SINGLE = "0", "1"  # the signs of words of examples
LETTERS = "".join(one for one in ascii_letters + digits if one not in (TOLD, SINGLE))
FEW = 12  # terms of a word
LONG = 6  # letters
CUT, SHORTEST = 4, 3  # letters that a stem lacks at most, and has at least
LACKING = 2  # letters of a beginning that a stem may lack
LATIN = re.compile("[a-z]")
ENDINGS = "аяыіиуюеоь"  # of a word that may end in anything, since some stems change with them
SMALL = 10  # a word that more than one page in so many has does not call alone


class Terms:
    """The terms of a language as words of need are written; `pages` says on how many of `count`
    pages each stands."""

    def __init__(self, pages: Mapping[str, int], stemmer: Stemmer, count: int) -> None:
        self.pages, self._stemmer, self._most = pages, stemmer, count // SMALL
        self._coarse = sorted((coarse(term), term) for term in pages)
        self._irregular = [(coarse(form), form) for form in stemmer.irregular]
        self.fitting = cache(self._fitting)

    def signs(self, phrase: str, sets: Words) -> Iterator[tuple[str, str]]:
        """Yield the terms of the words of `phrase` that call, and the sign of each: of two, those
        of few terms first. Where pages have only one of them, it calls alone unless it is a small
        word: then another one, which no page has, calls. `sets` are those of its language.
        """
        words = {token: self._any_of(members(token, sets)) for token in phrase.split()}
        known = sorted(filter(None, words.values()), key=self._rarity)
        if len(known) > 1:
            letter = LETTERS[crc32(phrase.encode()) % len(LETTERS)]
            yield from ((term, letter) for found in known[:2] for term in found)
        elif known and (len(words) == 1 or self.often(known[0]) <= self._most):
            yield from ((term, NEED) for term in known[0])

    def begun(self, words: Set[str]) -> Iterator[str]:
        """Yield the terms of `words`, and of those that begin as they do, in coarse letters."""
        yield from self.of(words)
        starts = {starting(coarse(word)) for word in words}
        stems = _stems(starts)
        for known, term in self._coarse:
            if starting(known) in starts or known in stems:
                yield term

    def of(self, words: Iterable[str]) -> Set[str]:
        """The terms of `words` that pages have."""
        return {term for word in words for term in self._stemmer.terms(word)} & self.pages.keys()

    def like(self, patterns: Collection[str]) -> Iterator[str]:
        """Yield the terms of words that fit `patterns`, in coarse letters."""
        starts = {pattern.rstrip("*") for pattern in patterns}
        stems, open_ended = _stems(starts), tuple(starts)
        for known, term in self._coarse:
            if known.startswith(open_ended) or known in stems:
                yield term

    def _fitting(self, word: str) -> frozenset[str]:
        """Return the terms of words that fit `word`, which may end in `*`: those that begin with
        it, and those that it begins with, as the stem of a word is its beginning; in the letters of
        `word`, since in other ones it is a word that the index does not know."""
        plain = word.rstrip("*")
        latin = bool(LATIN.search(plain.lower()))
        fold = self._stemmer.fold
        wanted = {coarse(plain), coarse(fold(plain))} - {""}
        ended = [plain + ending for ending in ENDINGS] if word != plain else []
        beginnings = tuple(wanted)
        irregular = [form for known, form in self._irregular if known.startswith(beginnings)]
        forms = [plain, *ended, *irregular]
        stems = {stem for form in forms for stem in self._stemmer.terms(form) if stem in self.pages}
        near = stems.union(*map(self._near, wanted))
        return frozenset(term for term in near if bool(LATIN.search(term)) == latin)

    def _rarity(self, terms: Set[str]) -> tuple[bool, bool, int]:
        """What puts words that few pages have first, and those that most have last."""
        often = max(self.pages[term] for term in terms)
        return often > self._most, len(terms) > FEW, self.often(terms)

    def _any_of(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*map(self.fitting, words))

    def often(self, terms: Set[str]) -> int:
        """Return on how many pages `terms` stand, a page counted for each."""
        return sum(self.pages[term] for term in terms)

    def _near(self, wanted: str) -> set[str]:
        long = len(wanted) > LONG  # a vowel before the last letter may come and go
        longer = self._beginning(wanted[:-2] if long else wanted, whole=False)
        shortest = max((len(wanted) + 1) // 2, len(wanted) - CUT, min(len(wanted) - 1, SHORTEST))
        sizes = range(shortest, len(wanted))
        return longer.union(*(self._beginning(wanted[:size], whole=True) for size in sizes))

    def _beginning(self, wanted: str, *, whole: bool) -> set[str]:
        found = set()
        for known, term in self._coarse[bisect_left(self._coarse, (wanted, "")) :]:
            if known != wanted and (whole or not known.startswith(wanted)):
                break
            found.add(term)
        return found


def _stems(starts: Iterable[str]) -> Set[str]:
    """Return what may be the stems of words with such beginnings."""
    return {
        start[:size]
        for start in starts
        for size in range(max(SHORTEST, len(start) - LACKING), len(start) + 1)
    }


@dataclass(frozen=True)
class Told:
    """What examples say: words that speak for need (`telling`), the patterns of those that do by
    themselves (`patterns`), and such words of this language (`single`)."""

    telling: Set[str] = frozenset()
    patterns: Collection[str] = ()
    single: Collection[str] = ()


def calling(
    terms: Terms, rules: Iterable[Rule], words: Iterable[Words], told: Told = Told()
) -> dict[str, str]:
    """Return the `terms` that call for `rules`, for the words of need in `words` or for what was
    `told` by examples, with their signs."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for rule in rules:
        for term in _rarest(terms, rule):
            found[term].add(RULES)
    for one in words:
        for phrase in {*one.danger, *one.care}:
            for term, sign in terms.signs(phrase, one):
                found[term].add(sign)
    for term in terms.begun(told.telling):
        found[term].add(TOLD)
    for term in {*terms.like(told.patterns), *terms.of(told.single)}:
        found[term].add(SINGLE)
    return {term: _written(signs) for term, signs in found.items()}


def _rarest(terms: Terms, rule: Rule) -> Set[str]:
    """The terms of that word of `rule` which stands on fewest pages, but not on none."""
    phrase: Sequence[Sequence[str]] = rule[0]  # type: ignore[assignment]
    known = [frozenset(stem for stem in stems if stem in terms.pages) for stems in phrase]
    return min(filter(None, known), key=terms.often, default=frozenset())


def _written(signs: Set[str]) -> str:
    """`signs` in their order; letters say nothing besides `!`."""
    return "".join(sorted(signs - {*LETTERS, TOLD, SINGLE} if NEED in signs else signs))
