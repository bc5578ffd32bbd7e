"""The output folder: what this build wrote, and what an earlier one left behind."""

import os
from pathlib import Path


class Output:
    """Names (relative to the folder, with `/`) of everything written in one build."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.names: set[str] = set()

    def remember(self, path: str | Path) -> None:
        """`path` (absolute, or relative to the folder) belongs to this build."""
        name = os.path.relpath(path, self.folder) if os.path.isabs(path) else os.path.normpath(path)
        if name.startswith(os.pardir):
            raise ValueError(f"{path} is not in {self.folder}.")
        self.names.add(Path(name).as_posix() if os.sep != "/" else name)

    def write(self, name: str, text: str) -> None:
        """Writes `text` to the file `name` unless it holds just that already."""
        path = os.path.join(self.folder, name)
        data = text.encode("utf-8")
        if _bytes_of(path) != data:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(data)
        self.remember(name)

    def sweep(self, ledger: Path) -> list[str]:
        """Removes what the build before this one wrote and this one did not; returns the names.

        `ledger` is the file in which each build writes its names down. Files that no build of ours wrote stay.
        """
        before = set(ledger.read_text(encoding="utf-8").splitlines()) if ledger.is_file() else set()
        gone = sorted(before - self.names)
        for name in gone:
            self._remove(name)
        ledger.parent.mkdir(parents=True, exist_ok=True)
        ledger.write_text("\n".join(sorted(self.names)) + "\n", encoding="utf-8")
        return gone

    def _remove(self, name: str) -> None:
        path = (self.folder / name).resolve()
        if not path.is_relative_to(self.folder):
            return
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == self.folder or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


def _bytes_of(path: str) -> bytes | None:
    """What the file holds; None when there is none. Plain strings: this runs for every page of every build."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, IsADirectoryError):
        return None
