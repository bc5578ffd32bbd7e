"""One stylesheet from many: `main.css` names its parts,
the reader's browser gets a single small file."""

import re
from hashlib import sha256
from pathlib import Path

from rcssmin import cssmin

IMPORT = re.compile(r'@import\s+"(?P<file>[^"]+)"(?:\s+layer\((?P<layer>[a-z-]+)\))?\s*;')
ZERO = re.compile(r"(?<=[\s:,(-])0(?=\.\d)")  # of 0.5rem
LAYERS = re.compile(r"@layer\s+(?P<names>[a-z-]+(?:\s*,\s*[a-z-]+)*)\s*;")


def bundle(main: Path) -> str:
    """Return the text of `main` with every `@import "file" layer(name);` replaced by that file, the
    layers one after another in the order that `main` declares, minified.

    The layers order the source only: a browser that does not know `@layer` (Chrome before 99,
    Firefox before 97, Safari before 15.4) would leave out all that stands in one.
    Raises FileNotFoundError for a part that is not there, ValueError for an undeclared layer.
    """
    text = main.read_text(encoding="utf-8")
    declared = [name for names in LAYERS.findall(text) for name in re.split(r"\s*,\s*", names)]
    order = [*declared, ""]  # what is in no layer wins over all layers
    parts = [(match["layer"] or "", match["file"]) for match in IMPORT.finditer(text)]
    if unknown := {layer for layer, _ in parts} - set(order):
        raise ValueError(f"{main}: {', '.join(sorted(unknown))} not declared with @layer.")
    parts.sort(key=lambda part: order.index(part[0]))  # stable: within a layer as `main` says
    read = [(main.parent / file).read_text(encoding="utf-8") for _, file in parts]
    return minified("\n".join([*read, LAYERS.sub("", IMPORT.sub("", text))]))


def stylesheets(folder: Path) -> dict[str, str]:
    """Return the stylesheet of every page, `site`, and those of the folder pages/, by name."""
    own = sorted((folder / "pages").glob("*.css"))
    return {"site": bundle(folder / "main.css")} | {
        file.stem: minified(file.read_text(encoding="utf-8")) for file in own
    }


def minified(css: str) -> str:
    """Return `css` without what only its readers need."""
    return ZERO.sub("", str(cssmin(css)))


def named(name: str, text: str) -> str:
    """A file name that changes with `text`, so that it can be cached for ever."""
    return f"theme/{name}.{sha256(text.encode()).hexdigest()[:10]}.css"
