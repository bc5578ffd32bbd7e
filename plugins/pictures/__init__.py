"""Pictures: those that texts show, in sizes and forms for every screen, without anything that a camera noted in them.

Hears    `documents_read`: looks at each picture that a text shows, and puts its sizes into the text;
         `get_generators`: a generator that makes them.
Adds     to the context REMADE: the files that are not served as they are; problems to the documents. What a document
         is made from (`own`) is from now on its pictures too.
Settings PATH, CACHE_PATH, THEME, BASE_PATH, LIBRARY, SOURCES, CORES, LANGUAGES.
"""

from collections.abc import Container
from functools import partial
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.build.errand import Errand
from plugins.document import Document, Problem
from plugins.generating import Borrowing
from plugins.pictures.album import Album
from plugins.pictures.markup import shown
from plugins.pictures.picture import FORMS, Flaw, Picture, is_drawing, is_raster, tints
from plugins.rendering.keys import digest
from plugins.signals import documents_read

FILES = frozenset({"media", "picture"})
TOKENS = Path("static") / "css" / "tokens.css"


def show(documents: list[Document], generator: Any) -> None:
    """Each text that shows pictures shows them as browsers like them best."""
    settings, files = generator.settings, set(generator.settings["SOURCES"])
    settings["ALBUM"] = album = Album(
        Path(settings["PATH"]), Path(settings["CACHE_PATH"]) / "pictures", settings["SOURCES"], settings["CORES"]
    )
    shows = [(document, names) for document in documents if (names := _names(document, FILES) & files)]
    found = album.look(name for _, names in shows for name in names)
    settings["LINKED"] = {name for document, _ in shows for name in _names(document, {"media"}) if is_raster(name)}
    drawn = {name for document, _ in shows for name in _names(document, {"picture"})}
    settings["PICTURES"] = [one for name, one in found.items() if name in drawn and getattr(one, "colour", None)]
    generator.context["REMADE"] = {name for name in files if name.startswith("media/") and is_raster(name)}
    told = tints((Path(settings["THEME"]) / TOKENS).read_text(encoding="utf-8"))
    for document, names in shows:
        _put(document, {name: found[name] for name in sorted(names)}, told, settings)


def _names(document: Document, kinds: Container[str]) -> set[str]:
    """The pictures that a text shows (`picture`) or leads to (`media`)."""
    targets = (one.target for one in document.references if one.kind in kinds)
    return {target for target in targets if is_raster(target) or is_drawing(target)}


def _put(document: Document, found: dict[str, Any], told: Any, settings: Any) -> None:
    base = settings["BASE_PATH"]
    wrong = {name: one for name, one in found.items() if isinstance(one, Flaw)}
    fine = {f"{base}/{name}": one for name, one in found.items() if isinstance(one, Picture)}
    credit = {key: one.credit for key, one in settings["LIBRARY"].pictures.items()}
    document.retell(shown(document.content, fine, told, credit, base))
    document.own = digest(document.own, *map(repr, found.values()))
    document.problems += tuple(
        Problem(name if flaw.line else document.file, flaw.line or line, flaw.what, flaw.mend)
        for name, flaw in wrong.items()
        for line in {one.line for one in document.references if one.target == name}
    )


class PicturesGenerator(Borrowing):
    """Makes every size of every picture that a text shows."""

    def generate_output(self, writer: Any) -> None:
        settings, album = self.settings, self.settings["ALBUM"]
        lang = next(iter(settings["LANGUAGES"]))
        for picture in settings["PICTURES"]:
            for width in picture.widths:
                for form in FORMS:
                    key = album.key(picture, width, form)
                    make = partial(_make, album, picture, width, form)
                    writer.run(Errand(picture.file(width, form), lang, key, make))
        for name in sorted(settings["LINKED"]):
            writer.run(Errand(name, lang, album.sight(name), partial(_clean, Path(settings["PATH"]) / name)))


def _make(album: Album, picture: Picture, width: int, form: str, speaking: Any) -> bytes:
    return album.made(picture, width, form)


def _clean(file: Path, speaking: Any) -> bytes:
    from plugins.pictures.cleaned import cleaned  # noqa: PLC0415 (it takes a moment to load)

    return cleaned(file.read_bytes())


def make(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else PicturesGenerator


def register() -> None:
    documents_read.connect(show)
    signals.get_generators.connect(make)
