"""All Markdown files at once: those read before come from the store,
the others are shared out over the cores."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plugins.build.file_stat import FileStat
from plugins.build.parallel import parallel_map
from plugins.model.document import Document, Problem
from plugins.model.found import Found
from plugins.model.message import Message
from plugins.reading.extension import Converter
from plugins.reading.read import read_document
from plugins.reading.remembered import keyed, put_together, remembered, taken_apart
from plugins.reading.store import Parts, Store, key


@dataclass(frozen=True)
class Collection:
    """The Markdown files of `folder`, as `converter` reads them; `store` remembers, `cores` share
    the work; `code` is the digest of the code.
    """

    folder: Path
    converter: Converter
    store: Store
    cores: int = 0
    code: str = ""

    def documents(self, files: list[str], seen: Mapping[str, FileStat]) -> Found:
        """Every one of `files` (relative to the folder) as a document; `seen` is how they look."""
        before, code = self.store.files(), self.reader.hex()
        looks = {
            file: f"{code} {seen[file][:-1]}"
            for file in files
            if file in seen and not seen[file].digest
        }
        keys = (
            {file: self._key(file, looks.get(file, ""), before) for file in files} if before else {}
        )
        faces = self.store.faces(keys.values()) if before else {}
        new = [file for file in files if keys.get(file) not in faces]
        found, fresh = self._read_all(new)
        keys.update(zip(new, (own for own, _ in found), strict=True))
        rows = {file: (looks.get(file, ""), keys[file]) for file in files}
        known = {
            file: remembered(faces[keys[file]], self.text) for file in files if file not in fresh
        }

        def remember(private: Container[str] = ()) -> None:
            public = {file: row for file, row in rows.items() if file not in private}
            wanted = {key for _, key in public.values()}
            made = {own: parts for own, parts in found if own in wanted}
            if made or public != before:
                self.store.put(made, public)

        return Found(fresh, dict(known), remember)

    def _read_all(self, files: list[str]) -> tuple[list[tuple[bytes, Parts]], dict[str, Document]]:
        """What is to be kept of `files` under which key, and the documents in them,
        over all cores."""
        made: dict[str, Document] = {}  # by this process; what others make arrives in parts

        def read(file: str) -> tuple[bytes, Parts]:
            made[file] = document = self._read(file)
            return bytes.fromhex(document.content_digest), Parts(*taken_apart(document))

        found = parallel_map(files, read, self.cores)
        together = zip(files, found, strict=True)
        return found, {
            file: made.get(file) or put_together(*parts) for file, (_, parts) in together
        }

    def text(self, file: str, content_digest: str) -> str:
        """The text of the document in `file` that an earlier build had read;
        read again when the store has lost it."""
        kept = self.store.text(bytes.fromhex(content_digest))
        if kept is not None:
            return kept.decode("utf-8")
        return read_bytes(file, self._bytes(file), self.converter).content

    def _bytes(self, file: str) -> bytes:
        return (self.folder / file).read_bytes()

    def _key(self, file: str, look: str, before: dict[str, tuple[str, bytes]]) -> bytes:
        """The key of the document in `file`: as before when the file looks as before,
        else from its bytes."""
        if look and file in before and before[file][0] == look:
            return before[file][1]
        return key(self.reader, file.encode(), self._bytes(file))

    def _read(self, file: str) -> Document:
        source = self._bytes(file)
        document = read_bytes(file, source, self.converter)
        return keyed(document, key(self.reader, file.encode(), source).hex())

    @cached_property
    def reader(self) -> bytes:
        """A digest of everything but the file that decides what a document becomes."""
        passage = self.converter.passage
        contacts = repr(sorted(passage.contacts.items())).encode()
        words = repr(sorted(self.converter.words.items())).encode()
        return key(self.code.encode(), passage.base.encode(), contacts, words)


def read_bytes(file: str, source: bytes, converter: Converter) -> Document:
    """The document in `source`; one that says so when it is no text."""
    try:
        return read_document(file, source.decode("utf-8-sig"), converter)
    except UnicodeDecodeError:
        problem = Problem(
            file, 1, Message("This is not UTF-8 text."), Message("Save the file again as UTF-8.")
        )
        return Document(file=file, lang=file.partition("/")[0], key=file, problems=(problem,))
