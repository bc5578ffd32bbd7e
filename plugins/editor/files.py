"""The files of the editor by name, wherever it is served: the program, its fonts, our own part of
it, and the stylesheet of the site."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plugins.assets.stylesheet.bundle import bundle
from plugins.editor.package import asked, fonts, program

STATIC = Path(__file__).parent / "static"
SITE_STYLE = "site.css"
# Where hosts of Git say how they are; nobody asks them.
NO_TROUBLE = {"status": {"indicator": "none"}, "result": {"status_overall": {"status_code": 100}}}
Read = Callable[[], bytes]


def files(package: Path, theme: Path, config: Callable[[], dict[str, Any]]) -> dict[str, Read]:
    """Return what reads each file, by its name below the address of the editor; `config` is made
    anew each time it is read. Raises PackageError where the package lacks something."""
    own = {file.name: file.read_bytes for file in sorted(STATIC.iterdir())}
    theirs = {f"fonts/{name}": file.read_bytes for name, file in fonts(package).items()}
    theirs |= {f"npm/{name}": file.read_bytes for name, file in asked(package).items()}
    theirs |= {
        f"chunks/{file.name}": file.read_bytes for file in (package / "dist/chunks").glob("*.js")
    }
    made: dict[str, Read] = {
        "sveltia-cms.js": lambda: program(package),
        "config.json": lambda: json.dumps(config(), ensure_ascii=False).encode(),
        "status.json": lambda: json.dumps(NO_TROUBLE).encode(),
        SITE_STYLE: lambda: bundle(theme / "static" / "css" / "main.css").encode(),
        "LICENSE.txt": (package / "LICENSE.txt").read_bytes,
    }
    return own | theirs | made
