"""Words of need in all languages in one file, so that they are understood on a page of any
language.

Every word is written in Latin letters, coarsely, by a table that the browser applies to what is
typed: Belarusian, Russian and Latin spellings of a word become one. `*` stands for any ending, and
`(name)` for any word of a set, which is written once, below its number. Languages of one script
share a file, since they share many words, and what was learned from the examples of all of them.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby, islice, product
from pathlib import Path
from typing import TypedDict
from unicodedata import normalize

from plugins.features.search.learned import NEEDS, NONE, Learned, learn, starting
from plugins.features.search.shards import as_json, digest
from plugins.features.search.stemmer import UNSEEN
from plugins.features.search.words import Words, members
from plugins.model.language import Language

TABLE = Path(__file__).parent / "tables" / "need.json"
NAME, PHRASES = "need-{}.json", "phrases-{}.json"
Numbers = Mapping[tuple[str, str], int]  # of sets, by language and name
KINDS = ("danger", "care", "never")
MOST_SAID = 200  # readings of a phrase that are looked at
SURELY = 1.2  # of what examples say of it
MOST_WORDS = 1 << 15  # that are remembered


class Table(TypedDict):
    """`word`: what is a word; `fold`: expressions and what replaces them; `keys`:
    keyboards, key by key."""

    word: str
    fold: list[tuple[str, str]]
    keys: list[str]


@dataclass(frozen=True)
class Need:
    """`files`: by name, the one that names the others first; `learned`: what examples say, by
    language; `telling`: the words of examples that speak for need."""

    files: Mapping[str, bytes]
    learned: Mapping[str, Learned]
    telling: frozenset[str]


@cache
def table() -> Table:
    """How words of need are written."""
    found: Table = json.loads(TABLE.read_text(encoding="utf-8"))
    return found


def coarse(text: str) -> str:
    """`text` in coarse Latin letters, its words parted by one space."""
    words = re.findall(table()["word"], UNSEEN.sub("", normalize("NFC", text)).lower())
    return " ".join(filter(None, map(_coarse_word, words)))


@lru_cache(maxsize=MOST_WORDS)
def _coarse_word(word: str) -> str:
    for pattern, put in _rules():
        word = pattern.sub(put, word)
    return word


@cache
def _rules() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(found), put.replace("$", "\\")) for found, put in table()["fold"]]


def need_files(words: Mapping[str, Words]) -> Need:
    """The files with the words of need, by name: first single words of all languages and how all
    are written, then for each script phrases of several words, which a question of one word
    cannot be, and what was learned from examples."""
    numbers = {
        (lang, name): number
        for number, (lang, name) in enumerate(
            (lang, name) for lang in words for name in words[lang].sets
        )
    }
    scripts = {
        script: list(langs) for script, langs in groupby(sorted(words, key=_script), _script)
    }
    learned = {script: learn(_examples(words, langs)) for script, langs in scripts.items()}
    found = {
        lang: _kinds(one, lang, numbers, learned[_script(lang)]) for lang, one in words.items()
    }
    phrases: dict[str, bytes] = {}
    named: dict[str, str] = {}
    for script, langs in scripts.items():
        data = as_json({**_phrases(words, langs, numbers, found), **learned[script].table(script)})
        name = PHRASES.format(digest(data))
        phrases[name], named = data, named | dict.fromkeys(langs, name)
    all_kinds = {kind: {one for kinds in found.values() for one in kinds[kind]} for kind in KINDS}
    single = {kind: _of_size(sorted(all_kinds[kind]), several=False) for kind in KINDS}
    data = as_json({**table(), "phrases": named, **single})
    files = {NAME.format(digest(data)): data, **phrases}
    by_lang = {lang: learned[_script(lang)] for lang in words}
    telling = (_telling(one, by_lang[lang]) for lang, one in words.items())
    return Need(files, by_lang, frozenset().union(*telling))


def _telling(words: Words, learned: Learned) -> set[str]:
    """The words of the examples that speak for need, as they were typed."""
    texts = " ".join(text for kind in NEEDS for text in words.examples.get(kind, ()))
    typed = set(re.findall(table()["word"], texts.lower()))
    return {word for word in typed if starting(coarse(word)) in learned.telling}


def _script(lang: str) -> str:
    return Language(lang, lang, "").script


def _examples(words: Mapping[str, Words], langs: Iterable[str]) -> dict[str, list[str]]:
    """The examples of all `langs` by kind, in coarse letters."""
    return {
        kind: [coarse(text) for lang in langs for text in words[lang].examples.get(kind, ())]
        for kind in (*NEEDS, NONE)
    }


def _phrases(
    words: Mapping[str, Words],
    langs: Sequence[str],
    numbers: Numbers,
    kinds: Mapping[str, Mapping[str, Sequence[str]]],
) -> dict[str, object]:
    """Phrases of several words and the sets of `langs`."""
    sets = {
        numbers[lang, name]: "|".join(sorted({coarse(member) for member in members}))
        for lang in langs
        for name, members in words[lang].sets.items()
    }
    all_kinds = {
        kind: sorted({one for lang in langs for one in kinds[lang][kind]}) for kind in KINDS
    }
    return {
        "sets": sets,
        "phrases": {kind: _of_size(all_kinds[kind], several=True) for kind in KINDS},
    }


def _kinds(words: Words, lang: str, numbers: Numbers, learned: Learned) -> dict[str, list[str]]:
    """The phrases of each kind, of danger but those that are known from examples; a set is called
    by its number among those of all languages."""
    found = {
        kind: {
            _written(phrase, lang, numbers)
            for phrase in getattr(words, kind)
            if kind != "danger" or not _is_known(phrase, words, learned)
        }
        for kind in KINDS
    }
    return {kind: sorted(found[kind]) if kind == "never" else _least(found[kind]) for kind in KINDS}


def _is_known(phrase: str, words: Words, learned: Learned) -> bool:
    """Whether examples say of `phrase`, with any word of its sets, that it is one of need."""
    tokens = phrase.split()
    said = product(*(members(token, words) for token in tokens))
    texts = (coarse(" ".join(one).replace("*", "")) for one in islice(said, MOST_SAID))
    return len(tokens) > 1 and all(max(learned.score(text)) >= SURELY for text in texts)


def _written(phrase: str, lang: str, numbers: Numbers) -> str:
    """`phrase` in coarse letters, its sets by their `numbers`."""
    tokens = phrase.split()
    return " ".join(
        f"<{numbers[lang, token[1:-1]]}" if token.startswith("(") else coarse(token)
        for token in tokens
    )


def _of_size(phrases: Iterable[str], *, several: bool) -> str:
    return "|".join(phrase for phrase in phrases if (" " in phrase) == several)


def _least(phrases: Iterable[str]) -> list[str]:
    """`phrases`, in coarse letters, without those that a shorter one among them covers; one with a
    set stays, since the words of a longer one may stand farther apart."""
    found = sorted(phrases, key=lambda phrase: (phrase.count(" "), len(phrase), phrase))
    left: dict[str, list[str]] = {}  # by their first word
    for phrase in found:
        near = (other for word in phrase.split() for other in _begun(left, word))
        if "<" in phrase or not any(covers(other, phrase) for other in near):
            left.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return sorted(phrase for begun in left.values() for phrase in begun)


def _begun(left: Mapping[str, list[str]], word: str) -> Iterator[str]:
    """The phrases whose first word `word` fits."""
    yield from left.get(word, ())
    for length in range(len(word) + 1):
        yield from left.get(f"{word[:length]}*", ())


def covers(short: str, phrase: str) -> bool:
    """Has whatever `phrase` fits all words of `short`?"""
    words = phrase.split()
    return all(any(_fits(wanted, word) for word in words) for wanted in short.split())


def _fits(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else wanted == word
