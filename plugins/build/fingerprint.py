"""One digest for all that decides what a build writes and is no page or picture:
code, theme, texts, settings."""

import sys
import sysconfig
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from plugins.build.digest import as_text, digest, is_plain
from plugins.build.file_stat import walk

# the folder of a package, named after it and its version (PyPA, recording installed projects)
INSTALLED = ".dist-info"
# Settings that are places, or say how fast: the pages are the same with any of them.
INDIFFERENT = {
    "PATH",
    "OUTPUT_PATH",
    "CACHE_PATH",
    "THEME",
    "PLUGIN_PATHS",
    "TRANSLATIONS_PATH",
    "CORES",
    "DEBUG",
    "CLOCK",
    "TOLERANT",
}
# What Pelican needs to be told during a build.
TOLD = {"PAGE_PATHS"}
COMPILED = "__pycache__"


def fingerprint(settings: Mapping[str, object], folders: Iterable[Path]) -> str:
    """The digest of `settings`, of Python and its packages, and of every file below `folders`."""
    said = (f"{name} = {text}" for name, text in sorted(given(settings).items()))
    return digest(sys.version, *packages(), *said, of_files(folders))


def given(settings: Mapping[str, object]) -> dict[str, str]:
    """What `settings` say, as a text each: those that decide what is written and that a person can
    have set."""
    counting = {
        name: value
        for name, value in settings.items()
        if name.isupper() and name not in INDIFFERENT | TOLD
    }
    return {name: as_text(value) for name, value in counting.items() if is_plain(value)}


def of_files(folders: Iterable[Path]) -> str:
    """The digest of the names and contents of all files below `folders`."""
    found = sha256()
    for number, folder in enumerate(folders):
        for name, path, _ in sorted(walk(str(folder))):
            if COMPILED not in name:
                found.update(f"{number}:{name}\n".encode())
                found.update(sha256(Path(path).read_bytes()).digest())
    return found.hexdigest()


def packages() -> list[str]:
    """Every installed package with its version."""
    places = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    return sorted(path.name for place in places for path in Path(place).glob(f"*{INSTALLED}"))
