"""What was read before: documents kept on disk under a digest of everything they were made from.

The store may be deleted or restored from elsewhere at any time: an entry is found only by the digest of its source and
of the code that read it, and an entry that is damaged is as good as none.
"""

import pickle
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

CHECK = 16  # bytes of the digest that stands before each value
PATIENCE = 30  # seconds to wait for another build that is writing


def key(*parts: bytes) -> bytes:
    """The digest of `parts`, which cannot be mistaken for other parts put together otherwise."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


class Store:
    """Values by key in one file. Nothing here raises for a file that is damaged: it begins anew."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Any]:
        """The values of those `keys` that are there and whole."""
        try:
            return self._read(keys)
        except sqlite3.DatabaseError:
            self.file.unlink(missing_ok=True)
            return {}

    def put(self, values: dict[bytes, Any], keep: Iterable[bytes]) -> None:
        """Adds `values`; once most of the file is neither these nor in `keep`, the rest is forgotten."""
        try:
            self._write(values, {*keep, *values})
        except sqlite3.DatabaseError:
            self.file.unlink(missing_ok=True)

    def _read(self, keys: Iterable[bytes]) -> dict[bytes, Any]:
        if not self.file.is_file():
            return {}
        found = {}
        with closing(sqlite3.connect(self.file, timeout=PATIENCE)) as base:
            for wanted in keys:
                row = base.execute("SELECT value FROM entries WHERE key = ?", (wanted,)).fetchone()
                if row and _whole(row[0]):
                    found[wanted] = pickle.loads(row[0][CHECK:])
        return found

    def _write(self, values: dict[bytes, Any], keep: set[bytes]) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        rows = [(name, _checked(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))) for name, value in values.items()]
        with closing(sqlite3.connect(self.file, timeout=PATIENCE)) as base, base:
            base.execute("CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
            base.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?)", rows)
            there = {name for (name,) in base.execute("SELECT key FROM entries")}
            if len(there) > 2 * len(keep):
                base.executemany("DELETE FROM entries WHERE key = ?", [(name,) for name in there - keep])


def _checked(payload: bytes) -> bytes:
    return sha256(payload).digest()[:CHECK] + payload


def _whole(value: bytes) -> bool:
    return sha256(value[CHECK:]).digest()[:CHECK] == value[:CHECK]
