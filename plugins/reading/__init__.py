"""Reading: Pelican's Markdown files become Documents, each file read once, and only when it has changed.

Hears    `page_generator_init`: reads all new files before Pelican asks for them, and leaves to Pelican only those: what
         an earlier build has read joins the site as it was;
         `readers_init`: files ending in `.md` are read by the reader below; it gives Pelican all attributes of a
         Document, the address among them, so that nothing about a page is decided anywhere else.
         `get_generators`: known pages are written too.
Sends    `documents_read`, when all are read and none is a page yet.
Adds     the settings DOCUMENTS: what was read just now, by file; KNOWN: the documents that an earlier build has read;
         AWAITED: when each key becomes public that is not yet; to the context WITHHELD: the files of drafts, of what
         is not due or removed, and the pictures only they and what is withdrawn show; UNPUBLISHED: the keys of the
         texts among them; WITHDRAWALS (plugins.withdrawal).
Settings PATH, PAGE_PATHS, BASE_PATH, CONTACTS, CACHE_PATH, CORES, SOURCES, AT_REST, PUBLISHING, NOW, TIMEZONE,
         LANGUAGES, LIBRARY, TRANSLATIONS_PATH.
"""

import os
from collections.abc import Container
from functools import cache, cached_property
from pathlib import Path
from typing import Any, ClassVar, NamedTuple
from zoneinfo import ZoneInfo

from pelican import signals
from pelican.readers import BaseReader

from plugins.build.kept import forget
from plugins.data.entries import ended_on
from plugins.document import Document
from plugins.embargo import awaiting
from plugins.generating import Borrowing
from plugins.languages.catalogue import read_catalogues
from plugins.languages.formats import local_day, long_date
from plugins.reading.collection import Collection, Found, read_bytes
from plugins.reading.extension import Converter
from plugins.reading.redaction import Redaction, hidden_files
from plugins.reading.remembered import attributes
from plugins.reading.store import Store
from plugins.signals import documents_read
from plugins.withdrawal import withdrawals


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
    every = list(found.documents.values())
    settings["AWAITED"] = awaiting(every, settings["NOW"], ZoneInfo(settings["TIMEZONE"]))
    private = _withdraw(found, generator)
    withheld = private.removed | _withhold(found, settings)
    found.leave_out(withheld)
    hidden = hidden_files(every, found.documents.values())
    generator.context["WITHHELD"] = withheld | hidden | private.pictures
    generator.context["UNPUBLISHED"] = frozenset(one.key for one in every if one.file in withheld)
    settings["DOCUMENTS"], settings["KNOWN"] = found.fresh, list(found.known.values())
    documents_read.send(list(found.documents.values()), generator=generator)
    found.remember(private.redacted | withheld)
    settings["PAGE_PATHS"] = list(found.fresh)


def _withhold(found: Found, settings: Any) -> frozenset[str]:
    """The files of what is not finished or not due, which in public nobody meets; a preview shows it and says so."""
    awaited, documents = settings["AWAITED"], found.documents.values()
    if settings["PUBLISHING"]:
        return frozenset(one.file for one in documents if one.draft or one.key in awaited)
    for document in documents:
        document.due = awaited.get(document.key)
    return frozenset()


class Private(NamedTuple):
    """Files of which nothing may be kept: texts that were `redacted`, or `removed` with their address; `pictures`."""

    redacted: frozenset[str]
    removed: frozenset[str]
    pictures: frozenset[str]


def _withdraw(found: Found, generator: Any) -> Private:
    """What is withdrawn is taken out of every text, before anybody has seen it."""
    settings, every = generator.settings, list(found.documents.values())
    languages, today = settings["LANGUAGES"], local_day(settings)
    generator.context["WITHDRAWALS"] = withdrawn = withdrawals(every, {c: one.fallback for c, one in languages.items()})
    ended = frozenset(key for key, one in settings["LIBRARY"].pictures.items() if ended_on(one, today))
    words = cache(lambda lang: _word(settings, lang))
    pageless = withdrawn.removed | (_pageless(every, settings["AWAITED"]) if settings["PUBLISHING"] else frozenset())
    redaction = Redaction(withdrawn, ended, pageless, words, settings["BASE_PATH"])
    concerned = [document for document in every if redaction.concerns(document)]
    for document in concerned:
        change = withdrawn.of(document.lang, document.key)
        if change:
            day = long_date(change.day, languages[document.lang].formats)
            found.put(redaction.tombstone(document, f"{words(document.lang)}, {day}"))
        else:
            redaction.redact(document)
    removed = frozenset(one.file for one in concerned if one.key in withdrawn.removed)
    forget(Path(settings["CACHE_PATH"]), withdrawn.removed)  # menus and other data may name them still
    return Private(frozenset(one.file for one in concerned), removed, ended)


def _pageless(documents: list[Document], awaited: Container[str]) -> frozenset[str]:
    """The keys of which readers see nothing in any language."""
    seen = {document.key for document in documents if not document.draft and document.key not in awaited}
    return frozenset(document.key for document in documents) - seen


def _word(settings: Any, lang: str) -> str:
    kept = Path(settings["CACHE_PATH"]) / "catalogues"
    return read_catalogues(Path(settings["TRANSLATIONS_PATH"]), [lang], kept)[lang].gettext("Withdrawn")


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
