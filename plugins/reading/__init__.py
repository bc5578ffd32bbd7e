"""Reading: Pelican's Markdown files become Documents, each file read once, and only when it has changed.

Hears    `page_generator_init`: reads all new files before Pelican asks for them, and leaves to Pelican only those: what
         an earlier build has read joins the site as it was;
         `readers_init`: files ending in `.md` are read by the reader below; it gives Pelican all attributes of a
         Document, the address among them, so that nothing about a page is decided anywhere else.
         `get_generators`: known pages are written too.
Sends    `documents_read`, when all are read and none is a page yet.
Adds     the settings DOCUMENTS: what was read just now, by file; KNOWN: the documents that an earlier build has read;
         AWAITED: when each key becomes public that is not yet; WITHHELD to the context: the files of drafts and of what
         is not due, and the pictures only they show.
Settings PATH, PAGE_PATHS, BASE_PATH, CONTACTS, CACHE_PATH, CORES, SOURCES, AT_REST, PUBLISHING, DEMO, NOW,
         TIMEZONE.
"""

import os
from functools import cache, cached_property
from pathlib import Path
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from pelican import signals
from pelican.readers import BaseReader

from plugins.embargo import awaiting
from plugins.generating import Borrowing
from plugins.reading.collection import Collection, Found, read_bytes
from plugins.reading.extension import Converter
from plugins.reading.remembered import attributes
from plugins.reading.store import Store
from plugins.signals import documents_read


def read_ahead(generator: Any) -> None:
    """All files of the site as documents: new ones wait for Pelican to ask for them, known ones for the site."""
    settings = generator.settings
    if settings["AT_REST"]:
        settings["PAGE_PATHS"], settings["KNOWN"] = [], []
        return
    converter = Converter(settings["CONTACTS"], settings["BASE_PATH"])
    store = Store(Path(settings["CACHE_PATH"]) / "documents.sqlite")
    collection = Collection(Path(settings["PATH"]), converter, store, settings["CORES"])
    found = collection.documents(pages(generator), settings["SOURCES"])
    generator.context["WITHHELD"] = _withhold(found, settings)
    settings["DOCUMENTS"], settings["KNOWN"] = found.fresh, list(found.known.values())
    documents_read.send(list(found.documents.values()), generator=generator)
    found.remember()
    settings["PAGE_PATHS"] = list(found.fresh)


def _withhold(found: Found, settings: Any) -> frozenset[str]:
    """In public nobody meets what is not finished or not due; a preview shows it and says so."""
    awaited = awaiting(found.documents.values(), settings["NOW"], ZoneInfo(settings["TIMEZONE"]))
    settings["AWAITED"] = awaited
    if settings["PUBLISHING"]:
        return found.withhold(awaited, settings["DEMO"])
    for document in found.documents.values():
        document.due = awaited.get(document.key)
    return frozenset()


def pages(generator: Any) -> list[str]:
    """The Markdown files in the folders of the languages, relative to the content folder."""
    settings = generator.settings
    files = generator.get_files(list(settings["LANGUAGES"]), exclude=settings["PAGE_EXCLUDES"], extensions=("md",))
    return sorted(file.replace(os.sep, "/") for file in files)


class DocumentReader(BaseReader):
    """Gives Pelican what was read ahead; reads a file itself when somebody asks for another one."""

    file_extensions: ClassVar[list[str]] = ["md"]

    @cached_property
    def converter(self) -> Converter:
        return Converter(self.settings["CONTACTS"], self.settings["BASE_PATH"])

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        file = str(source_path).removeprefix(self.settings["PATH"] + os.sep).replace(os.sep, "/")
        document = self.settings.get("DOCUMENTS", {}).pop(file, None)
        document = document or read_bytes(file, Path(source_path).read_bytes(), self.converter)
        return document.content, {**attributes(document), "slug": document.key}


class KnownGenerator(Borrowing):
    """Pelican writes the pages it has read; this writes the others."""

    def generate_output(self, writer: Any) -> None:
        template = cache(self.get_template)
        for page in self.settings["KNOWN"]:
            writer.write_file(page.save_as, template(page.template), self.context, page=page)


def write_known(pelican: Any) -> type[Borrowing]:
    return KnownGenerator


def use_documents(readers: Any) -> None:
    readers.reader_classes["md"] = DocumentReader


def register() -> None:
    signals.page_generator_init.connect(read_ahead)
    signals.get_generators.connect(write_known)
    signals.readers_init.connect(use_documents)
