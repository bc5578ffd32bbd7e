"""Reading: Pelican's Markdown files become Documents, each file read once.

Hears    `readers_init`: files ending in `.md` are read by the reader below; it gives Pelican all attributes of a
         Document, the address among them, so that nothing about a page is decided anywhere else.
Settings PATH, BASE_PATH, CONTACTS.
"""

from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from pelican import signals
from pelican.readers import BaseReader

from plugins.document import Document, Problem
from plugins.reading.extension import Converter
from plugins.reading.read import read_document

# Pelican's Page has these as properties of its own, or takes them beside the metadata.
NOT_METADATA = {"content"}


class DocumentReader(BaseReader):
    """Reads one Markdown file; a file that cannot be read at all becomes a document that says so."""

    file_extensions: ClassVar[list[str]] = ["md"]

    @cached_property
    def converter(self) -> Converter:
        return Converter(self.settings["CONTACTS"], self.settings["BASE_PATH"])

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        file = Path(source_path).relative_to(self.settings["PATH"]).as_posix()
        document = self._document(file, Path(source_path))
        metadata = {name: value for name, value in vars(document).items() if name not in NOT_METADATA}
        return document.content, metadata | {"slug": document.key}

    def _document(self, file: str, path: Path) -> Document:
        try:
            source = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            problem = Problem(file, 1, f"This is not UTF-8 text ({error.reason}).", "Save the file again as UTF-8.")
            return Document(file=file, lang=file.partition("/")[0], key=file, problems=(problem,))
        return read_document(file, source, self.converter)


def use_documents(readers: Any) -> None:
    readers.reader_classes["md"] = DocumentReader


def register() -> None:
    signals.readers_init.connect(use_documents)
