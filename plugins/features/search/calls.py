"""Which words of a language call for the rules of the editors and for the words of need.

Both are files of their own, since few queries need them. A query whose words are all known to the
index reads them only when one of its terms is marked; so of every rule and every phrase one word is
enough, the rarest. A word that no page has needs no mark: a query with an unknown word reads them
too.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set

from plugins.features.search.need import coarse
from plugins.features.search.stemmer import Stemmer
from plugins.features.search.words import Words

Rule = Sequence[object]
FEW = 12  # terms of a word


class Terms:
    """The terms of a language as words of need are written, with the number of pages of each."""

    def __init__(self, pages: Mapping[str, int], stemmer: Stemmer) -> None:
        self.pages, self._stemmer = pages, stemmer
        self._coarse = sorted((coarse(term), term) for term in pages)
        self._irregular = [(coarse(form), form) for form in stemmer.irregular]

    def marked(self, phrases: Iterable[Sequence[Set[str]]]) -> set[str]:
        """Return of each phrase the terms of the word that stands on fewest pages. A word that
        seems to stand on none may do so in an irregular form, so another one of few terms serves.
        """
        found: set[str] = set()
        for words in phrases:
            few = [terms for terms in words if 0 < len(terms) <= FEW]
            among = few or (words if all(words) else ())
            found |= min(among, key=self._often, default=frozenset())
        return found

    def fitting(self, word: str) -> frozenset[str]:
        """Return the terms of words that fit `word`, which may end in `*`: those that begin with
        it, and those that it begins with, as the stem of a word is its beginning."""
        plain = word.rstrip("*")
        fold = self._stemmer.fold
        wanted = {coarse(plain), coarse(fold(plain))} - {""}
        beginnings = tuple(wanted)
        irregular = [form for known, form in self._irregular if known.startswith(beginnings)]
        forms = [plain, *irregular]
        stems = {stem for form in forms for stem in self._stemmer.terms(form) if stem in self.pages}
        return frozenset(stems.union(*map(self._near, wanted)))

    def _near(self, wanted: str) -> set[str]:
        longer = self._beginning(wanted, whole=False)
        sizes = range((len(wanted) + 1) // 2, len(wanted))
        return longer.union(*(self._beginning(wanted[:size], whole=True) for size in sizes))

    def _beginning(self, wanted: str, *, whole: bool) -> set[str]:
        found = set()
        for known, term in self._coarse[bisect_left(self._coarse, (wanted, "")) :]:
            if known != wanted and (whole or not known.startswith(wanted)):
                break
            found.add(term)
        return found

    def _often(self, terms: Set[str]) -> int:
        return sum(self.pages[term] for term in terms)


def calling(
    pages: Mapping[str, int], stemmer: Stemmer, rules: Iterable[Rule], words: Iterable[Words]
) -> set[str]:
    """Return the terms that call for `rules` or for the words of need in `words`;
    `pages` says on how many pages each term stands."""
    terms = Terms(pages, stemmer)
    ruled = [[_known(stems, pages) for stems in rule[0]] for rule in rules]  # type: ignore[attr-defined]
    phrases = [phrase for one in words for phrase in (*one.danger, *one.care)]
    needed = [[terms.fitting(word) for word in phrase.split()] for phrase in phrases]
    return terms.marked(ruled) | terms.marked(needed)


def _known(stems: Iterable[str], pages: Mapping[str, int]) -> frozenset[str]:
    return frozenset(stem for stem in stems if stem in pages)
