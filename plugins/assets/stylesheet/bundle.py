"""One stylesheet from many: `main.css` names its parts,
the reader's browser gets a single small file."""

import re
from hashlib import sha256
from pathlib import Path

from rcssmin import cssmin

IMPORT = re.compile(r'@import\s+"(?P<file>[^"]+)"(?:\s+layer\((?P<layer>[a-z-]+)\))?\s*;')


def bundle(main: Path) -> str:
    """The text of `main` with every `@import "file" layer(name);` replaced by that file in that
    layer, minified.

    Raises FileNotFoundError for a part that is not there.
    """

    def inline(match: re.Match[str]) -> str:
        part = (main.parent / match["file"]).read_text(encoding="utf-8")
        return f"@layer {match['layer']}{{{part}}}" if match["layer"] else part

    return str(cssmin(IMPORT.sub(inline, main.read_text(encoding="utf-8"))))


def named(text: str) -> str:
    """A file name that changes with `text`, so that it can be cached for ever."""
    return f"theme/main.{sha256(text.encode()).hexdigest()[:10]}.css"
