"""Pages as freshness sees them: their fields and their words,
read from the content folder without a build."""

from dataclasses import dataclass
from pathlib import Path

from plugins.features.translations.snapshot import Snapshots
from plugins.features.translations.standing import Standing, Texts, standings
from plugins.model.address import AddressError, address, key_of
from plugins.model.document import Document
from plugins.reading.front_matter import read_fields, split
from plugins.reading.invariants import invariants
from plugins.reading.revision import Block, blocks, revision


@dataclass(frozen=True)
class Folder:
    """The content folder, and the codes of its languages in their order."""

    path: Path
    languages: tuple[str, ...]

    def pages(self, key: str = "") -> list[Document]:
        """Every page (of `key`) that has an address; whatever else is wrong with a file is for the
        build to say."""
        paths = (
            path for lang in self.languages for path in sorted((self.path / lang).rglob("*.md"))
        )
        files = [path.relative_to(self.path).as_posix() for path in paths]
        found = (read_page(self.path, file) for file in files if key in ("", key_of(file)))
        return [page for page in found if page]

    def standings(self, pages: list[Document]) -> list[Standing]:
        """How each of `pages` stands."""
        return standings(pages, self.languages, texts(self.path))


def texts(folder: Path) -> Texts:
    """The snapshots of `folder`, and its files as they are now."""
    return Texts(Snapshots(folder).get, lambda page: said(folder, page))


def said(folder: Path, page: Document) -> tuple[Block, ...]:
    """What the file of `page` says."""
    return blocks(*split((folder / page.file).read_text(encoding="utf-8-sig")))


def read_page(folder: Path, file: str) -> Document | None:
    """The page in `file`, without its text; None when it cannot become a page."""
    try:
        place = address(file)
        raw = (folder / file).read_text(encoding="utf-8-sig")
    except (AddressError, UnicodeDecodeError):
        return None
    fields, text, first_line = split(raw)
    values, _ = read_fields(fields, file, place.kind)
    said = blocks(fields, text, first_line)
    return Document(
        file=file,
        template=place.template,
        revision=revision(said),
        invariants=invariants(said, raw, file),
        field_lines={line.name: line.number for line in fields},
        **vars(place) | values,
    )
