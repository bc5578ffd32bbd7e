"""Reading: Pelican's Markdown files become Documents, each file read once, and only when it has changed.

Hears    `page_generator_init`: reads all new files before Pelican asks for them, and leaves to Pelican only those: what
         an earlier build has read joins the site as it was;
         `readers_init`: files ending in `.md` are read by the reader below; it gives Pelican all attributes of a
         Document, the address among them, so that nothing about a page is decided anywhere else;
         `page_generator_finalized`: what was read is kept, while other cores are at work;
         `page_writer_finalized`: known pages are written too.
Adds     the parts Found (plugins.reading.found): the documents, those read just now and those known; and Withheld: what
         the public does not see yet.
Settings PATH, PAGE_PATHS, PAGE_EXCLUDES, SITEURL, CACHE_PATH, CORES, PUBLISHING, TIMEZONE.
"""

import os
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from pelican import signals
from pelican.generators import PagesGenerator
from pelican.readers import BaseReader, Readers

from plugins.build.build import Build
from plugins.build.receivers import build_of, connect
from plugins.data.library import Data
from plugins.embargo import awaiting
from plugins.languages.language import Languages
from plugins.reading.collection import Collection, read_bytes
from plugins.reading.extension import Converter
from plugins.reading.found import Found, Withheld
from plugins.reading.remembered import attributes
from plugins.reading.store import Store


def read_ahead(build: Build) -> None:
    """All files of the site as documents: new ones wait for Pelican to ask for them, known ones for the site."""
    store = Store(build.cache_path / "documents.sqlite")
    collection = Collection(build.path, _converter(build), store, build.cores, build.program)
    generator = build.get(PagesGenerator)
    found = collection.documents(pages(generator, list(build.get(Languages).shown)), build.sources)
    build.add(_withheld(found, build))
    build.add(found)
    generator.settings["PAGE_PATHS"] = list(found.fresh)


def _converter(build: Build) -> Converter:
    return Converter(build.get(Data).library.contacts, build.base_path)


def _withheld(found: Found, build: Build) -> Withheld:
    """In public nobody meets what is not finished or not due; a preview shows it and says so."""
    awaited = awaiting(found.documents.values(), build.now, ZoneInfo(build.settings["TIMEZONE"]))
    if build.publishing:
        return Withheld(found.withhold(awaited), awaited)
    for document in found.documents.values():
        document.due = awaited.get(document.key)
    return Withheld(frozenset(), awaited)


def pages(generator: PagesGenerator, languages: list[str]) -> list[str]:
    """The Markdown files in the folders of the languages, relative to the content folder."""
    files = generator.get_files(languages, exclude=generator.settings["PAGE_EXCLUDES"], extensions=("md",))
    return sorted(file.replace(os.sep, "/") for file in files)


class DocumentReader(BaseReader):
    """Gives Pelican what was read ahead; reads a file itself when somebody asks for another one."""

    file_extensions: ClassVar[list[str]] = ["md"]

    @cached_property
    def converter(self) -> Converter:
        return _converter(build_of(self))

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        file = str(source_path).removeprefix(self.settings["PATH"] + os.sep).replace(os.sep, "/")
        document = build_of(self).get(Found).fresh.get(file)
        document = document or read_bytes(file, Path(source_path).read_bytes(), self.converter)
        return document.content, {**attributes(document), "slug": document.key}


def keep(build: Build) -> None:
    """The next build knows what this one has read."""
    build.get(Found).remember()


def write_known(build: Build) -> None:
    """Pelican writes the pages it has read; this writes the others."""
    for page in build.get(Found).known.values():
        build.plan.add_page(page)


def use_documents(readers: Readers) -> None:
    """Pelican reads Markdown with the reader above."""
    readers.reader_classes["md"] = DocumentReader


def register() -> None:
    signals.readers_init.connect(use_documents)
    connect(signals.page_generator_init, read_ahead)
    connect(signals.page_generator_finalized, keep)
    connect(signals.page_writer_finalized, write_known)
