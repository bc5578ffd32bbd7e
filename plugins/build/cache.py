"""The cache: what one build works out for those after it, each value in a file of its own under the
digest of all that it was made from.

A file may be deleted or damaged at any time; then it is as if nothing were kept. Documents have a
base of their own (plugins.reading.store), because there are thousands of them.
"""

import os
import pickle
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

CHECK = 32  # bytes of the digest that stands first
ENDING = ".pickle"


@dataclass(frozen=True)
class Cache:
    """The values that are kept in `folder`, by name."""

    folder: Path

    def room(self, name: str) -> "Cache":
        """Return the cache of one kind of values, in a folder of its own."""
        return Cache(self.folder / name)

    def names(self) -> list[str]:
        """Return the names of all values, in order."""
        return sorted(file.name.removesuffix(ENDING) for file in self.folder.glob(f"*{ENDING}"))

    def get(self, name: str, made_by: str) -> Any:
        """Return the value, when `made_by`, the digest of what it was made from, is as it was; None
        when it is not, and when the file is damaged."""
        data = self._read(name)
        if sha256(made_by.encode() + data[CHECK:]).digest() != data[:CHECK]:
            return None
        return pickle.loads(data[CHECK:])

    def last(self, name: str) -> Any:
        """Return the value, whatever it was made from; None when there is none."""
        data = self._read(name)
        return pickle.loads(data[CHECK:]) if data else None

    def put(self, name: str, made_by: str, value: object) -> None:
        """Keep `value` (not None), and nothing that was there before. Several processes may do so
        at once; each leaves a whole file."""
        payload = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self.folder.mkdir(parents=True, exist_ok=True)
        whole = self.folder / f"{name}.{os.getpid()}"
        whole.write_bytes(sha256(made_by.encode() + payload).digest() + payload)
        whole.replace(self._file(name))

    def get_or_compute(self, name: str, made_by: str, compute: Callable[[], Any]) -> Any:
        """Return the value; what `compute` says (not None), unless it is kept."""
        value = self.get(name, made_by)
        if value is None:
            value = compute()
            self.put(name, made_by, value)
        return value

    def forget(self, name: str) -> None:
        """Keep no value of that name."""
        self._file(name).unlink(missing_ok=True)

    def forget_others(self, names: Collection[str]) -> None:
        """Keep nothing but the values of those names."""
        for file in self.folder.iterdir() if self.folder.is_dir() else ():
            if file.name.removesuffix(ENDING) not in names:
                file.unlink(missing_ok=True)

    def forget_words(self, words: Iterable[str]) -> None:
        """Keep no value that has one of `words` in it."""
        unwanted = [word.encode() for word in words]
        for name in self.names() if unwanted else ():
            if any(word in self._read(name) for word in unwanted):
                self.forget(name)

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}{ENDING}"

    def _read(self, name: str) -> bytes:
        file = self._file(name)
        return file.read_bytes() if file.is_file() else b""
