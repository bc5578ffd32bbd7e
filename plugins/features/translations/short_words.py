"""Titles and summaries that nobody has translated, too short to be told as a paragraph is.
Names and abbreviations, such as IOM, are the same in every language."""

import re
from collections.abc import Iterator

from plugins.features.translations.alphabets import BRACES, FOREIGN, OF_SCRIPT, WORD
from plugins.model.document import UNFINISHED, Document

# The fields that readers see, with their attributes.
SEEN = {
    "Title": "title",
    "Heading": "heading",
    "Menu-Title": "menu_title",
    "Discreet-Title": "discreet_title",
    "Summary": "summary",
}


def untranslated(page: Document, source: Document, text: str) -> Iterator[int]:
    """Yield the line of each field of `page` that has words of another language, or in a draft the
    words of `source`; `text` is the text below its fields."""
    for name, attribute in SEEN.items():
        words = getattr(page, attribute)
        if name not in page.field_lines or _is_name(words, text):
            continue
        same = page.draft == UNFINISHED and words == getattr(source, attribute)
        if same or _foreign(page.lang, words):
            yield page.field_lines[name]


def _is_name(words: str, text: str) -> bool:
    """Capitals within a word, several words with capitals, or words that the text has too."""
    found = WORD.findall(BRACES.sub(" ", words))
    if all(any(map(str.isupper, word[1:] or word)) for word in found):
        return True
    if len(found) > 1 and all(word[0].isupper() for word in found):
        return True
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))


def _foreign(lang: str, words: str) -> bool:
    """Every word in letters of another script, or one, that is no name, with a letter that the
    language does not have."""
    found = WORD.findall(BRACES.sub(" ", words))
    script, other = OF_SCRIPT.get(lang), FOREIGN.get(lang)
    own = [word.lower() for n, word in enumerate(found) if not n or word[0].islower()]
    return bool(script and all(script.search(word.lower()) for word in found)) or bool(
        other and any(other.search(word) for word in own)
    )
