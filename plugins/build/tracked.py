"""What the digest of a dependency is now, for those that are files:
of the theme, of catalogues, of this build."""

from hashlib import sha256
from pathlib import Path

from plugins.build.dependencies import Digest
from plugins.build.digest import digest
from plugins.build.output import Output


def digests(theme: Path, catalogues: Path, output: Output) -> dict[str, Digest]:
    """By sort: a file of the theme, the names in a folder of it, the catalogue of a language,
    a file of this build."""
    return {
        "theme": lambda name: _of_file(theme / name),
        "folder": lambda name: digest(*sorted(file.name for file in (theme / name).glob("*"))),
        "catalogue": lambda lang: _of_file(catalogues / lang / "LC_MESSAGES" / "messages.po"),
        "made": lambda name: output.entries[name].digest if name in output.entries else None,
    }


def _of_file(file: Path) -> str:
    """The digest of what `file` holds; a word of its own where there is none."""
    return sha256(file.read_bytes()).hexdigest() if file.is_file() else "none"
