"""Languages: the language belongs to the page, not to the build.

Hears    `initialized`: which languages there are decides where Pelican looks for pages;
         `page_generator_init`: addresses for templates (texts and dates are in the voice, see
         plugins.rendering.voice); `page_generator_finalized`: all pages together become the site;
         `all_generators_finalized`: alternates and breadcrumbs are linked; `page_writer_finalized`:
         pages that are missing in a language are written in the text of another.
Adds     the parts Languages and Site; to every template `site`, `href`, `absolute`,
         `lang_attributes`, `has_quiet_exit`, the filters `longest_word` (its letters) and
         `with_choices`, and to every page its Navigation.
Settings PATH, CACHE_PATH, SITEURL, DEFAULT_LANG and X_DEFAULT_LANG (which must be among them),
         PUBLISHING (True leaves languages out that still lack core pages).
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican import signals
from pelican.generators import PagesGenerator

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.languages.settings import SETTINGS, unknown
from plugins.model.choices import with_choices
from plugins.model.document import Document, Problem
from plugins.model.found import Found
from plugins.model.kinds import has_quiet_exit
from plugins.model.language import (
    Declarations,
    Language,
    LanguageError,
    Languages,
    read_declarations,
)
from plugins.model.page import Navigation, Page
from plugins.model.problems import stop
from plugins.model.site import Site

DECLARATIONS = "data/languages.toml"


def declare(build: Build) -> None:
    """Pelican reads the folder of each declared language, and no other;
    in public, of each that has its core pages."""
    try:
        declared = _declared(build)
    except LanguageError as error:
        stop([Problem(DECLARATIONS, error.line, error.what, error.fix)], build.path, build.say)
    shown = {
        code: found for code, found in declared.items() if found.listed or not build.publishing
    }
    if wrong := list(unknown(build.settings, shown, Path(SETTINGS))):
        stop(wrong, Path(), build.say)
    build.add(Languages(shown, declared))


def _declared(build: Build) -> dict[str, Language]:
    found: Declarations = build.cache.get_or_compute(
        "languages", build.fingerprint, partial(read_declarations, build.path / DECLARATIONS)
    )
    return found.of(build.path)


def teach(build: Build) -> None:
    """Templates can say where a document is."""
    build.globals["href"] = _addresses(build.base_path)
    build.globals["lang_attributes"] = lang_attributes
    build.globals["has_quiet_exit"] = has_quiet_exit
    build.globals["absolute"] = lambda document: f"{build.site_url}/{document.url}"
    build.environment.filters["with_choices"] = with_choices
    build.environment.filters["longest_word"] = lambda text: max(map(len, text.split()), default=0)


def _addresses(base: str) -> Callable[[Any], str]:
    """Says where a document is; menus and lists ask that of the same ones over and over."""
    known: dict[int, tuple[str, Any]] = {}

    def href(document: Document) -> str:
        if id(document) not in known:
            # The document stays, so that its place in memory is its own.
            known[id(document)] = f"{base}/{document.url}", document
        return known[id(document)][0]

    return href


def lang_attributes(document: Page) -> Markup | str:
    """The attributes that say in which language the words of `document` are,
    where it is not the reader's."""
    other = document.content_language
    return Markup(' lang="{}" dir="{}"').format(other.code, other.direction) if other else ""


def assemble(build: Build) -> None:
    """The documents of all languages become the pages of one site: those that Pelican has just
    read, and those read before; Pelican goes on with our pages."""
    generator, found = build.get(PagesGenerator), build.get(Found)
    generator.pages = [Page.of(found.fresh[page.file]) for page in generator.pages]
    known = [Page.of(document) for document in found.known.values()]
    build.add(Site(build.get(Languages).shown, (*generator.pages, *known), build.base_path))


def link(build: Build) -> None:
    """Each page learns its alternates and the way back to the home page."""
    site = build.get(Site)
    for page in (*site.documents, *site.fallbacks):
        page.give(Navigation(site.alternates(page), site.breadcrumbs(page)))


def write_fallbacks(build: Build) -> None:
    """Pages missing in a language, in the text of another."""
    for page in build.get(Site).fallbacks:
        build.plan.add_page(page)


def register() -> None:
    connect(signals.initialized, declare)
    connect(signals.page_generator_init, teach)
    connect(signals.page_generator_finalized, assemble)
    connect(signals.all_generators_finalized, link)
    connect(signals.page_writer_finalized, write_fallbacks)
