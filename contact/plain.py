"""Words of others on one line of ours: nothing in them can look like a line, or be unseen."""

import unicodedata

LONGEST = 400  # characters


def plain(text: str) -> str:
    """Return `text` on one line, without marks that an eye does not see, and not too long."""
    seen = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    line = " ".join(seen.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
