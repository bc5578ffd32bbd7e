"""Words in coarse Latin letters, in which words of need are compared: by a table that the browser
applies to what is typed, Belarusian, Russian and Latin spellings of a word become one."""

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TypedDict
from unicodedata import normalize

from plugins.features.search.stemmer import UNSEEN

TABLE = Path(__file__).parent / "tables" / "need.json"
MOST_WORDS = 1 << 15  # that are remembered


class Table(TypedDict):
    """`word`: what is a word; `fold`: expressions and what replaces them; `keys`:
    keyboards, key by key."""

    word: str
    fold: list[tuple[str, str]]
    keys: list[str]


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
