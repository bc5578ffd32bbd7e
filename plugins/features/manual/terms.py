"""The words of the glossary in a text: the first place where it uses each,
found in every form of the word.

A text is first asked whether it has the beginning of a term at all, which takes microseconds; few
have more than three.
"""

import re
from collections.abc import Iterable
from functools import cache
from html import escape
from typing import Any, NamedTuple

from plugins.model.html_tree import TEXT, Element, Tree, replace

# A word shorter than this, alone, is too often an ordinary word.
SHORTEST = 6
ENDINGS = {"be": 2, "ru": 2}  # letters at the end of a word that its cases change
SKIPPED = frozenset(
    ["a", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "code", "summary", "th", "bdi"]
)


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
    tree = Tree(html)
    for text in [node for node in tree.nodes() if node.tag == TEXT and not _is_left_alone(node)]:
        if spans := _spans(text.text(), waiting):
            replace(text, _linked(text.text(), spans, address))
    return tree.html


def _is_left_alone(text: Element) -> bool:
    """Whether a text stands in something whose words are no place for a link."""
    around = text.parent
    while around is not None and around.tag not in SKIPPED:
        around = around.parent
    return around is not None


def _spans(text: str, waiting: dict[str, re.Pattern[str]]) -> list[tuple[int, int, str]]:
    """Where `text` uses terms that are `waiting` for their first use; these wait no longer."""
    spans: list[tuple[int, int, str]] = []
    for key, pattern in list(waiting.items()):
        match = pattern.search(text)
        if match and not any(
            start < match.end() and match.start() < end for start, end, _ in spans
        ):
            spans.append((match.start(), match.end(), key))
            del waiting[key]
    return sorted(spans)


def _linked(text: str, spans: list[tuple[int, int, str]], address: str) -> str:
    """`text` as HTML, with a link at each of `spans`."""
    pieces, done = [], 0
    for start, end, key in spans:
        link = f'<a class="term" href="{escape(address)}#{key}">{escape(text[start:end])}</a>'
        pieces += [escape(text[done:start]), link]
        done = end
    return "".join((*pieces, escape(text[done:])))
