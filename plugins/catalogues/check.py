"""What is wrong with a catalogue: a text a reader would see in English, in a wrong number,
or broken."""

import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from plugins.model.characters import HIDDEN, hidden
from plugins.model.document import Problem
from plugins.model.message import Message

PLACEHOLDER = re.compile(r"%\((\w+)\)[sr]")
TAG = re.compile(r"<[^>]*>?|&#?\w+;")
# Lines that may hold a translation: no comment, no source, no line of the header.
TRANSLATED = re.compile(r'msgstr|"(?![A-Z][A-Za-z-]+: )')
PLANTED = re.compile(r"<|&#?\w+;")
FORM = "msgstr[{}]"
LACKS = Message("%(string)r lacks %(name)s.")


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
    """What a catalogue with this `text` has that its source has not, tags and places for values;
    parsed only where something may be."""
    suspicious = any(
        PLANTED.search(line) or HIDDEN.search(line)
        for line in text.split("\n")
        if TRANSLATED.match(line)
    )
    if not suspicious and not any(map(_misplaces, text.split("\n\n"))):
        return []
    messages = (message for message in read_po(StringIO(text)) if message.id)
    return [
        Problem(file, message.lineno or 1, what, fix)
        for message in messages
        for string in filter(None, _strings(message))
        for what, fix in (*planted(message, string), *_unknown_places(message, string))
    ]


def _misplaces(entry: str) -> bool:
    """Whether an entry, as it stands in the file, may name values that its source has not."""
    english, _, translated = entry.partition("\nmsgstr")
    return "%" in translated and (
        not set(PLACEHOLDER.findall(translated)) <= set(PLACEHOLDER.findall(english))
        or ("%(" in english and "%" in PLACEHOLDER.sub("", translated).replace("%%", ""))
    )


def _unknown_places(message: Entry, string: str) -> Iterator[tuple[Message, Message]]:
    """What would end a build: values that nobody gives."""
    return (one for one in _placeholders(message, string) if one[0].id != LACKS.id)


def untranslated(problems: list[Problem]) -> int:
    """How many of `problems` are texts that nobody has translated yet."""
    return sum(problem.what.id == _nobody("").id for problem in problems)


def _nobody(name: str) -> Message:
    return Message("%(name)r is not translated.", name=name)


def _of_message(message: Entry, catalogue: Catalog, file: str) -> Iterator[Problem]:
    strings = _strings(message)
    name = _ids(message)[0]
    line = message.lineno or 1
    if not any(strings):
        yield Problem(
            file, line, _nobody(name), Message("Write it between the quotation marks of msgstr.")
        )
        return
    if message.fuzzy:
        yield Problem(
            file,
            line,
            Message("%(name)r is marked as doubtful.", name=name),
            Message("Check it and remove `#, fuzzy` above it."),
        )
    for what, fix in _missing_forms(message, catalogue):
        yield Problem(file, line, what, fix)
    for string in filter(None, strings):
        for what, fix in (*_placeholders(message, string), *planted(message, string)):
            yield Problem(file, line, what, fix)


def _missing_forms(message: Entry, catalogue: Catalog) -> Iterator[tuple[Message, Message]]:
    strings = _strings(message)
    for number in range(catalogue.num_plurals if message.pluralizable else 0):
        if number >= len(strings) or not strings[number]:
            yield (
                Message(
                    "%(name)r lacks the form %(form)s.",
                    name=_ids(message)[0],
                    form=FORM.format(number),
                ),
                Message(
                    "The language has %(num_plurals)s forms: %(plural_expr)s.",
                    num_plurals=catalogue.num_plurals,
                    plural_expr=catalogue.plural_expr,
                ),
            )


def _placeholders(message: Entry, string: str) -> Iterator[tuple[Message, Message]]:
    """A translation names what its source names; one plural form may do without (`one page`)."""
    wanted = {name for text in _ids(message) for name in PLACEHOLDER.findall(text)}
    named = set(PLACEHOLDER.findall(string))
    for name in sorted(named - wanted):
        known = tuple(f"%({one})s" for one in sorted(wanted))
        fix = (
            Message("Use %(names)s.", names=known) if known else Message("Remove the placeholder.")
        )
        yield (
            Message(
                "%(string)r has %(name)s, which its source has not.",
                string=string,
                name=f"%({name})s",
            ),
            fix,
        )
    if not message.pluralizable:
        for name in sorted(wanted - named):
            yield (
                Message(LACKS.id, string=string, name=f"%({name})s"),
                Message("Write it where the value belongs, exactly as in the source."),
            )
    if wanted and "%" in PLACEHOLDER.sub("", string).replace("%%", ""):
        yield (
            Message("%(string)r has a broken placeholder.", string=string),
            Message("Write it as %(example)s, and a per cent sign as %%.", example="%(name)s"),
        )


def planted(message: Entry, string: str) -> Iterator[tuple[Message, Message]]:
    """Yield what a translation has and its source has not: templates print it as HTML, so its tags
    are those of its source, and none of its characters is hidden."""
    known = {tag for text in _ids(message) for tag in TAG.findall(text)}
    for tag in sorted(set(TAG.findall(string)) - known):
        yield (
            Message(
                "%(string)r has %(tag)r, which its source has not.",
                string=string[:40],
                tag=tag[:40],
            ),
            Message("Write plain words."),
        )
    for _, character in hidden(string):
        yield (
            Message(
                "%(string)r has a character that nobody sees: %(character)s.",
                string=string[:40],
                character=character,
            ),
            Message("Remove it."),
        )


def _rule(catalogue: Catalog, file: str) -> Iterator[Problem]:
    expected = get_plural(str(catalogue.locale))
    if catalogue.num_plurals != expected.num_plurals:
        fix = Message("Write: Plural-Forms: %(plural_forms)s", plural_forms=expected.plural_forms)
        yield Problem(
            file,
            1,
            Message(
                "The header has %(num_plurals)s plural forms.", num_plurals=catalogue.num_plurals
            ),
            fix,
        )


def _unused(message: Entry, file: str) -> Problem:
    fix = Message(
        "Give its translation to the text that replaced it, then delete the lines "
        "that begin with #~."
    )
    return Problem(
        file,
        message.lineno or 1,
        Message("%(name)r is no longer used.", name=_ids(message)[0]),
        fix,
    )


def _ids(message: Entry) -> tuple[Any, ...]:
    return message.id if isinstance(message.id, tuple) else (message.id,)


def _strings(message: Entry) -> tuple[Any, ...]:
    return tuple(message.string) if isinstance(message.string, (tuple, list)) else (message.string,)
