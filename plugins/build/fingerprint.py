"""One digest for all that decides what a build writes and is no page or picture: code, theme, texts, settings."""

import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from plugins.build.file_stat import walk

PACKAGES = (
    *("pelican", "jinja2", "markupsafe", "markdown", "babel", "feedgenerator", "rcssmin", "rjsmin", "tzdata"),
    *("typst", "pypandoc_binary", "segno", "pillow", "fontpkg-ibm-plex-sans", "fontpkg-ibm-plex-sans-arabic"),
)
# Settings that are places, or say how fast: the pages are the same with any of them.
INDIFFERENT = {"PATH", "OUTPUT_PATH", "CACHE_PATH", "THEME", "PLUGIN_PATHS", "CORES", "DEBUG", "CLOCK"}
# Settings that plugins work out, from what the digest covers already.
WORKED_OUT = {"PAGE_PATHS", "BASE_PATH", "STYLESHEET", "FINGERPRINT", "AT_REST", "EDITION", "ADDRESSES", "ONCE"}
COMPILED = "__pycache__"


def fingerprint(settings: Mapping[str, Any], folders: Iterable[Path]) -> str:
    """The digest of `settings` and of every file below `folders`."""
    parts = [sys.version, *(f"{name} {version(name)}" for name in PACKAGES)]
    parts += [f"{name} = {settings[name]!r}" for name in sorted(settings) if _counts(name, settings[name])]
    digest = sha256("\n".join(parts).encode())
    for number, folder in enumerate(folders):
        for name, path, _ in sorted(walk(str(folder))):
            if COMPILED not in name:
                digest.update(f"{number}:{name}\n".encode())
                digest.update(sha256(Path(path).read_bytes()).digest())
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
