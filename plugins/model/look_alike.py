"""Letters of other alphabets that look like Latin ones, and accents that are written in two ways:
two words that look the same and are not."""

import unicodedata

from plugins.model.characters import named

# Cyrillic and Greek letters beside the Latin ones that they look like (Unicode Technical Standard
# 39, confusables.txt), as far as keyboards of Belarus have them.
ALIKE = (
    ("аеорсухіјѕԁһкмтвн", "aeopcyxijsdhkmtbh"),
    ("АЕОРСУХІЈЅКМТВН", "AEOPCYXIJSKMTBH"),
    ("αορεικν", "aopeikv"),
)
LATIN = {one: latin for other, like in ALIKE for one, latin in zip(other, like, strict=True)}


def folded(word: str) -> str:
    """Return `word` as the eye sees it."""
    return "".join(LATIN.get(one, one) for one in unicodedata.normalize("NFC", word))


def same_to_the_eye(word: str, known: list[str]) -> str:
    """Return the one of `known` that looks as `word` does; empty where none does."""
    return next((one for one in known if one != word and folded(one) == folded(word)), "")


def strangers(word: str) -> tuple[str, ...]:
    """Return the letters of `word` that look Latin and are not, and accents that stand alone, each
    by its name."""
    return tuple(
        named(one) for one in dict.fromkeys(word) if one in LATIN or unicodedata.combining(one)
    )
