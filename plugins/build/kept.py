"""What one build works out for the next, kept in the cache by the digest of all that it was made
from.

A file may be deleted or damaged at any time; then it is as if nothing were kept.
"""

import os
import pickle
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

CHECK = 32  # bytes of the digest that stands first


def recall(file: Path, made_by: str) -> Any:
    """What `file` holds, when `made_by`, the digest of what it was made from, is as it was;
    None when it is damaged."""
    data = file.read_bytes() if file.is_file() else b""
    if sha256(made_by.encode() + data[CHECK:]).digest() != data[:CHECK]:
        return None
    return pickle.loads(data[CHECK:])


def remember(file: Path, made_by: str, found: object) -> None:
    """Keeps `found` (not None), and nothing that was there before."""
    payload = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
    file.parent.mkdir(parents=True, exist_ok=True)
    whole = file.with_suffix(f".{os.getpid()}")
    whole.write_bytes(sha256(made_by.encode() + payload).digest() + payload)
    whole.replace(file)


def forget(folder: Path, words: Iterable[str]) -> None:
    """Nothing is kept in `folder` that has one of `words` in it."""
    unwanted = [word.encode() for word in words]
    for file in folder.glob("*.pickle") if unwanted else ():
        data = file.read_bytes()
        if any(word in data for word in unwanted):
            file.unlink()


def kept(file: Path, made_by: str, make: Callable[[], Any]) -> Any:
    """What `make` says (not None), unless `file` has it from an earlier build."""
    found = recall(file, made_by)
    if found is None:
        found = make()
        remember(file, made_by, found)
    return found


class Known:
    """What `make` says, asked only once for the same arguments in this build and in those after
    it."""

    def __init__(self, make: Callable[..., Any], file: Path, made_by: str) -> None:
        self.make = make
        self.file, self.made_by = file, made_by
        self.found: dict[Any, Any] = recall(file, made_by) or {}
        self.before = len(self.found)

    def __call__(self, *arguments: object) -> Any:
        """What `make` says of these arguments, which can be hashed."""
        if arguments not in self.found:
            self.found[arguments] = self.make(*arguments)
        return self.found[arguments]

    def keep(self) -> None:
        """The next build knows what this one does."""
        if len(self.found) != self.before:
            remember(self.file, self.made_by, self.found)
