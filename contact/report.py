"""A line of what the staff are told. Words of others are on one line of ours: nothing in them can look like
another, or be unseen.
"""

import unicodedata
from typing import NamedTuple

LONGEST = 400  # characters


class Line(NamedTuple):
    """One thing that was looked at; `alarm` when somebody must act; `check` is what it is about."""

    text: str
    alarm: bool = False
    check: str = "keys"

    def __str__(self) -> str:
        return f"{'ALARM' if self.alarm else 'ok   '}  {plain(self.text)}"


def plain(text: str) -> str:
    """Return `text` on one line, without marks that an eye does not see, and not too long."""
    seen = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    line = " ".join(seen.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
