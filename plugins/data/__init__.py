"""Data: contacts, sources, topics, glossary and menus,
kept in content/data and named by key in pages.

Hears    `initialized`: reads the files, or remembers what they said;
         `page_generator_init`: hands them to templates.
Adds     the part Data (plugins.data.library), and the template global `library`: the same with
         words in every language, borrowed where a language is only begun. Whoever asks them for a
         part while something is made depends on that part (plugins.build.dependencies).
Settings PATH, CACHE_PATH.
"""

from functools import partial

from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.data.library import Data, Library, known_on, next_lapse, read_entries, with_pictures
from plugins.data.noted import noted
from plugins.data.words import spoken
from plugins.model.language import Languages


def read(build: Build) -> None:
    """The library of this build."""
    folder = build.path / "data"
    entries: Library = build.cache.get_or_compute(
        "library", build.fingerprint, partial(read_entries, folder)
    )
    written, today = with_pictures(entries, folder), build.local_day
    library = known_on(today, written)
    words = spoken(library, build.get(Languages).shown.values())
    known = noted(library, build.dependencies, "data")
    said = noted(words, build.dependencies, "words")
    build.add(Data(known, said, written, next_lapse(written, today)))


def lend(build: Build) -> None:
    """Templates name entries by key."""
    build.globals["library"] = build.get(Data).spoken


def register() -> None:
    connect(signals.initialized, read)
    connect(signals.page_generator_init, lend)
