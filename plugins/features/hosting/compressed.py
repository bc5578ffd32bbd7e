"""Texts compressed ahead, beside the files themselves, so that no server has to do it each time.

nginx (`gzip_static`, `brotli_static`) and Caddy (`precompressed`) look for `page.html.gz` and
`page.html.br`. They are no part of the build: it takes one away with the file that it was made
from.
"""

import gzip
import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import brotli

from plugins.build.parallel import parallel_map

TEXTS = frozenset({".html", ".css", ".js", ".json", ".txt", ".xml", ".svg", ".csv"})
SMALL = 500  # bytes, which fit into one packet anyway
FILLED = "contact"  # pages that the endpoint fills with what a visitor wrote
MAKERS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": partial(gzip.compress, compresslevel=9, mtime=0),
    ".br": brotli.compress,
}


def compress(folder: Path, cores: int = 0) -> int:
    """Write what is missing or older than its file below `folder`, and take away what was being
    written when the last time ended before its end; return how many there are now.

    Raises OSError where a file cannot be written; those before it are whole.
    """
    for ending in MAKERS:
        for begun in folder.rglob(f".*{ending}"):
            begun.unlink()
    files = list(_texts(folder))
    return sum(parallel_map(files, _beside, cores or os.cpu_count() or 1))


def _texts(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        place = file.relative_to(folder)
        if file.suffix in TEXTS and place.parts[0] != FILLED and file.stat().st_size > SMALL:
            yield file


def _beside(file: Path) -> int:
    return sum(_made(file, ending, make) for ending, make in MAKERS.items())


def _made(file: Path, ending: str, make: Callable[[bytes], bytes]) -> bool:
    """Whether the file lies there compressed: one that becomes no shorter does not."""
    place = file.with_name(f"{file.name}{ending}")
    if place.exists() and place.stat().st_mtime_ns >= file.stat().st_mtime_ns:
        return True
    data = file.read_bytes()
    short = make(data)
    if len(short) >= len(data):
        return False
    coming = file.with_name(f".{file.name}{ending}")
    coming.write_bytes(short)
    shutil.copymode(file, coming)
    coming.replace(place)
    return True
