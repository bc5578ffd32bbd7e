"""What is wrong in content/data/search.toml and examples.toml: tables, names of entries and keys of
pages that do not fit."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from plugins.data.records import DataFile
from plugins.features.search.learned import NEEDS, NONE
from plugins.features.search.words import NEED, NUMBERS, RULES
from plugins.model.document import Problem
from plugins.model.merge import UNMERGED, marks_of_merge
from plugins.model.message import Message
from plugins.model.user_error import did_you_mean

ENTRIES = ("groups", "also", "crisis", "care", "never", "known", "one_of")
PHRASES = ("crisis", "care", "never")
PAGES = (RULES, NUMBERS)  # tables whose names are keys of pages
TELEPHONE = re.compile(r"(?:\d[\s().-]{0,2}){9,}")  # somebody's
KINDS_OF_EXAMPLES = (*NEEDS, NONE)


def problems(
    file: DataFile, keys: Collection[str], languages: Collection[str]
) -> Iterator[Problem]:
    """Every problem in `file`; `keys` are those of all pages, `languages` those of the site."""
    known = [*languages, *PAGES, NEED]
    found = file.tables.get(RULES, {})
    for name, table in file.tables.items():
        if name not in known:
            yield _no_language(file, name, known)
        elif name in languages:
            yield from _unknown(file, name, table, ENTRIES)
            phrases = [phrase for kind in PHRASES for phrase in table.get(kind, ())]
            ruled = [phrase for said in found.values() for phrase in said.get(name, ())]
            yield from _no_sets(file, name, table.get("one_of", {}), (*phrases, *ruled))
    for name in PAGES:
        yield from _no_pages(file, file.tables.get(name, {}), keys)
    needed = file.tables.get(NEED, {})
    yield from _unknown(file, NEED, needed, NEEDS)
    yield from _no_pages(file, [key for found in needed.values() for key in found], keys)


def example_problems(file: DataFile, languages: Collection[str]) -> Iterator[Problem]:
    """Every problem in `file`, the examples of what people type."""
    for line, _ in marks_of_merge(file.text):
        yield Problem(file.name, line, *UNMERGED)
    for line, text in enumerate(file.text.splitlines(), 1):
        if TELEPHONE.search(text) and not text.startswith("#"):
            what = Message("An example has what may be a telephone number.")
            yield Problem(file.name, line, what, Message("Take it out, as names are."))
    for name, table in file.tables.items():
        if name in languages:
            yield from _unknown(file, name, table, KINDS_OF_EXAMPLES)
            yield from _contradictions(file, name, table)
        else:
            yield _no_language(file, name, languages)


def _contradictions(file: DataFile, lang: str, table: Mapping[str, str]) -> Iterator[Problem]:
    """Examples of `lang` that stand below two kinds."""
    met: dict[str, str] = {}
    for kind, said in table.items():
        for text in filter(None, said.splitlines()):
            other = met.setdefault(text.strip().lower(), kind)
            if other != kind:
                what = Message(
                    "%(text)r stands below %(other)s and below %(kind)s.",
                    text=text,
                    other=other,
                    kind=kind,
                )
                fix = Message("Leave it where it is right.")
                yield _problem(file, what, fix, f"[{lang}]", f"{kind} =", text)


def _no_language(file: DataFile, name: str, known: Collection[str]) -> Problem:
    what = Message("%(name)r is no language of the site and no table of the search.", name=name)
    return _problem(file, what, did_you_mean(name, known), name)


def _unknown(
    file: DataFile, name: str, table: dict[str, Any], entries: Collection[str]
) -> Iterator[Problem]:
    for entry in table:
        if entry not in entries:
            yield _problem(
                file,
                Message("[%(name)s] has no %(entry)r.", name=name, entry=entry),
                did_you_mean(entry, entries),
                f"[{name}",
                entry,
            )


def _no_sets(
    file: DataFile, lang: str, sets: Collection[str], phrases: Collection[str]
) -> Iterator[Problem]:
    """Phrases with a set that the language does not have."""
    for phrase in phrases:
        for token in phrase.split():
            if token.startswith("(") and token[1:-1] not in sets:
                what = Message("[%(name)s.one_of] has no %(entry)r.", name=lang, entry=token[1:-1])
                yield _problem(file, what, did_you_mean(token[1:-1], sets), f'"{phrase}"')


def _no_pages(file: DataFile, named: Collection[str], keys: Collection[str]) -> Iterator[Problem]:
    for key in named:
        if key not in keys:
            yield _problem(
                file,
                Message("There is no page %(key)r.", key=key),
                did_you_mean(key, keys),
                f'"{key}"',
            )


def _problem(file: DataFile, what: Message, fix: Message, *words: str) -> Problem:
    return Problem(file.name, file.line_of(*words), what, fix)
