"""Reading: Pelican's Markdown files become Documents, each file read once,
and only when it has changed.

Hears    `page_generator_init`: reads all new files before Pelican asks for them, and leaves to
         Pelican only those: what an earlier build has read joins the site as it was;
         `readers_init`: files ending in `.md` are read by the reader below; it gives Pelican all
         attributes of a Document, the address among them, so that nothing about a page is decided
         anywhere else; `page_generator_finalized`: what was read is kept, while other cores are at
         work; `page_writer_finalized`: known pages are written too.
Adds     the parts Found (plugins.model.found): the documents, those read just now and those known;
         Withheld: what the
public does not see, yet or any more; and Private: what is kept nowhere. Settings PATH, PAGE_PATHS,
PAGE_EXCLUDES, SITEURL, CACHE_PATH, TRANSLATIONS_PATH, CORES, PUBLISHING, DEMO, TIMEZONE,
CONTACT_FORMS.
"""

import os
from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from gettext import NullTranslations
from pathlib import Path
from typing import Any, ClassVar

from pelican import signals
from pelican.generators import PagesGenerator
from pelican.readers import BaseReader, Readers

from plugins.build.build import Build
from plugins.build.receivers import build_of, connect
from plugins.data.entries import ended_on
from plugins.data.library import Data
from plugins.model.document import Document
from plugins.model.embargo import awaiting
from plugins.model.found import Found, Withheld, coming, held
from plugins.model.language import Languages
from plugins.model.site import Site
from plugins.model.withdrawal import Withdrawals, withdrawals
from plugins.reading.collection import Collection, read_bytes
from plugins.reading.extension import Converter
from plugins.reading.footnotes import Words
from plugins.reading.formless import concerns, without_forms
from plugins.reading.redaction import Redaction, ended_films, hidden_files
from plugins.reading.remembered import attributes
from plugins.reading.store import Store
from plugins.rendering.catalogue import read_catalogues
from plugins.rendering.formats import long_date


def read_ahead(build: Build) -> None:
    """All files of the site as documents: new ones wait for Pelican to ask for them,
    known ones for the site."""
    store = Store(build.cache_path / "documents.sqlite")
    collection = Collection(build.path, _converter(build), store, build.cores, build.program)
    generator = build.get(PagesGenerator)
    found = collection.documents(pages(generator, list(build.get(Languages).shown)), build.sources)
    _leave_out_forms(found, build)
    every = list(found.documents.values())
    awaited = awaiting(every, build.now, build.zone)
    withdrawn = withdrawals(
        every, {code: one.fallback for code, one in build.get(Languages).shown.items()}
    )
    private = _withdraw(found, withdrawn, awaited, build)
    withheld = private.removed | _withhold(found, awaited, build)
    waiting = _coming(found, awaited, build)
    found.leave_out(withheld)
    hidden = hidden_files(every, found.documents.values(), build.sources)
    unpublished = frozenset(document.key for document in every if document.file in withheld)
    files = withheld | hidden | private.pictures
    build.add(Withheld(files, unpublished, awaited, withdrawn, waiting))
    build.add(private)
    build.add(found)
    generator.settings["PAGE_PATHS"] = list(found.fresh)


def _converter(build: Build) -> Converter:
    words = {lang: _around_footnotes(build, lang) for lang in build.get(Languages).shown}
    return Converter(build.get(Data).library.named, build.base_path, words)


def _around_footnotes(build: Build, lang: str) -> Words:
    say = _catalogue(build, lang).gettext
    return Words(say("Footnotes"), say("Back to the text"))


def _leave_out_forms(found: Found, build: Build) -> None:
    """Where nothing receives what visitors write, no text says that they can write here."""
    if build.settings["CONTACT_FORMS"]:
        return

    def instead(lang: str) -> str:
        # As components/no-form.html says it.
        return _catalogue(build, lang).gettext(
            "You cannot write through this site here. Call us, or send a letter by post."
        )

    for document in filter(concerns, found.documents.values()):
        found.update(without_forms(document, instead))


