"""All Markdown files at once: those read before come from the store, the others are shared out over the cores."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from plugins.document import Document, Problem
from plugins.parallel import spread
from plugins.reading.extension import Converter
from plugins.reading.read import read_document
from plugins.reading.store import Store, key

PLUGINS = Path(__file__).parent.parent
# What a document depends on besides its own file.
READERS = ("document.py", "data/entries.py", "languages/address.py", "reading")


@dataclass(frozen=True)
class Collection:
    """The Markdown files of `folder`, as `converter` reads them; `store` remembers, `cores` share the work."""

    folder: Path
    converter: Converter
    store: Store
    cores: int = 0

    def documents(self, files: list[str]) -> dict[str, Document]:
        """Every one of `files` (relative to the folder) as a document."""
        sources = {file: (self.folder / file).read_bytes() for file in files}
        keys = {file: key(self.reader, file.encode(), source) for file, source in sources.items()}
        known = self.store.get(keys.values())
        new = [file for file in files if keys[file] not in known]
        read = dict(zip(new, spread(new, self._reading(sources), self.cores), strict=True))
        if read:
            self.store.put({keys[file]: document for file, document in read.items()}, keys.values())
        return {file: read[file] if file in read else known[keys[file]] for file in files}

    def _reading(self, sources: dict[str, bytes]) -> Callable[[str], Document]:
        return lambda file: read_bytes(file, sources[file], self.converter)

    @cached_property
    def reader(self) -> bytes:
        """A digest of everything but the file that decides what a document becomes."""
        code = [file for name in READERS for file in sorted(_files(PLUGINS / name))]
        digests = [sha256(file.read_bytes()).digest() for file in code]
        passage = self.converter.passage
        contacts = repr(sorted(passage.contacts.items())).encode()
        return key(*digests, version("markdown").encode(), passage.base.encode(), contacts)


def read_bytes(file: str, source: bytes, converter: Converter) -> Document:
    """The document in `source`; one that says so when it is no text."""
    try:
        return read_document(file, source.decode("utf-8-sig"), converter)
    except UnicodeDecodeError as error:
        problem = Problem(file, 1, f"This is not UTF-8 text ({error.reason}).", "Save the file again as UTF-8.")
        return Document(file=file, lang=file.partition("/")[0], key=file, problems=(problem,))


def _files(path: Path) -> list[Path]:
    return list(path.glob("*.py")) if path.is_dir() else [path]
