"""The manual as EPUB 3.3: a reproducible archive, its package, navigation and chapters from the theme's templates."""

from typing import Any

from jinja2 import Environment

from plugins.editions.archive import packed
from plugins.editions.printing import picture
from plugins.editions.xhtml import xhtml
from plugins.manual.book import Book, name, within

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def epub(book: Book, edition: Any, speaking: Environment, base: str, linked: Any) -> bytes:
    """The book; `linked` gives the text of a chapter with its terms leading to the glossary."""
    known = {"book": book, "edition": edition, "name": name, "page": book.cover}
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "book/cover.png": picture(_said("cover.typ", speaking, known), edition.date),
        "book/book.css": speaking.get_template("editions/book.css").render(),
    }
    for file in ("package.opf", "nav.xhtml", "cover.xhtml", "colophon.xhtml"):
        files[f"book/{file}"] = _said(file, speaking, known)
    for chapter in (book.cover, *book.chapters):
        text = xhtml(linked(chapter), lambda address: _lead(address, book, base, speaking))
        files[f"book/{name(chapter)}.xhtml"] = _said(
            "chapter.xhtml", speaking, known | {"chapter": chapter, "text": text}
        )
    return packed(files, edition.date, first=("mimetype", "application/epub+zip"))


def _said(template: str, speaking: Environment, known: dict[str, Any]) -> str:
    return speaking.get_template(f"editions/{template}").render(known).strip() + "\n"


def _lead(address: str, book: Book, base: str, speaking: Environment) -> str:
    """Where an address leads in the book: to a chapter, or out of it with its full address."""
    inside = within(address, book, base)
    if inside:
        return f"{inside[0]}.xhtml#{inside[1]}".rstrip("#")
    filters: Any = speaking.filters
    return str(filters["offline"](f'href="{address}"')[6:-1])
