"""The lines of a build's report that name a file and a line of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import normpath

# As plugins.model.problems.render writes it.
LINE = re.compile(r"(?P<file>[^\s:][^:\n]*\.\w{1,5}):(?P<line>\d+): (?P<words>\S.*)")
MOST = 500  # a host shows a few of them; the log has all


@dataclass(frozen=True)
class Mark:
    """Something to fix, or to look at (no `error`), in one line of one file."""

    file: str
    line: int
    words: str
    error: bool = True


def marks(said: str, failed: bool) -> Iterator[Mark]:
    """Yield a mark for each line that was said of a file; they are errors where the build
    `failed`."""
    found = (LINE.fullmatch(line.rstrip()) for line in said.splitlines())
    told = (one for one in found if one and not one["file"].startswith("/"))
    for one, _ in zip(told, range(MOST), strict=False):
        yield Mark(normpath(one["file"]), int(one["line"]), one["words"], failed)
