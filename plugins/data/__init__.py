"""Data: contacts, sources, topics, glossary and menus, kept in content/data and named by key in pages.

Hears    `initialized`: reads the files;
         `generator_init`: hands them to templates.
Adds     the settings LIBRARY (plugins.data.library.Library) and CONTACTS (by key), the template global `library`.
Settings PATH.
"""

from pathlib import Path
from typing import Any

from pelican import signals

from plugins.data.library import read_library


def read(pelican: Any) -> None:
    library = read_library(Path(pelican.settings["PATH"]) / "data")
    pelican.settings["LIBRARY"] = library
    pelican.settings["CONTACTS"] = library.contacts


def lend(generator: Any) -> None:
    generator.env.globals["library"] = generator.settings["LIBRARY"]


def register() -> None:
    signals.initialized.connect(read)
    signals.generator_init.connect(lend)
