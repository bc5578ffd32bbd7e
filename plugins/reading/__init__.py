"""Reading: Pelican's Markdown files become Documents, each file read once, and only when it has changed.

Hears    `page_generator_init`: reads all files before Pelican asks for them;
         `readers_init`: files ending in `.md` are read by the reader below; it gives Pelican all attributes of a
         Document, the address among them, so that nothing about a page is decided anywhere else.
Settings PATH, PAGE_PATHS, BASE_PATH, CONTACTS, CACHE_PATH, CORES.
"""

from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from pelican import signals
from pelican.readers import BaseReader

from plugins.reading.collection import Collection, read_bytes
from plugins.reading.extension import Converter
from plugins.reading.store import Store

# Pelican's Page has these as properties of its own, or takes them beside the metadata.
NOT_METADATA = {"content"}


def read_ahead(generator: Any) -> None:
    """All files that Pelican will ask for, as documents by path."""
    settings = generator.settings
    converter = Converter(settings["CONTACTS"], settings["BASE_PATH"])
    store = Store(Path(settings["CACHE_PATH"]) / "documents.sqlite")
    files = generator.get_files(settings["PAGE_PATHS"], exclude=settings["PAGE_EXCLUDES"], extensions=("md",))
    collection = Collection(Path(settings["PATH"]), converter, store, settings["CORES"])
    settings["DOCUMENTS"] = collection.documents(sorted(Path(file).as_posix() for file in files))


class DocumentReader(BaseReader):
    """Gives Pelican what was read ahead; reads a file itself when somebody asks for another one."""

    file_extensions: ClassVar[list[str]] = ["md"]

    @cached_property
    def converter(self) -> Converter:
        return Converter(self.settings["CONTACTS"], self.settings["BASE_PATH"])

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        file = Path(source_path).relative_to(self.settings["PATH"]).as_posix()
        document = self.settings.get("DOCUMENTS", {}).pop(file, None)
        document = document or read_bytes(file, Path(source_path).read_bytes(), self.converter)
        metadata = {name: value for name, value in vars(document).items() if name not in NOT_METADATA}
        return document.content, metadata | {"slug": document.key}


def use_documents(readers: Any) -> None:
    readers.reader_classes["md"] = DocumentReader


def register() -> None:
    signals.page_generator_init.connect(read_ahead)
    signals.readers_init.connect(use_documents)
