"""The core pages: what a language must have before readers of the public site are offered it."""

from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path

from plugins.languages.address import AddressError, address


def missing(core: Iterable[str], folder: Path) -> list[str]:
    """The keys of `core` that have no finished page in `folder`, the folder of one language."""
    there = {key for file in folder.rglob("*.md") if (key := _key(folder, file)) in core and not _is_draft(file)}
    return [key for key in core if key not in there]


def _key(folder: Path, file: Path) -> str:
    try:
        return address(file.relative_to(folder.parent).as_posix()).key
    except AddressError:
        return ""


def _is_draft(file: Path) -> bool:
    lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return any(line.startswith("Draft:") for line in takewhile(str.strip, lines))