def _withhold(found: Found, awaited: dict[str, datetime], build: Build) -> frozenset[str]:
    """The files of what is not finished or not due, which in public nobody meets;
    a preview shows it and says so."""
    documents = found.documents.values()
    if build.publishing:
        return held(documents, awaited, bool(build.settings["DEMO"]))
    for document in documents:
        if document.key in awaited:
            found.update(replace(document, due=awaited[document.key]))
    return frozenset()


def _coming(found: Found, awaited: dict[str, datetime], build: Build) -> tuple[Document, ...]:
    """What nobody meets yet and is checked today; a preview checks it as it checks all."""
    every = list(found.documents.values())
    return coming(every, awaited, bool(build.settings["DEMO"])) if build.publishing else ()


@dataclass(frozen=True)
class Private:
    """Files of which nothing may be kept: texts that were `redacted`,
    or `removed` with their address; `pictures`."""

    redacted: frozenset[str]
    removed: frozenset[str]
    pictures: frozenset[str]


def _withdraw(
    found: Found, withdrawn: Withdrawals, awaited: dict[str, datetime], build: Build
) -> Private:
    """What is withdrawn is taken out of every text, before anybody has seen it."""
    every = list(found.documents.values())
    pictures = build.get(Data).library.pictures
    ended = frozenset(
        key for key, picture in pictures.items() if ended_on(picture, build.local_day)
    )
    pageless = withdrawn.removed | (
        _pageless(every, awaited, build) if build.publishing else frozenset()
    )
    ended |= ended_films(every, withdrawn, build.sources)
    redaction = Redaction(withdrawn, ended, pageless, partial(_word, build), build.base_path)
    concerned = [document for document in every if redaction.concerns(document)]
    for document in concerned:
        _redact(found, document, redaction, build)
    removed = frozenset(
        document.file for document in concerned if document.key in withdrawn.removed
    )
    build.cache.forget_words(withdrawn.removed)  # menus and other data may name them still
    return Private(frozenset(document.file for document in concerned), removed, ended)


def _redact(found: Found, document: Document, redaction: Redaction, build: Build) -> None:
    change = redaction.withdrawn.of(document.lang, document.key)
    if change:
        day = long_date(change.day, build.get(Languages).shown[document.lang].formats)
        found.put(redaction.tombstone(document, f"{_word(build, document.lang)}, {day}"))
    else:
        found.update(redaction.redacted(document))


def _pageless(documents: list[Document], awaited: Container[str], build: Build) -> frozenset[str]:
    """The keys of which readers see nothing in any language."""
    unseen = held(documents, awaited, bool(build.settings["DEMO"]))
    seen = {document.key for document in documents if document.file not in unseen}
    return frozenset(document.key for document in documents) - seen


def _word(build: Build, lang: str) -> str:
    """How the language says that something is withdrawn."""
    return _catalogue(build, lang).gettext("Withdrawn")


def _catalogue(build: Build, lang: str) -> NullTranslations:
    folder = Path(build.settings["TRANSLATIONS_PATH"])
    catalogue: NullTranslations = build.once(read_catalogues, folder, (lang,), build.cache)[lang]
    return catalogue


def pages(generator: PagesGenerator, languages: list[str]) -> list[str]:
    """The Markdown files in the folders of the languages, relative to the content folder."""
    files = generator.get_files(
        languages, exclude=generator.settings["PAGE_EXCLUDES"], extensions=("md",)
    )
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
    private = build.get(Private)
    build.get(Found).remember(private.redacted | build.get(Withheld).files)


def write_known(build: Build) -> None:
    """Pelican writes the pages it has read; this writes the others."""
    known = build.get(Found).known
    for page in build.get(Site).documents:
        if page.file in known:
            build.plan.add_page(page)


def use_documents(readers: Readers) -> None:
    """Pelican reads Markdown with the reader above."""
    readers.reader_classes["md"] = DocumentReader


def register() -> None:
    signals.readers_init.connect(use_documents)
    connect(signals.page_generator_init, read_ahead)
    connect(signals.page_generator_finalized, keep)
    connect(signals.page_writer_finalized, write_known)
