"""Manual: the numbered chapters of one language become a Book, and the book its editions.

Hears    `site_linked`: chapters are bound;
         `generator_init`: templates can link the words of the glossary;
         `get_generators`: a generator that adds the whole manual on one page and the terms of all languages side by
         side, and makes PDF, EPUB and the checklists.
Adds     `previous` and `following` to the chapters, `downloads` to the manual's own page, `books` (by language) to
         every template, and the filters `with_terms` and `on_one_page`.
Settings LIBRARY, SPOKEN, BASE_PATH, OUTPUT, DEPENDENCIES.
"""

from functools import cached_property, partial
from typing import Any

from pelican import signals

from plugins.editions.download import offer
from plugins.generating import Borrowing
from plugins.manual.book import bind as bind_book
from plugins.manual.book import on_one_page
from plugins.manual.edition import declared
from plugins.manual.editions import artifacts, downloads, members
from plugins.manual.pages import made_pages
from plugins.manual.terms import finders, linked
from plugins.signals import site_linked


def bind(site: Any, context: Any) -> None:
    covers = [site.shown(lang, "manual") for lang in site.languages]
    context["books"] = {cover.lang: bind_book(cover.lang, cover, site.children(cover)) for cover in covers if cover}


def teach(generator: Any) -> None:
    settings, filters = generator.settings, generator.env.filters
    filters["with_terms"] = partial(with_terms, settings["BASE_PATH"], _finders(settings))
    filters["on_one_page"] = partial(on_one_page, base=settings["BASE_PATH"])


def _finders(settings: Any) -> Any:
    """What finds the terms of a language, made once for each; who asks depends on the glossary."""
    return settings["DEPENDENCIES"].memo(lambda lang: finders(settings["LIBRARY"].terms.values(), lang))


def with_terms(base: str, finders_of: Any, html: str, page: Any, book: Any) -> str:
    """`html`, a text of `page`, with the first use of each term leading to the glossary of `book`, if there is one."""
    glossary = book.glossary if book else None
    if not glossary or page.kind == "glossary" or page.glossary_links == "no":
        return html
    spoken = page.tongue.code if page.tongue else page.lang
    return linked(html, finders_of(spoken), f"{base}/{glossary.url}")


class BookGenerator(Borrowing):
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
            offer(cover, downloads(cover, self.settings["SPOKEN"].manual))

    def generate_output(self, writer: Any) -> None:
        books = self.context["books"]
        for page in self.pages:
            book, template = books[page.lang], self.get_template(page.template)
            writer.write_page(
                page.save_as, template, self.context, page, book.cover, *book.chapters, edition=self._edition
            )
        for cover in self.covers:
            for artifact in artifacts(books[cover.lang], self._edition, self.settings["BASE_PATH"]):
                writer.run(artifact)
            for claim in members(books[cover.lang]):
                self.settings["OUTPUT"].claims.claim(claim)


def make_book(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else BookGenerator


def register() -> None:
    site_linked.connect(bind)
    signals.generator_init.connect(teach)
    signals.get_generators.connect(make_book)
