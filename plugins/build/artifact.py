"""An artifact: a file that the build makes and that is no page."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment

from plugins.build.digest import as_text, digest


@dataclass(frozen=True)
class SourceFile:
    """A file that an artifact is made from: wherever it lies,
    it is the same as long as its `digest` is."""

    path: Path = field(compare=False)
    digest: str

    def read(self) -> bytes:
        """What the file holds."""
        return self.path.read_bytes()


@dataclass(frozen=True)
class Artifact:
    """The file `name` is what `make` returns for the environment that speaks `lang` and for
    `inputs`.

    `make` is a function of a module, not a closure: what it is made from are its inputs, which
    count in `declared`, and what it asks for meanwhile (templates, texts of the interface, data,
    files that were made before), which is noted (plugins.build.dependencies). Artifacts of a later
    `stage` may use files of earlier ones: first pictures, then what is printed, then what packs it.
    Only one stage may print, because the threads of Typst do not survive in the processes that a
    later stage is shared out to. `source` is the file an editor would look into.
    """

    name: str
    lang: str
    make: Callable[..., bytes]
    inputs: tuple[Any, ...] = ()
    stage: int = 1
    source: str = ""

    @cached_property
    def declared(self) -> str:
        """The digest of the name, the function and the inputs.
        Raises NotPlainError when they cannot be told."""
        return digest(self.name, self.lang, as_text(self.make), *map(as_text, self.inputs))

    def content(self, speaking: Environment) -> bytes:
        """What the file holds."""
        return self.make(speaking, *self.inputs)
