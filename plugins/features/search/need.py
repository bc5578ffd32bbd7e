"""Words of need in all languages in one file, so that they are understood on a page of any
language.

Every word is written in coarse Latin letters (coarse.py). `*` stands for any ending, and `(name)`
for any word of a set, which is written once, below its number. Languages of one script share a
file, since they share many words, and what was learned from the examples of all of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from plugins.features.search.coarse import coarse, table
from plugins.features.search.learned import NEEDS, NONE, Learned, learn, starting
from plugins.features.search.shards import as_json, digest
from plugins.features.search.single_examples import (
    harmless_words,
    patterns_of,
    single_by_script,
    typed_examples,
)
from plugins.features.search.words import Words, members
from plugins.model.language import Language

Found = TypeVar("Found")
NAME, PHRASES, SINGLE = "need-{}.json", "phrases-{}.json", "single-{}.json"
Numbers = Mapping[tuple[str, str], int]  # of sets, by language and name
KINDS = ("danger", "care", "never")
SURELY = 1.5  # of what examples say of it


@dataclass(frozen=True)
class Need:
    """`files`: by name, the one that names the others first; `learned`: what examples say, by
    language; `asked`: the words of each language without the phrases that are known from them;
    `telling`: the words of examples that speak for need; `patterns`: of single words that do, in
    all languages; `single`: the examples of one word by language, as they were typed, with `*`
    where other endings are as good."""

    files: Mapping[str, bytes]
    learned: Mapping[str, Learned]
    asked: Mapping[str, Words]
    telling: frozenset[str]
    patterns: frozenset[str]
    single: Mapping[str, frozenset[str]]


def need_files(words: Mapping[str, Words]) -> Need:
    """The files with the words of need, by name: first single words of all languages and how all
    are written, then for each script phrases of several words, which a question of one word
    cannot be, and what was learned from examples."""
    scripts = {one: list(langs) for one, langs in groupby(sorted(words, key=_script), _script)}
    examples = {script: _examples(words, langs) for script, langs in scripts.items()}
    learned = _of_languages(scripts, {one: learn(said) for one, said in examples.items()})
    asked = {lang: _without_known(one, learned[lang]) for lang, one in words.items()}
    numbers = _numbers(words)
    kinds = {lang: _kinds(one, lang, numbers) for lang, one in asked.items()}
    phrases = {
        script: _named(
            PHRASES, _phrases(words, langs, numbers, kinds) | {**learned[langs[0]].table(script)}
        )
        for script, langs in scripts.items()
    }
    names = {script: name for script, (name, _) in phrases.items()}
    named = {"phrases": _of_languages(scripts, names), "scripts": names}
    said = single_by_script(words, scripts, examples)
    file, data = _named(SINGLE, _joined(patterns_of(said, examples)))
    anywhere = _single(kinds)
    harmless = "|".join(harmless_words(examples, anywhere))
    told = {**named, **_joined(anywhere), "harmless": harmless, "single": file}
    name, first = _named(NAME, {**table(), **told})
    telling = frozenset().union(*(_telling(one, learned[lang]) for lang, one in words.items()))
    patterns = frozenset(one for some in said.values() for one in some.patterns)
    single = {lang: typed_examples(words[lang], patterns) for lang in words}
    files = {name: first, **dict(phrases.values()), file: data}
    return Need(files, learned, asked, telling, patterns, single)


def _named(name: str, table: Mapping[str, object]) -> tuple[str, bytes]:
    """A file with `table`, and its name, which says what is in it."""
    data = as_json(dict(table))
    return name.format(digest(data)), data


def _numbers(words: Mapping[str, Words]) -> Numbers:
    """A number for each set of each language."""
    names = ((lang, name) for lang in words for name in words[lang].sets)
    return {name: number for number, name in enumerate(names)}


def _single(kinds: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, list[str]]:
    """The single words of all languages by kind."""
    every = {kind: {one for own in kinds.values() for one in own[kind]} for kind in KINDS}
    return {kind: [one for one in sorted(every[kind]) if not _several(one)] for kind in KINDS}


def _joined(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {kind: "|".join(words[kind]) for kind in KINDS}


def _of_languages(
    scripts: Mapping[str, Sequence[str]], found: Mapping[str, Found]
) -> dict[str, Found]:
    """What was found for each script, for each of its languages."""
    return {lang: found[script] for script, langs in scripts.items() for lang in langs}


def _without_known(words: Words, learned: Learned) -> Words:
    """`words` without the phrases of danger that are known from examples."""
    left = tuple(phrase for phrase in words.danger if not _is_known(phrase, words, learned))
    return replace(words, danger=left)


def _is_known(phrase: str, words: Words, learned: Learned) -> bool:
    """Whether examples say of `phrase`, with any word of its sets, that it is one of danger."""
    tokens = [
        [coarse(one.removesuffix("*")) for one in members(token, words)] for token in phrase.split()
    ]
    least = [min((learned.danger(one), one) for one in token)[1] for token in tokens]
    return len(tokens) > 1 and learned.score(" ".join(least))[0] >= SURELY


def _telling(words: Words, learned: Learned) -> set[str]:
    """The words of the examples that speak for need, as they were typed."""
    texts = " ".join(text for kind in NEEDS for text in words.examples.get(kind, ()))
    typed, telling = set(re.findall(table()["word"], texts.lower())), learned.telling
    return {word for word in typed if starting(coarse(word)) in telling}


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
        "phrases": {kind: "|".join(filter(_several, all_kinds[kind])) for kind in KINDS},
    }


def _kinds(words: Words, lang: str, numbers: Numbers) -> dict[str, list[str]]:
    """The phrases of each kind; a set is called by its number among those of all languages."""
    found = {
        kind: {_written(phrase, lang, numbers) for phrase in getattr(words, kind)} for kind in KINDS
    }
    return {kind: sorted(found[kind]) if kind == "never" else _least(found[kind]) for kind in KINDS}


def _written(phrase: str, lang: str, numbers: Numbers) -> str:
    """`phrase` in coarse letters, its sets by their `numbers`."""
    tokens = phrase.split()
    return " ".join(
        f"<{numbers[lang, token[1:-1]]}" if token.startswith("(") else coarse(token)
        for token in tokens
    )


def _several(phrase: str) -> bool:
    return " " in phrase


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
