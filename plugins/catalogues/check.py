"""What is wrong with a catalogue: a text a reader would see in English, in a wrong number,
or broken."""

import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from plugins.model.characters import HIDDEN, hidden
from plugins.model.document import Problem

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
TAG = re.compile(r"<[^>]*>?|&#?\w+;")
# Lines that may hold a translation: no comment, no source, no line of the header.
TRANSLATED = re.compile(r'msgstr|"(?![A-Z][A-Za-z-]+: )')
PLANTED = re.compile(r"<|&#?\w+;")
FORM = "msgstr[{}]"


def check(catalogue: Catalog, file: str) -> list[Problem]:
    """Every problem of `catalogue`, with the line in `file`."""
    found = [
        problem
        for message in catalogue
        if message.id
        for problem in _of_message(message, catalogue, file)
    ]
    unused = [_unused(message, file) for message in catalogue.obsolete.values()]
    return sorted([*_rule(catalogue, file), *found, *unused], key=lambda problem: problem.line)


def planted_in(text: str, file: str) -> list[Problem]:
    """What a catalogue with this `text` has that its source has not;
    parsed only where something may be."""
    if not any(
        PLANTED.search(line) or HIDDEN.search(line)
        for line in text.split("\n")
        if TRANSLATED.match(line)
    ):
        return []
    messages = (message for message in read_po(StringIO(text)) if message.id)
    return [
        Problem(file, message.lineno or 1, what, fix)
        for message in messages
        for string in filter(None, _strings(message))
        for what, fix in planted(message, string)
    ]


def untranslated(problems: list[Problem]) -> int:
    """How many of `problems` are texts that nobody has translated yet."""
    return sum(problem.what.endswith(NOBODY) for problem in problems)


NOBODY = "is not translated."


def _of_message(message: Message, catalogue: Catalog, file: str) -> Iterator[Problem]:
    strings = _strings(message)
    name = _ids(message)[0]
    line = message.lineno or 1
    if not any(strings):
        yield Problem(
            file, line, f"{name!r} {NOBODY}", "Write it between the quotation marks of msgstr."
        )
        return
    if message.fuzzy:
        yield Problem(
            file,
            line,
            f"{name!r} is marked as doubtful.",
            "Check it and remove `#, fuzzy` above it.",
        )
    for number in range(catalogue.num_plurals if message.pluralizable else 0):
        if number >= len(strings) or not strings[number]:
            what = f"{name!r} lacks the form {FORM.format(number)}."
            yield Problem(
                file,
                line,
                what,
                f"The language has {catalogue.num_plurals} forms: {catalogue.plural_expr}.",
            )
    for string in filter(None, strings):
        for what, fix in (*_placeholders(message, string), *planted(message, string)):
            yield Problem(file, line, what, fix)


def _placeholders(message: Message, string: str) -> Iterator[tuple[str, str]]:
    """A translation names what its source names; one plural form may do without (`one page`)."""
    wanted = {name for text in _ids(message) for name in PLACEHOLDER.findall(text)}
    named = set(PLACEHOLDER.findall(string))
    for name in sorted(named - wanted):
        fix = f"Use {', '.join(f'%({known})s' for known in sorted(wanted)) or 'none'}."
        yield f"{string!r} has %({name})s, which its source has not.", fix
    if not message.pluralizable:
        for name in sorted(wanted - named):
            yield (
                f"{string!r} lacks %({name})s.",
                "Write it where the value belongs, exactly as in the source.",
            )
    if wanted and "%" in PLACEHOLDER.sub("", string).replace("%%", ""):
        yield (
            f"{string!r} has a broken placeholder.",
            "Write it as %(name)s, and a per cent sign as %%.",
        )


def planted(message: Message, string: str) -> Iterator[tuple[str, str]]:
    """Yield what a translation has and its source has not: templates print it as HTML, so its tags
    are those of its source, and none of its characters is hidden."""
    known = {tag for text in _ids(message) for tag in TAG.findall(text)}
    for tag in sorted(set(TAG.findall(string)) - known):
        yield f"{string[:40]!r} has {tag[:40]!r}, which its source has not.", "Write plain words."
    for _, character in hidden(string):
        yield f"{string[:40]!r} has a character that nobody sees: {character}.", "Remove it."


def _rule(catalogue: Catalog, file: str) -> Iterator[Problem]:
    expected = get_plural(str(catalogue.locale))
    if catalogue.num_plurals != expected.num_plurals:
        fix = f"Write: Plural-Forms: {expected.plural_forms}"
        yield Problem(file, 1, f"The header has {catalogue.num_plurals} plural forms.", fix)


def _unused(message: Message, file: str) -> Problem:
    fix = (
        "Give its translation to the text that replaced it, then delete the lines that begin with "
        "#~."
    )
    return Problem(file, message.lineno or 1, f"{_ids(message)[0]!r} is no longer used.", fix)


def _ids(message: Message) -> tuple[Any, ...]:
    return message.id if isinstance(message.id, tuple) else (message.id,)


def _strings(message: Message) -> tuple[Any, ...]:
    return tuple(message.string) if isinstance(message.string, (tuple, list)) else (message.string,)
