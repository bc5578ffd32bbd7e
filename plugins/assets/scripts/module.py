"""A module of the theme's JavaScript: its text without comments that stand alone,
and where it is served."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

# Comments at the beginning of a line are for those who read the source; in the middle of one they
# might be text.
COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Module:
    """`text` is what browsers get."""

    name: str
    text: str

    @property
    def file(self) -> str:
        """Where it is served: a name that changes with the text,
        so that it can be cached for ever."""
        return f"theme/{self.name}.{sha256(self.text.encode()).hexdigest()[:10]}.js"


def read_modules(folder: Path) -> dict[str, Module]:
    """The modules in `folder` by name."""
    files = sorted(folder.glob("*.js"))
    return {
        file.stem: Module(file.stem, COMMENT.sub("", file.read_text(encoding="utf-8")).lstrip())
        for file in files
    }


def address(modules: dict[str, Module], base: str, name: str) -> str:
    """The address of the module `name`, on a site that stands under the path `base`.
    Raises KeyError for no module."""
    return f"{base}/{modules[name].file}"
