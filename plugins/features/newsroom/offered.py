"""The pictures of a release as readers are offered them: in three sizes, each a file of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from plugins.build.artifact import Artifact, SourceFile
from plugins.build.digest import digest
from plugins.features.newsroom.pictures import DESCRIPTION, NAME, KitEntry, read_kit
from plugins.images.measured import measured
from plugins.images.notes import Notes
from plugins.images.picture import Picture

# The folder below that of the release, the pixels of the longer side at most, and its share of that
# of the picture: what is meant for the web is never what is meant for print.
SIZES = {"full": ("", 0, 1.0), "web": ("web/", 1600, 0.75), "small": ("small/", 480, 0.5)}


@dataclass(frozen=True)
class Size:
    """A picture in one size: the file in the output folder, its type as readers know it,
    and its pixels."""

    name: str
    form: str
    width: int
    height: int

    @property
    def url(self) -> str:
        """Relative to the root of the site."""
        return self.name


@dataclass(frozen=True)
class Offered:
    """A picture as readers are offered it; `shows` is the digest of all that they see of it."""

    entry: KitEntry
    full: Size
    web: Size
    small: Size
    shows: str


def offered(folder: Path, today: date = date.min) -> tuple[Offered, ...]:
    """The pictures of the kit in `folder` that can be shown;
    what is wrong with others is said by `read_kit`."""
    found = read_kit(folder, (), today)[0] if folder.is_dir() else []
    return tuple(_offered(entry, folder, seen) for entry in found if (seen := _seen(entry, folder)))


def _seen(entry: KitEntry, folder: Path) -> Picture | None:
    file = folder / entry.file
    return measured(file) if file.is_file() and NAME.fullmatch(entry.file) else None


def _offered(entry: KitEntry, folder: Path, picture: Picture) -> Offered:
    side = max(picture.width, picture.height)
    sizes = {
        size: Size(
            f"kits/{folder.name}/{below}{entry.file}",
            picture.type_name,
            *picture.fitting(min(longest, round(side * share))),
        )
        for size, (below, longest, share) in SIZES.items()
    }
    return Offered(entry, **sizes, shows=digest(repr(entry), repr(picture)))


def artifacts(found: Iterable[Offered], folder: Path, lang: str) -> Iterator[Artifact]:
    """What makes the files of the pictures in `folder`;
    they are the same for all languages, so `lang` is any."""
    source = f"kits/{folder.name}/{DESCRIPTION}"
    for one in found:
        for size in SIZES:
            made: Size = getattr(one, size)
            notes = Notes(one.entry.credit, one.entry.licence)
            file = SourceFile(folder / one.entry.file, one.shows)
            inputs = (file, (made.width, made.height), notes)
            yield Artifact(made.name, lang, _make, inputs, stage=0, source=source)


def _make(speaking: Any, file: SourceFile, size: tuple[int, int], notes: Notes) -> bytes:
    from plugins.images.cleaned import cleaned  # noqa: PLC0415 (most builds make no kit)

    return cleaned(file.read(), size, notes)
