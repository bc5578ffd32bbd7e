"""What git leaves in a file where two people have changed the same lines."""

import re
from collections.abc import Iterator

from plugins.model.message import Message

MARK = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
UNMERGED = (
    Message("Git could not merge this place: two people changed it."),
    Message("Keep what is right, and remove the three lines that git wrote."),
)


def marks_of_merge(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line (from 1) of each mark, and the mark."""
    for found in MARK.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, found[0]
