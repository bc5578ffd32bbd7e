"""Examples of one word in all languages: the patterns that single_words.py finds for those of a
script, and the words themselves as they were typed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from plugins.features.search.coarse import coarse
from plugins.features.search.learned import NEEDS, NONE, Examples
from plugins.features.search.single_words import (
    SingleWords,
    as_typed,
    excepted,
    single_words,
    singles,
)
from plugins.features.search.stemmer import Stemmer, read_stemmer
from plugins.features.search.words import Words


def single_by_script(
    words: Mapping[str, Words],
    scripts: Mapping[str, Sequence[str]],
    examples: Mapping[str, Examples],
) -> dict[str, SingleWords]:
    """What single words ask for, by script."""
    typed = {
        script: dict(chain.from_iterable(_stems(words[lang], read_stemmer(lang)) for lang in langs))
        for script, langs in scripts.items()
    }
    return {script: single_words(said, typed[script]) for script, said in examples.items()}


def _stems(words: Words, stemmer: Stemmer) -> Iterator[tuple[str, str]]:
    """Each single example of `words` and its longest stem, in coarse letters."""
    for text in chain.from_iterable(words.examples.values()):
        if len(stemmer.words(text)) == 1 and (word := coarse(text)):
            yield word, max(map(coarse, stemmer.stems(stemmer.words(text)[0])), key=len)


def single_examples(words: Words) -> list[str]:
    """The examples of need that are one word, as they were typed."""
    texts = (text for need in NEEDS for text in words.examples.get(need, ()))
    return [text for text in texts if " " not in coarse(text)]


def typed_examples(words: Words, patterns: Collection[str]) -> frozenset[str]:
    """The single examples of need, with the beginning by which a pattern fits where there is
    one."""
    return frozenset(as_typed(text, patterns) for text in single_examples(words))


def patterns_of(
    said: Mapping[str, SingleWords], examples: Mapping[str, Examples]
) -> dict[str, list[str]]:
    """The patterns of single words of all scripts by need, and the harmless words that fit one."""
    found = {
        need: sorted({one for some in said.values() for one in getattr(some, need)})
        for need in NEEDS
    }
    return found | {"never": harmless_words(examples, found)}


def harmless_words(
    examples: Mapping[str, Examples], patterns: Mapping[str, Sequence[str]]
) -> list[str]:
    """The harmless examples of one word that fit one of `patterns`, unless they are written as
    one of need is."""
    single = {
        kind: {word for said in examples.values() for word in singles(said[kind])}
        for kind in (*NEEDS, NONE)
    }
    harmless = single[NONE].difference(*(single[need] for need in NEEDS))
    return excepted(harmless, [one for need in NEEDS for one in patterns[need]])
