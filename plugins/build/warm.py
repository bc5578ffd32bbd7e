"""What was loaded ahead of a build: values decided by nothing but the bytes they are read from.

`make serve` keeps a process that each build is forked from (plugins.preview.resident). Between two
builds it loads what the next one will read. The build reads the bytes as ever, and where they are
the very same it is given the value at once. So nothing kept here can make a build wrong; and a
build may change what it is given, for it is given only once.
"""

import pickle
from collections.abc import Callable, Iterable
from typing import Any

Load = Callable[[bytes], Any]
# What reading damaged bytes raises; whoever asks for them later says what is wrong.
DAMAGED = (ValueError, TypeError, LookupError, AttributeError, ImportError, pickle.PickleError)


class Warm:
    """Values by how they are loaded and the bytes they are loaded from."""

    def __init__(self) -> None:
        self._values: dict[tuple[Load, bytes], Any] = {}

    def fill(self, wanted: Iterable[tuple[Load, bytes]]) -> None:
        """Hold what these bytes say, and nothing of before that is not among them."""
        before, self._values = self._values, {}
        for key in wanted:
            try:
                self._values[key] = before[key] if key in before else key[0](key[1])
            except DAMAGED:
                continue

    def load(self, load: Load, data: bytes) -> Any:
        """Return what `load` says of `data`; a value that is there is given away."""
        key = (load, data)
        return self._values.pop(key) if key in self._values else load(data)

    def __len__(self) -> int:
        return len(self._values)


WARM = Warm()  # one a process, as its imported modules are: empty where nobody fills it
