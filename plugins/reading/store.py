"""What was read before: documents kept on disk under a digest of everything they were made from.

The store may be deleted or restored from elsewhere at any time: an entry is found only by the
digest of its source and of the code that read it, and an entry that is damaged is as good as none.
A document is kept in two parts, because most of what a build asks of it can be said without its
text.

What no file says any more is overwritten at once, for it may have been deleted because it harms
somebody.
"""

import os
import sqlite3
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

CHECK = 16  # bytes of the digest that stands before each value
PATIENCE = 30  # seconds to wait for another build that is writing
OVERWRITES = 2  # the version from which on nothing that was deleted is left in the file
# Losing the store costs time and nothing else, so nothing waits for the disk.
TABLES = """
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS faces (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS texts (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (name TEXT PRIMARY KEY, file_stat TEXT, key BLOB) WITHOUT ROWID;
"""


class Parts(NamedTuple):
    """A document: its `face` is all but the text."""

    face: bytes
    text: bytes


def key(*parts: bytes) -> bytes:
    """The digest of `parts`, which cannot be mistaken for other parts put together otherwise."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


class Store:
    """Documents by key, and keys by file. Nothing here raises for a file that is damaged:
    it begins anew."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._opened: tuple[int, sqlite3.Connection] | None = None

    def faces(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The faces of those `keys` that are there and whole."""
        wanted = set(keys)
        rows = self._ask("SELECT key, value FROM faces")
        return {name: value[CHECK:] for name, value in rows if name in wanted and _whole(value)}

    def text(self, wanted: bytes) -> bytes | None:
        """The text of one document; None when it is not there or damaged."""
        rows = self._ask("SELECT value FROM texts WHERE key = ?", (wanted,))
        return rows[0][0][CHECK:] if rows and _whole(rows[0][0]) else None

    def files(self) -> dict[str, tuple[str, bytes]]:
        """How each file looked when it was last read, and the key of its document."""
        return {
            name: (file_stat, wanted)
            for name, file_stat, wanted in self._ask("SELECT * FROM files")
        }

    def put(self, new: dict[bytes, Parts], files: dict[str, tuple[str, bytes]]) -> None:
        """Adds documents and says which file has which; what is of no file is overwritten."""
        try:
            self._write(new, files)
        except sqlite3.DatabaseError:
            self._begin_anew()

    def _ask(self, question: str, values: tuple[object, ...] = ()) -> list[Any]:
        if not self.file.is_file():
            return []
        try:
            return self._base().execute(question, values).fetchall()
        except sqlite3.DatabaseError:
            self._begin_anew()
            return []

    def _base(self) -> sqlite3.Connection:
        """The connection of this process; one that was opened before a fork must not be used after
        it."""
        if self._opened is None or self._opened[0] != os.getpid():
            base = sqlite3.connect(self.file, timeout=PATIENCE)
            base.execute("PRAGMA secure_delete = ON")
            if base.execute("PRAGMA user_version").fetchone() != (OVERWRITES,):
                base.executescript(f"VACUUM; PRAGMA user_version = {OVERWRITES}")
            self._opened = os.getpid(), base
        return self._opened[1]

    def _begin_anew(self) -> None:
        self._opened = None
        self.file.unlink(missing_ok=True)

    def _write(self, new: dict[bytes, Parts], files: dict[str, tuple[str, bytes]]) -> None:
        before = self.files()
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self._base() as base:
            base.executescript(TABLES)
            for part in Parts._fields:
                rows = [
                    (name, _checked(getattr(new[name], part))) for name in sorted(new)
                ]  # the base takes it so at once
                base.executemany(f"INSERT OR REPLACE INTO {part}s VALUES (?, ?)", rows)
            base.executemany(
                "DELETE FROM files WHERE name = ?",
                [(name,) for name in before.keys() - files.keys()],
            )
            changed = [(name, *row) for name, row in files.items() if before.get(name) != row]
            base.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", changed)
            gone = len(before.keys() - files.keys())
            for part in Parts._fields:
                nowhere = f"DELETE FROM {part}s WHERE key NOT IN (SELECT key FROM files)"
                gone += base.execute(nowhere).rowcount
        # SQLite overwrites what is deleted, but not what it had moved from page to page before.
        if gone:
            base.execute("VACUUM")


def _checked(payload: bytes) -> bytes:
    return sha256(payload).digest()[:CHECK] + payload


def _whole(value: bytes) -> bool:
    return sha256(value[CHECK:]).digest()[:CHECK] == value[:CHECK]
