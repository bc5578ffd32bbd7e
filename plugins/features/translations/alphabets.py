"""Letters that tell Belarusian from Russian, and one script from another: a paragraph that nobody
has translated has the letters of its source."""

import re
from collections.abc import Iterable, Iterator

from plugins.reading.revision import Block

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
# Letters that one of the languages has and the other has not.
FOREIGN = {"be": re.compile("[ищъ]"), "ru": re.compile("[іў]")}
CYRILLIC, LATIN = re.compile("[а-яёіў]"), re.compile("[a-z]")
OF_SCRIPT = {"be": LATIN, "ru": LATIN, "en": CYRILLIC}
FEW = 4  # words; a shorter text may be a name
SHARE, MOST = 0.15, 0.6  # of the words of a text in the letters of another language, or script
NAMED = re.compile(r"\{:[^}]*\blang=")  # stands under a paragraph that is in another language
BRACES = re.compile(r"\{[^}]*\}|(?<!\w)-+\w+|\w*\d\w*")


def strange(lang: str, words: str) -> bool:
    """Return whether `words`, a whole paragraph, are hardly in the language `lang`."""
    found = ordinary(words)
    if len(found) < FEW:
        return False
    other, script = FOREIGN.get(lang), OF_SCRIPT.get(lang)
    letters = sum(bool(other and other.search(word)) for word in found)
    foreign = sum(bool(script and script.search(word)) for word in found)
    return letters > SHARE * len(found) or foreign > MOST * len(found)


def ordinary(words: str) -> list[str]:
    """Return the words that are no names: those that begin with a small letter."""
    return [word for word in WORD.findall(BRACES.sub(" ", words)) if word[0].islower()]


def in_other_letters(lang: str, said: Iterable[Block]) -> Iterator[Block]:
    """Yield the paragraphs of `said` that are hardly in the language `lang`, and headings wholly in
    another script."""
    script = OF_SCRIPT.get(lang)
    for block in said:
        found = ordinary(block.words)
        heading = block.heading and script and found and all(map(script.search, found))
        if strange(lang, block.words) or heading:
            yield block


def in_a_named_language(raw: str) -> frozenset[int]:
    """Return the lines of `raw`, a file, that are in another language on purpose: a line such as
    `{: lang=en}` closes their paragraph."""
    lines: set[int] = set()
    begun = 1
    for number, line in enumerate(raw.splitlines(), 1):
        if not line.strip():
            begun = number + 1
        elif NAMED.match(line):
            lines.update(range(begun, number))
    return frozenset(lines)
