"""The editions of the book as files: PDF, EPUB, and its checklists to print."""

from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import Environment

from plugins.build.artifact import Artifact
from plugins.build.claims import MEMBER, Claim
from plugins.export.book import Book, name
from plugins.export.download import Download
from plugins.export.printing import pdf
from plugins.export.prose import checklists
from plugins.features.manual.edition import Edition
from plugins.features.manual.epub import chapter_file, epub, made_files
from plugins.model.message import Message
from plugins.model.page import Page


def downloads(cover: Page, words: dict[str, Any]) -> tuple[Download, ...]:
    """The files that the manual of a language offers."""
    about = words.get("checklists", {}).get(cover.lang, "")
    return (
        Download(_file(cover, "pdf"), "PDF", cover.lang),
        Download(_file(cover, "epub"), "EPUB", cover.lang),
        Download(_file(cover, "checklists.pdf"), "PDF", cover.lang, about),
    )


def artifacts(book: Book, edition: Edition, base: str) -> Iterator[Artifact]:
    """What makes them; `base` is the path under which the site stands."""
    makers: dict[str, Callable[..., bytes]] = {
        "pdf": _pdf,
        "epub": _epub,
        "checklists.pdf": _checklists,
    }
    for ending, make in makers.items():
        yield Artifact(
            _file(book.cover, ending),
            book.lang,
            make,
            (book, edition, base),
            source="data/manual.toml",
        )


def members(book: Book) -> Iterator[Claim]:
    """The names of files in the EPUB, which a chapter may not have."""
    archive = f"{_file(book.cover, 'epub')}{MEMBER}"
    yield from (
        Claim(f"{archive}{file}", "", Message("a part of the EPUB")) for file in made_files()
    )
    for chapter in (book.cover, *book.chapters):
        file = (chapter.original or chapter).file
        yield Claim(f"{archive}{chapter_file(chapter)}", file)


def _file(cover: Page, ending: str) -> str:
    return f"{cover.url}manual-{cover.lang}.{ending}"


def _with_terms(speaking: Environment, chapter: Page, book: Book) -> str:
    """The text of a chapter with its terms linked."""
    linked: Any = speaking.filters["with_terms"]
    return str(linked(chapter.content, chapter, book))


def _epub(speaking: Environment, book: Book, edition: Edition, base: str) -> bytes:
    return epub(book, edition, speaking, base, lambda chapter: _with_terms(speaking, chapter, book))


def _pdf(speaking: Environment, book: Book, edition: Edition, base: str) -> bytes:
    offline: Any = speaking.filters["offline"]
    texts = {
        page.key: offline(_with_terms(speaking, page, book))
        for page in (book.cover, *book.chapters)
    }
    template = speaking.get_template("editions/book.typ")
    return pdf(template.render(book=book, edition=edition, name=name, texts=texts), edition.date)


def _checklists(speaking: Environment, book: Book, edition: Edition, base: str) -> bytes:
    offline: Any = speaking.filters["offline"]
    found = ((chapter, checklists(offline(chapter.content))) for chapter in book.chapters)
    lists = [(chapter, html) for chapter, html in found if html]
    template = speaking.get_template("editions/checklists.typ")
    return pdf(template.render(book=book, edition=edition, lists=lists), edition.date)
