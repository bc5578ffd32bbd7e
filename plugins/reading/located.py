"""In which line of a file something stands that was found in the HTML of its text."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from html import unescape
from typing import Any

from plugins.model.document import Reference
from plugins.reading.links import Finding

MARK = r"(?:[-*+]|[0-9]+[.)])[ \t]+"
HEADING = re.compile(rf"[\s>]*(?:{MARK})*#{{1,6}}[^#]")
UNDERLINE = re.compile(r"[\s>]*(?:=+|-+)[ \t]*")
RULER = re.compile(r"[-*_]{3,}")
EXPLICIT_ANCHOR = re.compile(r".*\{[^}]*#(?P<anchor>[^\s}]+)[^}]*\}[\s#]*$")
CODE = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)")
NOTE = re.compile(
    r"^(?P<start>[ \t>]*)\[\^[^\]\n]+\]:.*(?:\n(?:(?P=start)[ \t]+.*|(?=\n)))*", re.MULTILINE
)
PIECE = re.compile(r"\w+|[^\w\s]")
BETWEEN = r"[\s*_~`\\]*"  # what markup may have taken away between the pieces of words
# Where an address may begin, by what stands before it, and what stands behind one there. A text
# without the sign has none of the kind.
OPENED = {
    "inline": ("](", re.compile(r"\]\(\s*<?(?P<address>)")),
    "defined": ("]:", re.compile(r"^[ \t>]*\[(?!\^)[^\]\n]+\]:\s*<?(?P<address>)", re.MULTILINE)),
    "angled": ("<", re.compile(r"<(?:mailto:)?(?P<address>)(?=[^:>]*@|https?:)")),
    "bare": ("http", re.compile(r"(?P<address>)http(?<!\]\(http)(?<![\w/:<\[\"'=]http)s?:")),
}
CLOSED = {
    "inline": re.compile(r">?(?=[\s)])"),
    "defined": re.compile(r">?(?=\s|$)", re.MULTILINE),
    "angled": re.compile(">"),
    "bare": re.compile(r"(?=[\s.,;:!?)*_»”…\"']|$)", re.MULTILINE),
}


def references(found: Iterable[Finding], text: str, first_line: int) -> Iterator[Reference]:
    """Each finding with its line; `first_line` is that of `text` in its file."""
    places = _Places(text)
    for one in found:
        line = first_line + text.count("\n", 0, places.next_of(one))
        yield Reference(one.kind, one.target, line, one.extra, one.written)


def anchor_lines(tokens: list[dict[str, Any]], text: str, first_line: int) -> dict[str, int]:
    """The line of each heading by its anchor: one after the other as they stand, or where they
    cannot all be told apart, each by its words, or by an anchor that was written."""
    lines = text.splitlines()
    headings = [number for number, _ in enumerate(lines) if _is_heading(lines, number)]
    if len(headings) == len(tokens):
        return {
            f"#{token['id']}": first_line + number
            for token, number in zip(tokens, headings, strict=True)
        }
    written = {
        f"#{found['anchor']}": first_line + number
        for number, line in enumerate(lines)
        if "#" in line and (found := EXPLICIT_ANCHOR.match(line))
    }
    by_words = _by_words(tokens, [(number, lines[number]) for number in headings])
    return {f"#{anchor}": first_line + number for anchor, number in by_words} | written


def _by_words(
    tokens: list[dict[str, Any]], lines: list[tuple[int, str]]
) -> Iterator[tuple[str, int]]:
    """The anchor and the number of each heading that is found among the numbered `lines`, one
    after the other."""
    for token in tokens:
        pieces = map(re.escape, PIECE.findall(unescape(token["name"])))
        words = re.compile(BETWEEN.join(pieces))
        at = next((at for at, (_, line) in enumerate(lines) if words.search(line)), None)
        if at is not None:
            yield token["id"], lines[at][0]
            lines = lines[at + 1 :]


def _is_heading(lines: list[str], number: int) -> bool:
    """Whether a heading begins there, by signs before it or by a line below it."""
    line = lines[number]
    if "#" in line and HEADING.match(line):
        return True
    above = lines[number - 1].strip(" >") if number else ""
    alone = bool(line.strip(" >")) and (not above or bool(RULER.fullmatch(above)))
    below = lines[number + 1] if number + 1 < len(lines) else ""
    return alone and bool(below.strip()) and bool(UNDERLINE.fullmatch(below))


class _Places:
    """Where in `text` the words of findings stand; what was found again stands further on."""

    def __init__(self, text: str) -> None:
        self.text = CODE.sub(lambda found: " " * len(found[0]), text)
        self.raw, self.met = text, Counter[str]()
        self.notes = [found.span() for found in NOTE.finditer(text)] if "[^" in text else []

    def next_of(self, finding: Finding) -> int:
        """The place of `finding`; 0 where nobody can say."""
        contact = f"{{contact:{finding.target}}}" if finding.kind == "contact" else ""
        words = finding.written or contact
        places = self._places(finding.kind, finding.target, words)
        name = finding.kind + finding.target + words
        place = places[min(self.met[name], len(places) - 1)] if places else 0
        self.met[name] += 1
        return place

    def _places(self, kind: str, target: str, words: str) -> list[int]:
        found = self._addresses(words) if kind not in FORMS and kind != "leftover" else []
        for pattern in FORMS.get(target if kind == "leftover" else kind, _as_link)(words):
            found = found or [one.start() for one in re.finditer(pattern, self.text, re.MULTILINE)]
            if found:
                break
        return sorted(found, key=lambda at: (self._in_a_note(at), at)) or self._beginning(words)

    @cached_property
    def opened(self) -> dict[int, tuple[int, str]]:
        """Where addresses may begin: where what stands before begins, and what it is."""
        found: dict[int, tuple[int, str]] = {}
        for kind, (sign, pattern) in OPENED.items():
            for one in pattern.finditer(self.text) if sign in self.text else ():
                found.setdefault(one.start("address"), (one.start(), kind))
        return found

    def _addresses(self, words: str) -> list[int]:
        """Where `words` are the address of a link or of a definition, or stand alone."""
        bare, found = words.removeprefix("mailto:"), []
        for at in _occurrences(bare, self.text):
            begun, kind = self.opened.get(at, (0, ""))
            if kind and CLOSED[kind].match(self.text, at + len(bare)):
                found.append(begun)
        return found

    def _in_a_note(self, at: int) -> bool:
        """Whether it stands in a footnote: these come last in HTML."""
        return any(start <= at < end for start, end in self.notes)

    def _beginning(self, words: str) -> list[int]:
        """Where as much of the beginning of `words` stands as stands anywhere."""
        while words and words not in self.raw:
            words = words[:-1]
        return [one.start() for one in re.finditer(re.escape(words), self.raw)] if words else []


def _occurrences(words: str, text: str) -> Iterator[int]:
    """Every place where `words` stand in `text`."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _as_link(words: str) -> Iterator[str]:
    """As the beginning of the address of a link, and anywhere else."""
    yield rf"\]\({re.escape(words)}" if words else r"\]\(\s*\)"
    yield from _in_words(words)


