"""Data: contacts, sources, topics, glossary and menus, kept in content/data and named by key in pages.

Hears    `initialized`: reads the files;
         `generator_init`: hands them to templates.
Adds     the settings LIBRARY (plugins.data.library.Library) and CONTACTS (by key); the setting SPOKEN and the template
         global `library`: the same with words in every language, borrowed where a language is only begun.
Settings PATH.
"""

from pathlib import Path
from typing import Any

from pelican import signals

from plugins.data.library import read_library
from plugins.data.words import spoken


def read(pelican: Any) -> None:
    library = read_library(Path(pelican.settings["PATH"]) / "data")
    pelican.settings["LIBRARY"] = library
    pelican.settings["CONTACTS"] = library.contacts


def lend(generator: Any) -> None:
    settings = generator.settings
    settings["SPOKEN"] = spoken(settings["LIBRARY"], settings["LANGUAGES"].values())
    generator.env.globals["library"] = settings["SPOKEN"]


def register() -> None:
    signals.initialized.connect(read)
    signals.generator_init.connect(lend)
