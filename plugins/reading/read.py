"""One Markdown file becomes one Document: address, fields, text, and everything wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any

from plugins.model.address import AddressError, address
from plugins.model.characters import HIDDEN, hidden
from plugins.model.characters import named as named_sign
from plugins.model.document import Document, Heading, Problem, Text
from plugins.model.glyphs import IN_WORDS, no_glyph, references, spelled, unprintable
from plugins.model.kinds import kind_named
from plugins.model.merge import UNMERGED, marks_of_merge
from plugins.model.message import Message
from plugins.model.mojibake import FIX as TYPED_AGAIN
from plugins.model.mojibake import WHAT as MISREAD
from plugins.model.mojibake import misread
from plugins.reading import located
from plugins.reading.extension import Converter
from plugins.reading.fields_in_text import misplaced
from plugins.reading.front_matter import read_fields, split
from plugins.reading.invariants import invariants
from plugins.reading.numbers import written_by_hand
from plugins.reading.pasted import without_traces
from plugins.reading.revision import blocks, passages, revision

# Kinds of pages that are nothing without a text.
WITH_TEXT = frozenset({"news", "release", "chapter", "advice", "help", "plain"})
AS_ITEM = Message(
    "If it begins an item of a list, write `- ` instead; otherwise say it in words, or put a "
    "picture there."
)
BEGUN = "Text."  # what a page that was just begun says
DAY_IN_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-")


def read_document(file: str, source: str, converter: Converter) -> Document:
    """The document in `source`, the content of `file` (a path relative to the content folder).

    Never raises for what an editor wrote: whatever is wrong is in `problems`.
    """
    place, problems = _place(file)
    kind = str(place.get("kind", Document.kind))
    fields, text, first_line = split(source := without_traces(source))
    values, wrong_fields = read_fields(fields, file, kind)
    html, found, headings = converter.convert(text, file)
    said, (day, wrong_day) = blocks(fields, text, first_line), _day_in_name(file, kind)
    document = Document(
        **place | {"published": day, "menu_title": values.get("title", "")} | values,
        topic_pages=tuple(f"topics/{key}" for key in values.get("topic_keys", ())),
        indexed=kind_named(kind).indexed,
        text=Text(html),
        headings=_headings(headings),
        revision=revision(said),
        passages=passages(said),
        invariants=invariants(said, source, file),
        references=(
            *located.references(found, text, first_line),
            *written_by_hand(source, converter.contacts),
        ),
        field_lines={line.name: line.number for line in fields}
        | located.anchor_lines(headings, text, first_line),
    )
    wrong = (*problems, *wrong_fields, *wrong_day, *misplaced(file, fields, text, first_line))
    unfit = (*_signs(file, source), *_unfinished(document, source, text))
    return replace(document, problems=(*wrong, *unfit))


def _unfinished(document: Document, source: str, text: str) -> Iterator[Problem]:
    """What nobody means to publish: the marks of a merge, and a page without a word."""
    for line, _ in marks_of_merge(source):
        yield Problem(document.file, line, *UNMERGED)
    empty = not text.strip() or (text.strip() == BEGUN and not document.draft)
    if empty and document.kind in WITH_TEXT and not document.withdrawn:
        what = Message("The page has no text.")
        yield Problem(
            document.file, 1, what, Message("Write it, or keep the page as `Draft: yes`.")
        )


def _signs(file: str, source: str) -> Iterator[Problem]:
    """Signs that nobody sees or can read, and signs that cannot be printed; also where they are
    named by their numbers, such as `&#8;`."""
    for place, words in misread(source):
        yield Problem(file, place, Message(MISREAD.id, text=words[:60]), TYPED_AGAIN)
    named = references(source)
    for place, name in hidden(source):
        yield _unseen(file, place, name)
    if not (unprintable(source) or unprintable(unescape(source)) or any(hidden(named))):
        return
    for number, line in enumerate(source.splitlines(), 1):
        for _, name in hidden(references(line)):
            yield _unseen(file, number, name)
        for sign in HIDDEN.sub("", unprintable(spelled(line))):
            fix = AS_ITEM if line.lstrip(" >*-").startswith(sign) else IN_WORDS
            yield Problem(file, number, no_glyph(sign, named_sign(sign)), fix)


def _unseen(file: str, line: int, name: str) -> Problem:
    what = Message("There is a character that nobody sees: %(name)s.", name=name)
    return Problem(file, line, what, Message("Remove it."))


def _place(file: str) -> tuple[dict[str, Any], list[Problem]]:
    """What its path says of the document in `file`."""
    try:
        found = address(file)
    except AddressError as error:
        # It still gets a place of its own, so that the rest of the file is checked in the same run.
        place = {"file": file, "lang": file.partition("/")[0], "key": file}
        return place, [Problem(file, 1, error.what, error.fix)]
    return {"file": file, "template": found.template, **vars(found)}, []


def _day_in_name(file: str, kind: str) -> tuple[date | None, list[Problem]]:
    found = DAY_IN_NAME.match(file.rpartition("/")[2])
    if not kind_named(kind).day_in_name or not found:
        return None, []
    try:
        return date.fromisoformat(found[1]), []
    except ValueError:
        fix = Message("Rename the file so that it begins with the day, such as 2026-11-24-name.md.")
        return None, [
            Problem(
                file,
                1,
                Message(
                    "The file name begins with %(found)s, which is not a date.", found=found[1]
                ),
                fix,
            )
        ]


def _headings(tokens: list[dict[str, Any]]) -> tuple[Heading, ...]:
    return tuple(Heading(t["level"], t["id"], unescape(t["name"]), t["explicit"]) for t in tokens)
