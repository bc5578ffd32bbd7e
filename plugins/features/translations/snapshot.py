"""Snapshots: what a source said when it was translated, kept beside the content.

`Translated-From: be@1a2b3c4d` can tell that a translation is stale, but not what is missing in it.
So `make stamp` keeps the words of that revision in `content/revisions/be/<key>@1a2b3c4d.txt`, and
they are committed like a page. With them the reader's notice, `make status` and `Minor: yes` work
in any copy of the folder: in a shallow clone, in an archive sent by mail, without git. A snapshot
is named after its content, so two people who stamp at the same time write the same file or two
files, never a conflict. It holds no markup and no numbers (contacts are keys there too), is never
published, and disappears with the last translation that was made from it. Whoever loses one loses
no page: its translations are known to be stale, only not in what.
"""

from collections.abc import Iterable
from pathlib import Path

from plugins.model.document import Origin
from plugins.reading.revision import Block, revision

FOLDER = "revisions"


def name(key: str, origin: Origin) -> str:
    """Where the snapshot is, relative to the content folder."""
    return f"{FOLDER}/{origin.lang}/{key}@{origin.revision}.txt"


def write(said: Iterable[Block]) -> str:
    """The snapshot of `said`: headings as `#anchor words`,
    everything else indented by two spaces."""
    return "".join(
        f"#{block.anchor} {block.words}\n" if block.heading else f"  {block.words}\n"
        for block in said
    )


def read(text: str) -> tuple[Block, ...]:
    """The blocks in a snapshot."""
    found: list[Block] = []
    anchor = ""
    for number, line in enumerate(text.splitlines(), start=1):
        heading = line.startswith("#")
        if heading:
            anchor, _, words = line[1:].partition(" ")
        found.append(Block(words if heading else line.strip(), anchor, heading, number))
    return tuple(found)


class Snapshots:
    """The snapshots in the content folder `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str, origin: Origin) -> tuple[Block, ...] | None:
        """What the source `key` said at that revision; None when it is not there,
        or not as it was written."""
        try:
            said = read((self.folder / name(key, origin)).read_text(encoding="utf-8"))
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        return said if revision(said) == origin.revision else None

    def put(self, key: str, origin: Origin, said: Iterable[Block]) -> None:
        """Keeps `said`."""
        file = self.folder / name(key, origin)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write(said), encoding="utf-8")

    def keep_only(self, key: str, wanted: set[Origin]) -> None:
        """Removes the snapshots of `key` that no translation was made from."""
        names = {self.folder / name(key, origin) for origin in wanted}
        for file in self.folder.glob(f"{FOLDER}/*/{key}@*.txt"):
            if file not in names:
                file.unlink()
