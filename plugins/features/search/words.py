"""What content/data/search.toml adds for a language: everyday words, slang, rules, numbers, words
of need; and examples.toml what people type."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from plugins.data.records import read_data_file
from plugins.features.search.stemmer import Stemmer

ALONE = "="  # before a phrase that leads to its page only when nothing else was asked
EXAMPLES = "examples.toml"  # beside the file
RULES, NUMBERS, NEED = "rules", "numbers", "need"  # tables of the file that are no languages


@dataclass(frozen=True)
class Words:
    """What the search of a language adds to the words of pages.

    `groups`: words that mean the same; `also`: words that lead to others, but not back; `rules`:
    phrases and the keys of the pages they lead to; `numbers`: the keys of pages and the numbers
    they are found by; `need`: the keys of the pages that help somebody in danger, or who thinks of
    dying; `danger`, `care` and `never`: phrases of the first, of the second, and those that look
    like one and are none; `sets`: what stands for `(name)` in such a phrase, any of its words;
    `known`: words that no page has and that are right all the same; `examples`: what people type,
    by what they need.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    need: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    danger: tuple[str, ...] = ()
    care: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)


def read_words(file: Path) -> dict[str, Words]:
    """The words of every language in `file`, with the examples beside it; none when there is no
    file, or one that cannot be read (see check.py)."""
    tables = read_data_file(file.parent, file.name)[0].tables
    shared = {name: tables.pop(name, {}) for name in (RULES, NUMBERS, NEED)}
    examples = _examples(file.with_name(EXAMPLES))
    return {
        lang: replace(_words(lang, tables.get(lang, {}), **shared), examples=examples.get(lang, {}))
        for lang in (tables | examples)
    }


def _examples(file: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """The lines of `file` by language and kind; none when there is no file."""
    if not file.is_file():
        return {}
    return {
        lang: {kind: tuple(filter(None, said.splitlines())) for kind, said in table.items()}
        for lang, table in read_data_file(file.parent, file.name)[0].tables.items()
    }


def _words(
    lang: str,
    table: dict[str, Any],
    rules: dict[str, Any],
    numbers: dict[str, Any],
    need: dict[str, Any],
) -> Words:
    return Words(
        groups=tuple(tuple(group) for group in table.get("groups", [])),
        also=tuple((word, tuple(meant)) for word, meant in table.get("also", {}).items()),
        rules=tuple((phrase, key) for key, said in rules.items() for phrase in said.get(lang, [])),
        numbers={key: tuple(found) for key, found in numbers.items()},
        need={name: tuple(keys) for name, keys in need.items()},
        danger=tuple(table.get("crisis", [])),
        care=tuple(table.get("care", [])),
        never=tuple(table.get("never", [])),
        known=tuple(table.get("known", [])),
        sets={name: tuple(members) for name, members in table.get("one_of", {}).items()},
    )


def members(token: str, words: Words) -> tuple[str, ...]:
    """Return the words that `token` of a phrase of need stands for: those of a set, or itself."""
    return words.sets.get(token[1:-1], ()) if token.startswith("(") else (token,)


def added(words: Words, terms: Set[str], stemmer: Stemmer) -> list[str]:
    """The words of every group of which one word or phrase is wholly among `terms`,
    and what leads to one of them."""
    same = [
        word
        for group, meant in zip(words.groups, _meant(words.groups, stemmer), strict=True)
        if any(one <= terms for one in meant)
        for word in group
    ]
    aims = tuple(meant for _, meant in words.also)
    leading = [
        word
        for (word, _), meant in zip(words.also, _meant(aims, stemmer), strict=True)
        if any(one <= terms for one in meant)
    ]
    return same + leading


@lru_cache(maxsize=16)
def _meant(groups: tuple[tuple[str, ...], ...], stemmer: Stemmer) -> list[list[frozenset[str]]]:
    """For each word of each group what it is found by."""
    return [[frozenset(stemmer.terms(word)) for word in group] for group in groups]


def rules(words: Words, stemmer: Stemmer, pages: dict[str, int]) -> list[list[object]]:
    """Each rule as its words, each word as its stems, and the number of its page, and 1 where
    nothing else may be asked; `pages` are numbers by key."""
    return [
        [stemmed(phrase, stemmer, words), pages[key], *([1] if phrase.startswith(ALONE) else [])]
        for phrase, key in words.rules
        if key in pages
    ]


def needed(words: Words, pages: dict[str, int]) -> dict[str, list[int]]:
    """The numbers of the pages that help, by need; `pages` are numbers by key."""
    return {name: [pages[key] for key in keys if key in pages] for name, keys in words.need.items()}


def stemmed(phrase: str, stemmer: Stemmer, words: Words) -> list[list[str]]:
    """The words of `phrase`, each as its stems; of a set those of all its words."""
    tokens = phrase.removeprefix(ALONE).split()
    found: list[list[str]] = []
    for token in tokens:
        if token.startswith("("):
            among = (stem for member in members(token, words) for stem in stemmer.terms(member))
            found.append(list(dict.fromkeys(among)))
        else:
            found += [list(stemmer.stems(word)) for word in stemmer.words(token)]
    return found
