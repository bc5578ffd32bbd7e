"""Pictures: those that texts show, in sizes and forms for every screen,
without anything that a camera noted in them.

Hears    `page_generator_init`: looks at each picture that a text shows, and puts its sizes into the
         text; `static_generator_finalized`: Pelican does not copy what is remade;
         `page_writer_finalized`: makes them.
Adds     the part Shown; the filter `leading_picture`; problems to the documents. What a document is
         made from (`own`) is from now on its pictures too.
Settings PATH, CACHE_PATH, THEME, SITEURL, CORES.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

from jinja2 import Environment
from pelican import signals
from pelican.generators import StaticGenerator

from plugins.build.artifact import Artifact, SourceFile
from plugins.build.build import Build
from plugins.build.digest import digest
from plugins.build.receivers import connect
from plugins.data.library import Data
from plugins.images.album import Album
from plugins.images.markup import leading
from plugins.images.markup import shown as with_pictures
from plugins.images.picture import FORMS, Flaw, Picture, tints
from plugins.model.document import Document, Problem, Text
from plugins.model.found import FILES, Found, Withheld
from plugins.model.language import Languages
from plugins.model.media_files import is_picture, is_raster

TOKENS = Path("static") / "css" / "tokens.css"


@dataclass(frozen=True)
class Shown:
    """The pictures that texts show, and the files of those they lead to."""

    album: Album
    pictures: list[Picture]
    linked: set[str]


def show(build: Build) -> None:
    """Each text that shows pictures shows them as browsers like them best."""
    build.environment.filters["leading_picture"] = leading
    files, documents = set(build.sources), build.get(Found).documents.values()
    album = Album(
        build.path, build.cache.room("pictures"), build.sources, build.cores, build.program
    )
    shows = [
        (document, names) for document in documents if (names := _names(document, FILES) & files)
    ]
    found = album.look(name for _, names in shows for name in names)
    linked = {
        name for document, _ in shows for name in _names(document, {"media"}) if is_raster(name)
    }
    drawn = {name for document, _ in shows for name in _names(document, {"picture"})}
    told = tints((build.theme / TOKENS).read_text(encoding="utf-8"))
    for document, names in shows:
        pictures_of = {name: found[name] for name in sorted(names)}
        build.get(Found).update(_with_pictures(document, pictures_of, told, build))
    pictures = [
        one
        for name, one in found.items()
        if name in drawn and isinstance(one, Picture) and one.colour
    ]
    album.forget(found, pictures)
    build.problems += _problems_to_come(build, album)
    build.add(Shown(album, pictures, linked))


def _problems_to_come(build: Build, album: Album) -> Iterator[Problem]:
    """What is wrong with the pictures of texts that nobody meets yet."""
    for document in build.get(Withheld).coming:
        for name in sorted(_names(document, FILES) & build.sources.keys()):
            flaw = album.flaw(name)
            yield from _problems(document, {name: flaw} if flaw else {})


def _names(document: Document, kinds: Container[str]) -> set[str]:
    """The pictures that a text shows (`picture`) or leads to (`media`)."""
    targets = (one.target for one in document.references if one.kind in kinds)
    return {target for target in targets if is_picture(target)}


def _with_pictures(
    document: Document, found: dict[str, Picture | Flaw], told: Any, build: Build
) -> Document:
    base = build.base_path
    wrong = {name: one for name, one in found.items() if isinstance(one, Flaw)}
    fine = {f"{base}/{name}": one for name, one in found.items() if isinstance(one, Picture)}
    credit = {key: one.credit for key, one in build.get(Data).library.pictures.items()}
    said = {name: credit.get(name, "") for name in found}
    return replace(
        document,
        text=Text(with_pictures(document.content, fine, told, credit, base)),
        content_digest=digest(document.content_digest, repr(found), repr(said), repr(told), base),
        problems=(*document.problems, *_problems(document, wrong)),
    )


def _problems(document: Document, wrong: Mapping[str, Flaw]) -> Iterator[Problem]:
    """One for each line that shows one of the `wrong` pictures."""
    for name, flaw in wrong.items():
        for line in {one.line for one in document.references if one.target == name}:
            file = name if flaw.line else document.file
            yield Problem(file, flaw.line or line, flaw.what, flaw.fix)


def leave_out_remade(generator: StaticGenerator) -> None:
    """A photograph is never served as it came from the camera."""
    generator.staticfiles = [
        file for file in generator.staticfiles if not _remade(file.source_path, generator.path)
    ]


def _remade(path: str, folder: str) -> bool:
    name = Path(path).relative_to(folder).as_posix()
    return name.startswith("media/") and is_raster(name)


def write(build: Build) -> None:
    """Makes every size of every picture that a text shows."""
    shown, lang = build.get(Shown), next(iter(build.get(Languages).shown))
    made: dict[str, Artifact] = {}  # the same picture under two names is made once
    for picture in shown.pictures:
        for width, form in product(picture.widths, FORMS):
            name, inputs = picture.file(width, form), (shown.album, picture, width, form)
            made.setdefault(name, Artifact(name, lang, _make, inputs, 0, picture.name))
    for name in sorted(shown.linked):
        source = SourceFile(build.path / name, shown.album.sight(name))
        made[name] = Artifact(name, lang, _clean, (source,), source=name)
    for artifact in made.values():
        build.plan.add_artifact(artifact)


def _make(speaking: Environment, album: Album, picture: Picture, width: int, form: str) -> bytes:
    return album.made(picture, width, form)


def _clean(speaking: Environment, file: SourceFile) -> bytes:
    from plugins.images.cleaned import cleaned  # noqa: PLC0415 (it takes a moment to load)

    return cleaned(file.read())


def register() -> None:
    connect(signals.page_generator_init, show)
    signals.static_generator_finalized.connect(leave_out_remade)
    connect(signals.page_writer_finalized, write)
