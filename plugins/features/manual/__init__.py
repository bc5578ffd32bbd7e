"""Manual: the numbered chapters of one language become a Book, and the book its editions.

Hears    `page_generator_init`: templates can link the words of the glossary;
         `page_generator_finalized`: adds the whole manual on one page and the terms of all
         languages side by side; `all_generators_finalized`: chapters are bound;
         `page_writer_finalized`: makes these pages, PDF, EPUB and the checklists.
Adds     the part Manual; `previous` and `following` to the chapters, `downloads` to the manual's
         own page, `books` (by language) to every template, and the filters `with_terms` and
         `on_one_page`.
Settings SITEURL.
"""

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.data.library import Data
from plugins.export.book import Book, on_one_page
from plugins.export.book import bind as bind_book
from plugins.export.download import offer
from plugins.features.manual.edition import Edition, corrected, declared
from plugins.features.manual.editions import artifacts, downloads, members
from plugins.features.manual.pages import made_pages
from plugins.features.manual.terms import finders, linked
from plugins.model.page import Page
from plugins.model.site import Site


@dataclass(frozen=True)
class Manual:
    """The newest edition; the covers and made pages of languages that have a manual of their own;
    `books` by language.

    There is no cover where no edition is declared.
    """

    edition: Edition | None
    covers: list[Any]
    pages: list[Page]
    books: dict[str, Book] = field(default_factory=dict)


def teach(build: Build) -> None:
    """Templates can link terms, and put a chapter on one page with the others."""
    data = build.get(Data)
    finders_of = build.dependencies.memo(lambda lang: finders(data.library.terms.values(), lang))
    build.environment.filters["with_terms"] = partial(with_terms, build.base_path, finders_of)
    build.environment.filters["on_one_page"] = partial(on_one_page, base=build.base_path)


def with_terms(base: str, finders_of: Any, html: str, page: Page, book: Any) -> str:
    """`html`, a text of `page`, with the first use of each term leading to the glossary of `book`,
    if there is one."""
    glossary = book.glossary if book else None
    if not glossary or page.kind == "glossary" or page.glossary_links == "no":
        return html
    spoken = page.content_language.code if page.content_language else page.lang
    return linked(html, finders_of(spoken), f"{base}/{glossary.url}")


def add_pages(build: Build) -> None:
    """The book of each language that has a cover of its own has pages that are made from it,
    and files."""
    site, words = build.get(Site), build.get(Data).spoken.manual
    edition = next(iter(declared(build.get(Data).library.manual)), None)
    covers = [
        cover for lang in site.languages if edition and (cover := site.document(lang, "manual"))
    ]
    manual = Manual(
        edition, covers, [page for cover in covers for page in made_pages(cover, words)]
    )
    site.add(manual.pages)
    for cover in covers:
        offer(cover, downloads(cover, words))
    build.add(manual)


def bind(build: Build) -> None:
    """Each chapter knows its neighbours."""
    site, books = build.get(Site), build.get(Manual).books
    covers = [cover for lang in site.languages if (cover := site.shown(lang, "manual"))]
    books.update(
        {cover.lang: bind_book(cover.lang, cover, site.children(cover)) for cover in covers}
    )
    build.globals["books"] = books


def write(build: Build) -> None:
    """The pages that are made from each book, and its files."""
    manual = build.get(Manual)
    for page in manual.pages:
        book = manual.books[page.lang]
        build.plan.add_page(page, book.cover, *book.chapters, edition=_edition(manual, book))
    for cover in manual.covers if manual.edition else ():
        book = manual.books[cover.lang]
        edition = _edition(manual, book)
        for artifact in artifacts(book, edition, build.base_path):
            build.plan.add_artifact(artifact)
        for claim in members(book):
            build.output.claims.claim(claim)


def _edition(manual: Manual, book: Book) -> Edition:
    """The newest edition, as it is after the corrections of the book."""
    if manual.edition is None:  # there is a book only where an edition is declared
        raise ValueError(book.lang)
    return corrected(manual.edition, (book.cover, *book.chapters))


def register() -> None:
    connect(signals.page_generator_init, teach)
    connect(signals.page_generator_finalized, add_pages)
    connect(signals.all_generators_finalized, bind)
    connect(signals.page_writer_finalized, write)
