"""The pictures of the site and what is known of each:
looked at once, and remembered until the file is another one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from plugins.build.cache import Cache
from plugins.build.digest import digest
from plugins.build.file_stat import FileStat
from plugins.build.parallel import parallel_map
from plugins.images.drawing import size
from plugins.images.picture import FORMS, Flaw, Picture, PictureError
from plugins.model.media_files import is_drawing


@dataclass(frozen=True)
class Album:
    """The pictures below `folder`; what was found and made of them is in the `cache`. `how` is the
    digest of the code and the packages that look at pictures and make them.
    """

    folder: Path = field(compare=False)
    cache: Cache = field(compare=False)
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
        key = self.key(picture, width, form)
        made: bytes = self.cache.get_or_compute(
            key, key, partial(self._encoded, picture, width, form)
        )
        return made

    def _encoded(self, picture: Picture, width: int, form: str) -> bytes:
        from plugins.images.develop import encoded  # noqa: PLC0415 (it takes a moment to load)

        image = _developed(self.folder / picture.name, picture.digest)
        return encoded(image, (width, picture.height_of(width)), form)

    def key(self, picture: Picture, width: int, form: str) -> str:
        """The digest of all that decides what `made` returns."""
        return digest(self.how, picture.digest, str(width), form)

    def forget(self, found: Mapping[str, Picture | Flaw], made: Iterable[Picture]) -> None:
        """Nothing is kept but what is known of `found` by name,
        and the files of the pictures that are `made`."""
        notes = {self.sight(name) for name in found}
        files = {
            self.key(picture, width, form)
            for picture in made
            for width in picture.widths
            for form in FORMS
        }
        self.cache.forget_others(notes | files)

    def _found(self, name: str) -> Picture | Flaw:
        sight = self.sight(name)
        try:
            picture: Picture = self.cache.get_or_compute(sight, sight, partial(self._seen, name))
        except PictureError as error:
            return error.flaw
        return picture

    def _seen(self, name: str) -> Picture:
        return _seen(name, (self.folder / name).read_bytes())

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
