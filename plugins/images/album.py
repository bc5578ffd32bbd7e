"""The pictures of the site and what is known of each:
looked at once, and remembered until the file is another one."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from plugins.build.digest import digest
from plugins.build.file_stat import FileStat
from plugins.build.parallel import parallel_map
from plugins.images.drawing import size
from plugins.images.picture import FORMS, Flaw, Picture, PictureError, is_drawing


@dataclass(frozen=True)
class Album:
    """The pictures below `folder`; `memory` is the folder where what was found and made is kept;
    `how` is the digest of the code and the packages that look at pictures and make them.
    """

    folder: Path = field(compare=False)
    memory: Path = field(compare=False)
    seen: Mapping[str, FileStat] = field(compare=False)
    cores: int = field(compare=False, default=0)
    how: str = ""

    def look(self, names: Iterable[str]) -> dict[str, Picture | Flaw]:
        """What is known of each of these files, or why it cannot be shown."""
        wanted = sorted(set(names))
        return dict(
            zip(wanted, parallel_map(wanted, self._found, self.cores, worthwhile=2), strict=True)
        )

    def flaw(self, name: str) -> Flaw | None:
        """Why this file cannot be shown; nothing is kept of what was found."""
        try:
            _seen(name, (self.folder / name).read_bytes())
        except PictureError as error:
            return error.flaw
        return None

    def made(self, picture: Picture, width: int, form: str) -> bytes:
        """The file of `picture` in that width and form; made once, then remembered."""
        kept = self.memory / f"{self.key(picture, width, form)}.{form}"
        if not kept.exists():
            from plugins.images.develop import encoded  # noqa: PLC0415 (it takes a moment to load)

            image = _developed(self.folder / picture.name, picture.digest)
            _keep(kept, encoded(image, (width, picture.height_of(width)), form))
        return kept.read_bytes()

    def key(self, picture: Picture, width: int, form: str) -> str:
        """The digest of all that decides what `made` returns."""
        return digest(self.how, picture.digest, str(width), form)

    def forget(self, found: Mapping[str, Picture | Flaw], made: Iterable[Picture]) -> None:
        """Nothing is kept but what is known of `found` by name,
        and the files of the pictures that are `made`."""
        notes = {f"{self.sight(name)}.json" for name in found}
        files = {
            f"{self.key(picture, width, form)}.{form}"
            for picture in made
            for width in picture.widths
            for form in FORMS
        }
        for file in self.memory.iterdir() if self.memory.is_dir() else ():
            if file.name not in notes | files:
                file.unlink(missing_ok=True)

    def _found(self, name: str) -> Picture | Flaw:
        note = self.memory / f"{self.sight(name)}.json"
        try:
            return Picture(**_as_noted(json.loads(note.read_bytes())))
        except (OSError, ValueError, TypeError, KeyError):
            pass  # never looked at, or the note is damaged
        try:
            picture = _seen(name, (self.folder / name).read_bytes())
        except PictureError as error:
            return error.flaw
        _keep(note, json.dumps(asdict(picture)).encode())
        return picture

    def sight(self, name: str) -> str:
        """How the file looks from outside; what it holds, when that cannot be told."""
        look = self.seen.get(name)
        sure = look is not None and not look.digest
        return digest(
            self.how,
            name,
            repr(look) if sure else sha256((self.folder / name).read_bytes()).hexdigest(),
        )


def _seen(name: str, data: bytes) -> Picture:
    known = sha256(data).hexdigest()
    short = name.rpartition("/")[2]
    if is_drawing(name):
        return Picture(name, known, *size(data, short))
    from plugins.images.develop import developed, dominant  # noqa: PLC0415

    image = developed(data, short)
    return Picture(name, known, image.width, image.height, dominant(image))


@lru_cache(maxsize=1)  # the sizes of one picture are made one after the other
def _developed(file: Path, known: str) -> Any:
    from plugins.images.develop import developed  # noqa: PLC0415

    return developed(file.read_bytes())


def _keep(file: Path, data: bytes) -> None:
    """Several processes may do so at once; each leaves a whole file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{sha256(data).hexdigest()[:8]}.part")
    part.write_bytes(data)
    part.replace(file)


def _as_noted(values: dict[str, Any]) -> dict[str, Any]:
    colour = values["colour"]
    return values | {"colour": tuple(colour) if isinstance(colour, list) else None}
