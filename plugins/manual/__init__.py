"""Manual: the numbered chapters of one language become a Book, and the book its editions.

Hears    `site_linked`: chapters are bound;
         `generator_init`: templates can link the words of the glossary;
         `get_generators`: a generator that adds the whole manual on one page and the terms of all languages side by
         side, and makes PDF, EPUB and the checklists.
Adds     `previous` and `following` to the chapters, `downloads` to the manual's own page, `books` (by language) to
         every template, and the filters `with_terms` and `on_one_page`.
Settings LIBRARY, SPOKEN, BASE_PATH, EDITION.
"""

from functools import cached_property, partial
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.manual.book import bind as bind_book
from plugins.manual.book import on_one_page
from plugins.manual.edition import declared
from plugins.manual.editions import downloads, errands
from plugins.manual.pages import made_pages
from plugins.manual.terms import linked, patterns
from plugins.signals import site_linked


def bind(site: Any, context: Any) -> None:
    covers = [site.shown(lang, "manual") for lang in site.languages]
    context["books"] = {cover.lang: bind_book(cover.lang, cover, site.children(cover)) for cover in covers if cover}


def teach(generator: Any) -> None:
    settings, filters = generator.settings, generator.env.filters
    filters["with_terms"] = partial(with_terms, settings)
    filters["on_one_page"] = partial(on_one_page, base=settings["BASE_PATH"])


def with_terms(settings: Any, html: str, page: Any, glossary: Any) -> str:
    """`html`, a text of `page`, with the first use of each term leading to the page `glossary`."""
    if not glossary or page.kind == "glossary":
        return html
    spoken = page.tongue.code if page.tongue else page.lang
    found = patterns(settings["LIBRARY"].terms.values(), spoken)
    return linked(html, found, f"{settings['BASE_PATH']}/{glossary.url}")


class BookGenerator(Generator):
    """The book of each language that has a cover of its own."""

    @cached_property
    def _edition(self) -> Any:
        return next(iter(declared(self.settings["LIBRARY"].manual)), None)

    def generate_context(self) -> None:
        site = self.context["site"]
        covers = [site.document(lang, "manual") for lang in site.languages]
        self.covers = [cover for cover in covers if cover and self._edition]
        self.pages = [page for cover in self.covers for page in made_pages(cover, self.settings["SPOKEN"].manual)]
        site.add(self.pages)
        for cover in self.covers:
            cover.downloads = downloads(cover, self.settings["SPOKEN"].manual)

    def generate_output(self, writer: Any) -> None:
        books = self.context["books"]
        for page in self.pages:
            book, template = books[page.lang], self.get_template(page.template)
            writer.write_page(
                page.save_as, template, self.context, page, book.cover, *book.chapters, edition=self._edition
            )
        for cover in self.covers:
            text = partial(self._text, books[cover.lang])
            for errand in errands(books[cover.lang], self._edition, text, self.settings):
                writer.run(errand)

    def _text(self, book: Any, chapter: Any) -> str:
        return with_terms(self.settings, chapter.content, chapter, book.glossary)


def make_book(pelican: Any) -> type[Generator] | None:
    return None if pelican.settings["AT_REST"] else BookGenerator


def register() -> None:
    site_linked.connect(bind)
    signals.generator_init.connect(teach)
    signals.get_generators.connect(make_book)