def _in_words(words: str) -> Iterator[str]:
    """As they stand; or with markup between them."""
    if words:
        yield re.escape(words)
        yield BETWEEN.join(map(re.escape, PIECE.findall(words)))


def _as_attribute(name: str) -> Iterator[str]:
    """In braces; a class also as a word behind the kind of a callout."""
    if name == "class":
        yield r"\{[^}\n]*(?<=[\s{:])\.[\w-]|^[ \t>]*!!![ ]*[\w-]+[ ]+[\w-]"
    yield rf"\{{[^}}\n]*{'#' if name == 'id' else rf'{re.escape(name)}[ ]*='}"


def _as_title(words: str) -> Iterator[str]:
    """Behind the sign of a callout, which gives its kind for a title where it has none."""
    yield rf"^[ \t>]*!!![ ]*[\w-]+.*{re.escape(words)}"
    yield rf"^[ \t>]*!!![ ]*(?i:{re.escape(words)})"
    yield from _in_words(words)


def _alone(words: str) -> Iterator[str]:
    """On a line by themselves."""
    yield rf"^[ \t>]*{re.escape(words)}[ \t]*$"
    yield from _in_words(words)


# How findings of a kind are written, the surest form first.
FORMS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "attribute": _as_attribute,
    "hollow": _as_title,
    "empty-item": _alone,
    **dict.fromkeys(("contact", "html", "bare", "raw"), _in_words),
}
