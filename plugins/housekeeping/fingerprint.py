"""One digest for all that decides what a build writes and is no page or picture: code, theme, texts, settings."""

import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

PACKAGES = (
    *("pelican", "jinja2", "markupsafe", "markdown", "babel", "feedgenerator", "rcssmin", "rjsmin", "tzdata"),
    *("typst", "pypandoc_binary", "segno", "pillow", "fontpkg-ibm-plex-sans", "fontpkg-ibm-plex-sans-arabic"),
)
# Settings that are places, or say how fast: the pages are the same with any of them.
INDIFFERENT = {"PATH", "OUTPUT_PATH", "CACHE_PATH", "THEME", "PLUGIN_PATHS", "CORES", "DEBUG", "CLOCK"}
# Settings that plugins work out, from what the digest covers already.
WORKED_OUT = {"PAGE_PATHS", "BASE_PATH", "STYLESHEET", "FINGERPRINT", "AT_REST", "EDITION", "ADDRESSES"}
COMPILED = "__pycache__"


def fingerprint(settings: Mapping[str, Any], folders: Iterable[Path]) -> str:
    """The digest of `settings` and of every file below `folders`."""
    parts = [sys.version, *(f"{name} {version(name)}" for name in PACKAGES)]
    parts += [f"{name} = {settings[name]!r}" for name in sorted(settings) if _counts(name, settings[name])]
    digest = sha256("\n".join(parts).encode())
    for number, folder in enumerate(folders):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and COMPILED not in file.parts:
                digest.update(f"{number}:{file.relative_to(folder).as_posix()}\n".encode())
                digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _counts(name: str, value: Any) -> bool:
    return name.isupper() and name not in INDIFFERENT | WORKED_OUT and _plain(value)


def _plain(value: Any) -> bool:
    """Whether the value reads the same in every process: no object that shows its place in memory, no unordered set."""
    if isinstance(value, dict):
        return all(map(_plain, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_plain, value))
    return value is None or isinstance(value, str | int | float | bool)
