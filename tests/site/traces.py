"""Where a planted word is found: in names, in bytes, and in all that is packed,
printed or kept in a file."""

import gzip
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from email import message_from_bytes, policy
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import brotli
from pypdf import PdfReader

PACKED = (".zip", ".odt", ".docx", ".epub", ".odp", ".xlsx", ".ods")


def inside(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The bytes of a file, its name before them, and all that is in it:
    members, rows, the text of PDFs."""
    yield name, name.encode() + data
    if name.endswith(PACKED):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from (
                    (f"{name}!{inner}", more)
                    for inner, more in inside(member, archive.read(member))
                )
    if name.endswith(".gz"):
        yield from inside(name.removesuffix(".gz"), gzip.decompress(data))
    if name.endswith(".br"):
        yield from inside(name.removesuffix(".br"), brotli.decompress(data))
    if name.endswith(".eml"):
        letter = message_from_bytes(data, policy=policy.default)
        yield name, "".join(part.get_content() for part in letter.iter_parts()).encode()
    if name.endswith(".pdf"):
        text, metadata = printed(data)
        yield f"{name}!text", text
        yield f"{name}!metadata", metadata


@cache
def printed(pdf: bytes) -> tuple[bytes, bytes]:
    """The text of a PDF and what is said of it: it takes long, and most are the same in all
    stories."""
    reader = PdfReader(BytesIO(pdf))
    text = "\n".join(page.extract_text() for page in reader.pages)
    return text.encode(), str(reader.metadata).encode()


def rows(file: Path) -> Iterator[tuple[str, bytes]]:
    """Every value of a database."""
    with closing(sqlite3.connect(file)) as base:
        for (table,) in base.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            for row in base.execute(f"SELECT * FROM {table}"):
                yield from (
                    (
                        f"{file.name}!{table}",
                        value if isinstance(value, bytes) else str(value).encode(),
                    )
                    for value in row
                )


def everything(*folders: Path) -> Iterator[tuple[str, bytes]]:
    """All files below `folders`, and what is in them."""
    for folder in folders:
        for path in sorted(
            path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()
        ):
            name = path.relative_to(folder.parent).as_posix()
            yield from inside(name, path.read_bytes())
            if path.suffix == ".sqlite":
                yield from rows(path)


def traces(word: str, *folders: Path) -> list[str]:
    """Where `word` is found below `folders`, upper or lower case."""
    pattern = re.compile(re.escape(word).encode(), re.IGNORECASE)
    return [name for name, data in everything(*folders) if pattern.search(data)]


def digests(word: str, *folders: Path) -> set[str]:
    """The digests of all files and members that have `word` in their names:
    what a picture was made into."""
    found = ((name, data[len(_own(name)) :]) for name, data in everything(*folders))
    return {sha256(data).hexdigest() for name, data in found if word in _own(name) and data}


def same_bytes(wanted: set[str], *folders: Path) -> list[str]:
    """Which files and members below `folders` have the bytes of one of `wanted`."""
    found = ((name, data[len(_own(name)) :]) for name, data in everything(*folders))
    return [name for name, data in found if sha256(data).hexdigest() in wanted]


def _own(name: str) -> str:
    return name.rpartition("!")[2]
