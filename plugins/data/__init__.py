"""Data: contacts, sources, topics, glossary and menus, kept in content/data and named by key in pages.

Hears    `build_begun`: reads the files, unless nothing has changed, or remembers what they said;
         `generator_init`: hands them to templates.
Adds     the settings LIBRARY (plugins.data.library.Library) and CONTACTS (by key); the setting SPOKEN and the template
         global `library`: the same with words in every language, borrowed where a language is only begun.
Settings PATH, CACHE_PATH, FINGERPRINT.
"""

from functools import partial
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.build.kept import kept
from plugins.data.library import Library, read_library
from plugins.data.words import spoken
from plugins.signals import build_begun


def read(settings: Any) -> None:
    library = Library() if settings["AT_REST"] else _library(settings)
    settings["LIBRARY"], settings["CONTACTS"] = library, library.contacts


def _library(settings: Any) -> Library:
    place = Path(settings["CACHE_PATH"]) / "library.pickle"
    found: Library = kept(place, settings["FINGERPRINT"], partial(read_library, Path(settings["PATH"]) / "data"))
    return found


def lend(generator: Any) -> None:
    settings = generator.settings
    settings["SPOKEN"] = spoken(settings["LIBRARY"], settings["LANGUAGES"].values())
    generator.env.globals["library"] = settings["SPOKEN"]


def register() -> None:
    build_begun.connect(read)
    signals.generator_init.connect(lend)
