"""The dictionary of a language: the words of its pages, its rules and its words of need, whole, so
that a slip is read as a word that there is and no word of need as another one.

A sign behind a word says more of it: `!` a word of need that may be meant where a slip was typed,
`.` one that is right and never meant, `*` the beginning of words that are right.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from plugins.features.search.cuts import Cuts, largest
from plugins.features.search.stemmer import Stemmer
from plugins.features.search.words import Words

MEANT, RIGHT, OPEN = "!", ".", "*"
# Characters in a file: fewer than in one of terms, since the list of these files is read only with
# them.
SMALLEST = 1200
APOSTROPHES = str.maketrans("’ʼ`", "'''")  # how they are typed
LONG = 6  # letters of a word of need that may itself be a slip of another


def dictionary(
    pages: Iterable[str], words: Words, stemmer: Stemmer, single: Collection[str] = ()
) -> list[str]:
    """Return the words of `pages` and of `words`, in order, each with its sign; `single` are those
    of need that ask for nothing but alone."""
    signs = {word.translate(APOSTROPHES): "" for word in pages}
    phrases = (*words.danger, *words.care)
    sets = tuple(member for members in words.sets.values() for member in members)
    need = list(dict.fromkeys(_plain(phrases, stemmer)))
    open_ended = {word[:-1] for phrase in phrases for word in phrase.split() if word[-1] == OPEN}
    open_ended |= {word[:-1] for word in single if word.endswith(OPEN)}
    ruled = (phrase for phrase, _ in words.rules)
    for word in _plain((*words.known, *sets, *ruled, *single), stemmer):
        signs.setdefault(word, RIGHT)
    for word, slip in _slips(need):
        if signs.get(word) != RIGHT:
            signs[word] = RIGHT if slip and word not in signs else MEANT
    found = {f"{word}{sign}" for word, sign in signs.items()}
    return sorted(found | {f"{stemmer.words(word)[0]}{OPEN}" for word in open_ended if word})


def _plain(phrases: Iterable[str], stemmer: Stemmer) -> Iterator[str]:
    """The words of `phrases` that have no open end."""
    for phrase in phrases:
        for word in phrase.split():
            if not word.endswith(OPEN) and not word.startswith("("):
                yield from stemmer.words(word)


def _slips(need: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each word of `need`, and whether it is one slip from an earlier one: people do type it, but
    nobody means it."""
    for at, word in enumerate(need):
        earlier = (one for one in need[:at] if len(one) >= LONG)
        yield word, len(word) >= LONG and any(is_one_slip(one, word) for one in earlier)


def is_one_slip(left: str, right: str) -> bool:
    """Return whether one letter more, less, changed or swapped makes `left` of `right`."""
    if len(left) > len(right):
        return is_one_slip(right, left)
    if len(right) - len(left) > 1 or left == right:
        return False
    at = next((at for at, one in enumerate(left) if one != right[at]), len(left))
    rest, other = left[at:], right[at:]
    if len(left) < len(right):
        return rest == other[1:]
    return rest[1:] == other[1:] or (rest[:2] == other[1::-1] and rest[2:] == other[2:])


def divided(words: Sequence[str]) -> list[list[str]]:
    """Return `words`, in order, in parts that are files."""
    sizes = [len(word) + 1 for word in words]
    parts = Cuts(words, sizes, max(SMALLEST, largest(sum(sizes)) * 2 // 3)).parts()
    return [list(words[first:last]) for first, last in parts]


def turn(word: str) -> str:
    """Return `word` with its last letter first; its sign stays behind it."""
    plain = word.rstrip(MEANT)
    return plain[::-1] + word[len(plain) :]
