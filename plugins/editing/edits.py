"""Changes to files of the content folder, gathered first and then made all together."""

from dataclasses import dataclass, field
from pathlib import Path

from plugins.model.message import Message
from plugins.model.user_error import UserError


class EditError(UserError):
    """A change that cannot be made."""


@dataclass
class Edits:
    """What becomes of the files of `folder`: their new text by name, or None for those that go.

    Names are relative to the folder. Until `make` is called nothing is changed.
    """

    folder: Path
    changes: dict[str, bytes | None] = field(default_factory=dict)

    def read(self, name: str) -> str:
        """Return the text of a file as it will be; empty where there will be none."""
        if name in self.changes:
            return (self.changes[name] or b"").decode("utf-8")
        file = self.folder / name
        return file.read_bytes().decode("utf-8") if file.is_file() else ""

    def write(self, name: str, text: str) -> None:
        """The file will have this text."""
        self.changes[name] = text.encode("utf-8")

    def create(self, name: str, text: str) -> None:
        """There will be a new file. Raises EditError where there is one already."""
        self._require_free(name)
        self.write(name, text)

    def move(self, old: str, new: str) -> None:
        """The file will have another name. Raises EditError where there is one of that name."""
        self._require_free(new)
        self.changes[new] = self.changes.get(old) or (self.folder / old).read_bytes()
        self.changes[old] = None

    def remove(self, name: str) -> None:
        """There will be no such file."""
        self.changes[name] = None

    def make(self) -> list[str]:
        """Make all changes, new texts before anything is removed; return the names of the files."""
        for name, data in self.changes.items():
            if data is not None:
                _replace(self.folder / name, data)
        for name, data in self.changes.items():
            if data is None:
                _forget(self.folder / name)
        return sorted(self.changes)

    def _require_free(self, name: str) -> None:
        taken = (self.folder / name).exists() and self.changes.get(name, b"") is not None
        if taken or self.changes.get(name) is not None:
            raise EditError(
                Message("%(file)s is there already.", file=name), Message("Choose another name.")
            )


def _replace(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(data)
    part.replace(file)


def _forget(file: Path) -> None:
    """Remove a file, and the folders that are empty without it."""
    file.unlink(missing_ok=True)
    for above in file.parents:
        if not above.is_dir() or any(above.iterdir()):
            break
        above.rmdir()
