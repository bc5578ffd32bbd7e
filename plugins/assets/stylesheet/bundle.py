"""One stylesheet from many: `main.css` names its parts,
the reader's browser gets a single small file."""

import re
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from rcssmin import cssmin

IMPORT = re.compile(r'@import\s+"(?P<file>[^"]+)"(?:\s+layer\((?P<layer>[a-z-]+)\))?\s*;')
SITE = "site"
GUIDE = "style-guide"
OWN = re.compile(r":root\s*{([^}]*)}")
COLOUR = re.compile(r"--[\w-]+:\s*#[0-9a-f]+;")
DARK = "prefers-color-scheme: dark"
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
    found = {file.stem: minified(file.read_text(encoding="utf-8")) for file in own}
    if (tokens := folder / "tokens.css").is_file() and GUIDE in found:
        found[GUIDE] += minified(schemes(tokens.read_text(encoding="utf-8")))
    return {SITE: bundle(folder / "main.css")} | found


def origin(site_url: str) -> str:
    """Return the rule that tells what stands before our own addresses on paper: the scheme and
    the host of `site_url` (RFC 6454, 4)."""
    scheme, host, *_ = urlsplit(site_url)
    return f':root{{--origin:"{scheme}://{host}"}}' if host else ""


def schemes(tokens: str) -> str:
    """Return the colours of `tokens` once more, light and dark side by side on one page, whatever
    its reader prefers: for parts of the class `light` or `dark`."""
    light, dark = OWN.findall(tokens)[0], OWN.findall(tokens[tokens.index(DARK) :])[0]
    return f".light{{{_colours(light)}}}.dark{{{_colours(light)}{_colours(dark)}}}"


def _colours(declarations: str) -> str:
    return "".join(COLOUR.findall(declarations))


def minified(css: str) -> str:
    """Return `css` without what only its readers need."""
    return ZERO.sub("", str(cssmin(css)))


def named(name: str, text: str) -> str:
    """A file name that changes with `text`, so that it can be cached for ever."""
    return f"theme/{name}.{sha256(text.encode()).hexdigest()[:10]}.css"
