"""What a file of content/media carries that nobody sees who looks at it: programs in documents,
formulas in tables, marks that turn the order of words, numbers in captions and drawings."""

import csv
import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from plugins.model.characters import hidden
from plugins.model.document import Problem
from plugins.model.media_files import CAPTIONS, TEXTS, ending, is_drawing
from plugins.model.message import Message
from plugins.reading.numbers import numbers_in

# ISO 32000-1, 12.6.4: actions that run something; a hash writes a letter by its number (7.3.5).
ACTIONS = re.compile(rb"/(?:JavaScript|Launch|RichMedia|ImportData)\b|/JS\s*[(<]")
SPELLED = re.compile(rb"#([0-9A-Fa-f]{2})")
# Macros of Microsoft's and of OpenDocument's programs.
MACROS = re.compile(r"(?:.*/)?vba(?:Project|Data)\.\w+|(?:Basic|Scripts)/.+", re.IGNORECASE)
ARCHIVES = frozenset({".docx", ".xlsx", ".odt", ".ods"})
CALCULATES = re.compile(r"[\s\ufeff]*[=@＝＠|%]|[\s\ufeff]*[+－＋-](?![\s\d.,\u00a0]*%?\s*$)")
TAG = re.compile(r"<style.*?</style>|<[^<>]*>", re.DOTALL)
EXPORT = Message("Export it again without it.")


def carried(name: str, data: bytes) -> Iterator[Problem]:
    """Yield a problem for each thing of that kind in the file `name`, which has those bytes."""
    if ending(name) in TEXTS or is_drawing(name):
        yield from _in_words(name, data.decode(errors="replace"))
    if ending(name) == ".csv":
        yield from _formulas(name, data.decode("utf-8-sig", errors="replace"))
    elif ending(name) == ".pdf" and (found := ACTIONS.search(_plain(data))):
        yield _acts(name, found[0].decode())
    elif ending(name) in ARCHIVES:
        yield from (_acts(name, member) for member in _members(data) if MACROS.fullmatch(member))


def _in_words(name: str, text: str) -> Iterator[Problem]:
    words = unescape(text) if is_drawing(name) else text
    for line, sign in hidden(words):
        what = Message("There is a character that nobody sees: %(name)s.", name=sign)
        yield Problem(name, line, what, Message("Remove it."))
    if is_drawing(name) or ending(name) == CAPTIONS:
        bare = TAG.sub(lambda tag: re.sub(r"[^\n]", " ", tag[0]), words)
        for line, number in numbers_in(bare, frozenset()):
            what = Message("%(target)r is written by hand.", target=number)
            yield Problem(
                name, line, what, Message("Write words here, and {contact:key} on a page.")
            )


def _formulas(name: str, text: str) -> Iterator[Problem]:
    reader = csv.reader(
        text.splitlines(), delimiter=";" if text.count(";") > text.count(",") else ","
    )
    try:
        for row in reader:
            for cell in filter(CALCULATES.match, row):
                what = Message("A spreadsheet would calculate %(text)r.", text=cell[:40])
                yield Problem(
                    name, reader.line_num, what, Message("Begin the cell with another sign.")
                )
    except csv.Error:
        return


def _plain(data: bytes) -> bytes:
    return SPELLED.sub(lambda found: bytes([int(found[1], 16)]), data)


def _members(data: bytes) -> list[str]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            return archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError):
        return []


def _acts(name: str, part: str) -> Problem:
    return Problem(
        name, 1, Message("The document has a program in it: %(part)r.", part=part[:60]), EXPORT
    )
