"""The manual as EPUB 3.3: a reproducible archive, its package,
navigation and chapters from the theme's templates."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from jinja2 import Environment

from plugins.assets.stylesheet.bundle import minified
from plugins.assets.stylesheet.directions import for_direction
from plugins.export.archive import packed
from plugins.export.book import Book, name, within
from plugins.export.printing import picture
from plugins.export.prose import in_full
from plugins.export.xhtml import xhtml
from plugins.features.manual.edition import Edition
from plugins.model.page import Page

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


def epub(book: Book, edition: Edition, speaking: Environment, base: str, linked: Any) -> bytes:
    """The book; `linked` gives the text of a chapter with its terms leading to the glossary."""
    known = {"book": book, "edition": edition, "name": name, "page": book.cover}
    files: dict[str, str | bytes] = {"META-INF/container.xml": CONTAINER}
    files |= {f"book/{file}": make(file, speaking, known) for file, make in PARTS.items()}
    for chapter in (book.cover, *book.chapters):
        text = xhtml(linked(chapter), lambda address: _lead(address, book, base, speaking))
        files[chapter_file(chapter)] = _said(
            "chapter.xhtml", speaking, known | {"chapter": chapter, "text": text}
        )
    return packed(files, edition.date, first=("mimetype", "application/epub+zip"))


def chapter_file(chapter: Page) -> str:
    """Where a chapter is in the book."""
    return f"book/{name(chapter)}.xhtml"


def made_files() -> list[str]:
    """What the book has besides its chapters."""
    return [f"book/{file}" for file in PARTS]


def _said(template: str, speaking: Environment, known: Mapping[str, object]) -> str:
    return speaking.get_template(f"editions/{template}").render(known).strip() + "\n"


def _cover(file: str, speaking: Environment, known: Mapping[str, object]) -> bytes:
    return picture(_said("cover.typ", speaking, known), cast(Edition, known["edition"]).date)


def _style(file: str, speaking: Environment, known: Mapping[str, object]) -> str:
    text = speaking.get_template(f"editions/{file}").render()
    language: Any = speaking.globals["language"]
    return for_direction(minified(text), language.direction)


# What the book has besides its chapters, and how it is made.
PARTS: dict[str, Callable[[str, Environment, dict[str, Any]], str | bytes]] = {
    "cover.png": _cover,
    "book.css": _style,
    **dict.fromkeys(("package.opf", "nav.xhtml", "cover.xhtml", "colophon.xhtml"), _said),
}


def _lead(address: str, book: Book, base: str, speaking: Environment) -> str:
    """Where an address leads in the book: to a chapter, or out of it with its full address."""
    inside = within(address, book, base)
    if inside:
        return f"{inside[0]}.xhtml#{inside[1]}".rstrip("#")
    site_url: Any = speaking.globals["SITEURL"]
    return in_full(address, site_url, base)
