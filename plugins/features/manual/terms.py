"""The words of the glossary in a text: the first place where it uses each,
found in every form of the word.

A text is first asked whether it has the beginning of a term at all, which takes microseconds; few
have more than three.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

# A word shorter than this, alone, is too often an ordinary word.
SHORTEST = 6
ENDINGS = {"be": 2, "ru": 2}  # letters at the end of a word that its cases change
PIECE = re.compile(r"(<[^>]*>)")
SKIPPED = re.compile(r"<(/?)(a|h[1-6]|blockquote|code|summary|th|bdi)\b")


class Finder(NamedTuple):
    """What finds a term: all `signs` stand, in small letters,
    in a text in which `pattern` can find it."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]


def finders(terms: Iterable[Any], lang: str) -> dict[str, Finder]:
    """By the key of each term of `lang` that can be told from ordinary words, what finds it;
    long ones first."""
    words = {term.key: term.term[lang] for term in terms if lang in term.term and not term.ordinary}
    longest = sorted(words, key=lambda key: (-len(words[key]), key))
    return {
        key: _finder(words[key], lang)
        for key in longest
        if " " in words[key] or len(words[key]) >= SHORTEST
    }


@cache
def _finder(term: str, lang: str) -> Finder:
    ending = ENDINGS.get(lang, 0)
    stems = [_stem(word, ending) for word in term.split()]
    more = r"\w{0,4}" if ending else "s?"
    words = r"[\s ]+".join(re.escape(stem) + more for stem in stems)
    return Finder(
        tuple(sorted((stem.lower() for stem in stems), key=len, reverse=True)),
        re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE),
    )


def _stem(word: str, ending: int) -> str:
    return word[:-ending] if ending and len(word) > ending + 2 else word


def linked(html: str, found: dict[str, Finder], address: str) -> str:
    """`html` with the first use of each term leading to its entry at `address`;
    headings, links and quotes stay."""
    small = html.lower()
    waiting = {
        key: finder.pattern
        for key, finder in found.items()
        if all(map(small.__contains__, finder.signs))
    }
    if not waiting:
        return html
    return "".join(_piece(piece, inside, waiting, address) for piece, inside in _pieces(html))


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """The tags and texts of `html`, and whether each stands in something that is left alone."""
    depth = 0
    for piece in PIECE.split(html):
        tag = SKIPPED.match(piece)
        depth += (-1 if tag[1] else 1) if tag else 0
        yield piece, depth > 0 or piece.startswith("<")


def _piece(text: str, alone: bool, waiting: dict[str, re.Pattern[str]], address: str) -> str:
    if alone or not text.strip():
        return text
    spans: list[tuple[int, int, str]] = []
    for key, pattern in list(waiting.items()):
        match = pattern.search(text)
        if match and not any(
            start < match.end() and match.start() < end for start, end, _ in spans
        ):
            spans.append((match.start(), match.end(), key))
            del waiting[key]
    for start, end, key in sorted(spans, reverse=True):
        link = f'<a class="term" href="{address}#{key}">{text[start:end]}</a>'
        text = text[:start] + link + text[end:]
    return text
