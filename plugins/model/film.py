"""Films, and the names of what belongs to each."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from plugins.model.media_files import CAPTIONS, FILM, FILMS, INSTEAD, ending
from plugins.model.message import Message
from plugins.model.page import Part

LANGUAGE = "[a-z]{2,3}(?:-[A-Z][A-Za-z]{1,3})?"  # as in the name of a file


@dataclass(frozen=True)
class Film(Part, name="film"):
    """The film of a page: its file, its size in the page, its length in seconds, its weight in
    bytes, its picture before it begins, its captions by language, and whether one hears it."""

    file: str = ""
    width: int = 0
    height: int = 0
    seconds: int = 0
    weight: int = 0
    poster: str = ""
    captions: Mapping[str, str] = field(default_factory=dict)
    sound: bool = False

    @property
    def shows(self) -> str:
        """Return all of it."""
        return repr(self)

    def over(self, original: Self) -> Self:
        """Return the film of the original."""
        return original


def fix_of_place(value: str) -> Message:
    """Return how to fix what names no film of ours."""
    if "://" in value or value.startswith("www."):
        return Message(
            "A film of another site is a link in the text; ours is media/films/name.mp4."
        )
    if ending(value) in INSTEAD:
        return INSTEAD[ending(value)]
    if value.startswith("media/") and ending(value) == FILM:
        return Message(
            "Name it in lower-case Latin letters, digits and hyphens, without spaces and "
            "underscores: media/films/name.mp4."
        )
    return Message("Write the place below the content folder: media/films/name.mp4.")


def poster(name: str) -> str:
    """Return the drawing that stands in the place of the film `name` until it is played."""
    return f"{name.removesuffix(FILM)}.svg"


def captions(name: str, lang: str) -> str:
    """Return the file of the captions of the film `name` in a language."""
    return f"{name.removesuffix(FILM)}-{lang}{CAPTIONS}"


def files_of(name: str, there: Iterable[str]) -> frozenset[str]:
    """Return what belongs to the film `name` among the files that are `there`: itself, its picture,
    and captions in any language."""
    if not name:
        return frozenset()
    of_it = re.compile(rf"{re.escape(name.removesuffix(FILM))}-{LANGUAGE}{re.escape(CAPTIONS)}")
    return frozenset(
        file for file in there if file in (name, poster(name)) or of_it.fullmatch(file)
    )


def of_films(there: Collection[str]) -> frozenset[str]:
    """Return those of the files that are `there` which are nothing without a page that shows a
    film: films, captions, and the pictures of films."""
    posters = {poster(file) for file in there if ending(file) == FILM}
    return frozenset(file for file in there if ending(file) in FILMS or file in posters)
