"""The editions of the book as files: PDF, EPUB, and its checklists to print."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from jinja2 import Environment

from plugins.build.errand import Errand
from plugins.editions.download import Download
from plugins.editions.printing import pdf
from plugins.editions.prose import checklists
from plugins.manual.book import Book, name
from plugins.manual.epub import epub
from plugins.rendering.keys import digest

Text = Callable[[Any], str]


def downloads(cover: Any, words: dict[str, Any]) -> tuple[Download, ...]:
    """The files that the manual of a language offers."""
    about = words.get("checklists", {}).get(cover.lang, "")
    return (
        Download(_file(cover, "pdf"), "PDF", cover.lang),
        Download(_file(cover, "epub"), "EPUB", cover.lang),
        Download(_file(cover, "checklists.pdf"), "PDF", cover.lang, about),
    )


def errands(book: Book, edition: Any, text: Text, settings: Any) -> Iterator[Errand]:
    """What makes them; `text` gives the text of a chapter with its terms linked."""
    pages = (book.cover, *book.chapters)
    made = (str(settings["EDITION"]), *(f"{page.lang} {page.own}" for page in pages))
    makers: dict[str, Callable[[Environment], bytes]] = {
        "pdf": partial(_pdf, book, edition, text),
        "epub": lambda speaking: epub(book, edition, speaking, settings["BASE_PATH"], text),
        "checklists.pdf": partial(_checklists, book, edition),
    }
    for ending, make in makers.items():
        yield Errand(_file(book.cover, ending), book.lang, digest(ending, *made), make)


def _file(cover: Any, ending: str) -> str:
    return f"{cover.url}manual-{cover.lang}.{ending}"


def _pdf(book: Book, edition: Any, text: Text, speaking: Environment) -> bytes:
    offline: Any = speaking.filters["offline"]
    texts = {page.key: offline(text(page)) for page in (book.cover, *book.chapters)}
    template = speaking.get_template("editions/book.typ")
    return pdf(template.render(book=book, edition=edition, name=name, texts=texts), edition.date)


def _checklists(book: Book, edition: Any, speaking: Environment) -> bytes:
    offline: Any = speaking.filters["offline"]
    found = ((chapter, checklists(offline(chapter.content))) for chapter in book.chapters)
    lists = [(chapter, html) for chapter, html in found if html]
    template = speaking.get_template("editions/checklists.typ")
    return pdf(template.render(book=book, edition=edition, lists=lists), edition.date)
