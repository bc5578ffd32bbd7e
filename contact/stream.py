"""An answer that is made while it is read: a slow reader holds the text once, and nothing more."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

BLOCK = 2048  # characters of a visitor's text that are escaped at once
# As html.escape has it, without loading every name of HTML.
MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


class Stream:
    """HTML in pieces, read like a file; `text_size` is what it holds of a visitor's, in characters."""

    def __init__(self, parts: Iterable[tuple[str, bool]]) -> None:
        self._pieces = [piece for part in parts for piece in _blocks(*part)]
        self._ends = list(accumulate(len(_made(*piece)) for piece in self._pieces))
        self._at = 0
        self.text_size = sum(len(text) for text, written in self._pieces if written)

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def seekable(self) -> bool:
        """Return that any place can be read again."""
        return True

    def tell(self) -> int:
        """Return where the next reading begins."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Move to a place in bytes, as files do."""
        self._at = offset + (0, self._at, len(self))[whence]
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes, all that is left for -1."""
        end = len(self) if size < 0 else min(len(self), self._at + size)
        found = b""
        number = bisect_right(self._ends, self._at)
        while self._at < end:
            start = self._ends[number - 1] if number else 0
            found += _made(*self._pieces[number])[self._at - start : end - start]
            self._at = min(end, self._ends[number])
            number += 1
        return found

    def close(self) -> None:
        """Let go of the text."""
        self._pieces, self._ends, self._at, self.text_size = [], [], 0, 0


def _blocks(text: str, written: bool) -> list[tuple[str, bool]]:
    """Return a long text of a visitor's in blocks; a text of the page is shared, not copied."""
    if not written:
        return [(text, False)]
    return [(text[start : start + BLOCK], True) for start in range(0, len(text), BLOCK)]


def _made(text: str, written: bool) -> bytes:
    return (text.translate(MARKUP) if written else text).encode("utf-8", "replace")
