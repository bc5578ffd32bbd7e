"""Addresses, and names of files to take away, stay where others can read them: those of pages for
people in need have no word that tells of it."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from plugins.checks.known import Known
from plugins.data.records import DataFile
from plugins.editing.names import file_name
from plugins.model.document import Problem
from plugins.model.media_files import FOLDER
from plugins.model.message import Message

SAID = {"why", "instead"}  # what a table has beside its words


class Telling(NamedTuple):
    """A word that tells, as a pattern of Latin letters; where it stands, and what is used in its
    place."""

    pattern: re.Pattern[str]
    line: int
    instead: str


def check(known: Known) -> Iterator[Problem]:
    """Each address below the sections of data/addresses.toml, and each document, that tells."""
    file = known.library.files.get("addresses")
    if file is None:
        return
    telling, sections = list(telling_words(file)), file.tables.get("sections", [])
    for page in known.documents:
        if any(page.key == key or page.key.startswith(f"{key}/") for key in sections):
            yield from tell(page.file, page.key, telling, _renamed)
    for name in known.files:
        if name.startswith(FOLDER):
            yield from tell(name, name.removeprefix(FOLDER).rpartition(".")[0], telling, _named)


def telling_words(file: DataFile) -> Iterator[Telling]:
    """Yield the words of data/addresses.toml."""
    for table in file.tables.get("telling", []):
        for lang, words in table.items():
            for word in words if lang not in SAID else ():
                line = file.line_of(f'"{word}"')
                yield Telling(_pattern(word, lang), line, ", ".join(table.get("instead", ())))


def _pattern(word: str, lang: str) -> re.Pattern[str]:
    """The word as names of files spell it."""
    return re.compile(file_name(word.rstrip("*"), lang) + (".*" if word.endswith("*") else ""))


def tell(
    file: str, name: str, telling: list[Telling], fix: Callable[[str, str], Message]
) -> Iterator[Problem]:
    """Yield a problem of `file` for each word of `name` that tells; `fix` says what to do, from the
    name and the words that are used in its place."""
    for word in re.split(r"[^a-z0-9]+", name.lower()):
        found = next((one for one in telling if one.pattern.fullmatch(word)), None)
        if found:
            what = Message(
                "The name has the word %(word)r. It stays in the history of a browser and among "
                "what was saved, and tells others too much (data/addresses.toml:%(line)s).",
                word=word,
                line=found.line,
            )
            yield Problem(file, 1, what, fix(name, found.instead))


def _renamed(key: str, instead: str) -> Message:
    return Message(
        "Give it a neutral name (such as %(instead)s): make rename FROM=%(key)s TO=…",
        instead=instead,
        key=key,
    )


def _named(name: str, instead: str) -> Message:
    return Message("Give the file a neutral name (such as %(instead)s).", instead=instead)
