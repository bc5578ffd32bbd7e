"""The revision of a text: a short digest of what it says, and of nothing else.

Title, heading, summary, doors and text count. White space, emphasis, the numbers of a list, link
targets, anchors and attributes do not: whoever wraps lines, fixes a link or renames an anchor makes
no translation stale. A contact counts by its key: what it says is data, so a new number makes no
text older.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import unescape
from typing import NamedTuple
from zlib import crc32

from plugins.reading.front_matter import Line
from plugins.reading.quantities import unwrapped

LENGTH = 8  # hexadecimal digits, enough to tell a few hundred revisions of one page apart

TELLING = 4  # words that are the same in two languages by chance only in a name

FIELDS = ("Title", "Heading", "Summary", "Doors")
HEADING = re.compile(r"#{1,6}\s+(?P<words>.*?)\s*(?:\{[^}]*#(?P<anchor>[^\s}]+)[^}]*\})?\s*")
RULER = re.compile(r"[\s|:>*_=-]*|\[(?!\^)[^\]]+\]:.*|\s*\{:[^}]*\}\s*")
CALLOUT = re.compile(r"\s*!!!\s*[\w -]*[\"“”„‟«]?(?P<title>.*?)[\"”“»]?\s*")
ITEM = re.compile(
    r"\s*(?:>\s?)*(?:(?:[-+*]|\d{1,9}[.)]|:)\s+(?:\[[ xX]\]\s+)?|\||\[\^[^\]]*\]:\s*)|\s*(?:>\s?)+"
)

# Links and pictures keep their words; attributes and signs go. One pattern for each first letter is
# fastest.
LINK = re.compile(r"\[([^\[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
ATTRIBUTES = re.compile(r"\{:?\s*[#.][^}]*\}")
FOOTNOTE = re.compile(r"\[\^[^\]]*\]")
SIGNS = ("*", "_", "`", "\\", "|", "~~")
ALONE = ("#", "!")  # what begins a line that is a block by itself
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
WITHOUT_INVISIBLE = str.maketrans("", "", INVISIBLE)


class Block(NamedTuple):
    """A paragraph, list item, table row or heading as it is read;
    `anchor` is that of the heading it stands under.

    `words` have single spaces between them; `line` is that of the file it was read from.
    """

    words: str
    anchor: str = ""
    heading: bool = False
    line: int = 0


def blocks(fields: Iterable[Line], text: str, first_line: int = 1) -> tuple[Block, ...]:
    """What a file says, from its fields and its text (which begins on `first_line` of the file)."""
    return (*_of_fields(fields), *_of_text(text, first_line))


def revision(said: Iterable[Block]) -> str:
    """The digest of the words of `said`; how they are divided into blocks makes no difference."""
    words = "".join(block.words for block in said).replace(" ", "")
    return sha256(words.encode(errors="replace")).hexdigest()[:LENGTH]


def passages(said: Iterable[Block]) -> tuple[tuple[int, int], ...]:
    """A checksum and the line of each block long enough to be found again where nobody has
    translated it."""
    return tuple(
        [
            (crc32(words.encode(errors="replace")), line)
            for words, _, _, line in said
            if words.count(" ") + 1 >= TELLING
        ]
    )


def plain(markdown: str) -> str:
    """The words of `markdown` in one line, as a reader sees them."""
    words = markdown
    if "[" in words:
        words = FOOTNOTE.sub("", words)
        words = LINK.sub(r"\1", words.replace("![", "["))
    if "{" in words:
        words = ATTRIBUTES.sub("", unwrapped(words))
    for sign in SIGNS:
        if sign in words:
            words = words.replace(sign, "")
    return _spaced(unescape(words) if "&" in words else words)


def _of_fields(fields: Iterable[Line]) -> Iterator[Block]:
    found = {line.name: line for line in fields}
    for name in FIELDS:
        if name in found:
            for words in found[name].value.splitlines():
                yield Block(
                    _spaced(_composed(unwrapped(words.partition("|")[2] or words))),
                    line=found[name].number,
                )


def _of_text(text: str, first_line: int) -> Iterator[Block]:
    anchor = ""
    for number, lines in _raw(_composed(text)):
        heading = HEADING.fullmatch(lines) if lines[:1] == "#" else None
        if heading:
            anchor = heading["anchor"] or ""
        words = plain(heading["words"] if heading else lines)
        if words:
            yield Block(words, anchor, bool(heading), number + first_line)


def _composed(text: str) -> str:
    """`text` with each letter written in one way (Unicode NFC), and without what cannot be seen."""
    composed = unicodedata.normalize("NFC", text)
    return (
        composed.translate(WITHOUT_INVISIBLE)
        if any(sign in composed for sign in INVISIBLE)
        else composed
    )


def _spaced(words: str) -> str:
    """`words` with single spaces between them and none around."""
    if words.isprintable() and "  " not in words:  # no other white space is printable
        return words.strip(" ")
    return " ".join(words.split())


def _raw(text: str) -> Iterator[tuple[int, str]]:
    """The lines of each block, without what only marks its beginning,
    and the number (from 0) of the first."""
    start, lines = 0, ""
    for number, line in enumerate(text.splitlines()):
        if not line or line[:1].isalpha():  # it has no mark, and is no block by itself
            if lines and not line:
                yield start, lines
                lines = ""
            elif line:
                start, lines = (start, f"{lines}\n{line}") if lines else (number, line)
            continue
        if lines and not _begins(line):
            lines = f"{lines}\n{line}"
            continue
        if lines:
            yield start, lines
        start, lines = number, _without_mark(line)
        if line.lstrip()[:1] in ALONE:
            yield start, lines
            lines = ""
    yield start, lines


def _begins(line: str) -> bool:
    """Whether a block may begin here even though the line before is not empty."""
    return bool(ITEM.match(line) or RULER.fullmatch(line) or line.lstrip()[:1] in ALONE)


def _without_mark(line: str) -> str:
    if RULER.fullmatch(line):
        return ""
    callout = CALLOUT.fullmatch(line)
    item = ITEM.match(line)
    return callout["title"] if callout else line[item.end() :] if item else line
