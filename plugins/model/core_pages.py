"""The core pages: what a language must have before readers of the public site are offered it."""

from itertools import takewhile
from pathlib import Path

from plugins.model.address import key_of


def missing(core: list[str], folder: Path) -> list[str]:
    """The keys of `core` that have no finished page in `folder`, the folder of one language."""
    if not core:
        return []
    files = {
        key_of(file.relative_to(folder.parent).as_posix()): file for file in folder.rglob("*.md")
    }
    return [key for key in core if key not in files or _is_draft(files[key])]


def _is_draft(file: Path) -> bool:
    lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return any(line.startswith("Draft:") for line in takewhile(str.strip, lines))
