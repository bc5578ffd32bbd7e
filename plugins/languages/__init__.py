"""Languages: the language belongs to the page, not to the build.

Hears    `build_begun`: which languages there are decides where Pelican looks for pages, unless nothing has
         changed;
         `generator_init`: addresses for templates (texts and dates are in the voice, see plugins.languages.voice);
         `page_generator_finalized`: all pages together become the site;
         `get_generators`: pages that are missing in a language are written in the text of another;
         `all_generators_finalized`: alternates and trails are linked, and the other plugins told so.
Adds     to every template `site`, `href`, `absolute`, `tongue`, the filter `longest_word` (its letters), and to every
         page `alternates` and `trail`.
Settings PATH, CACHE_PATH, FINGERPRINT, SITEURL, PUBLISHING (True leaves languages out that still lack core pages).
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from markupsafe import Markup
from pelican import signals

from plugins.build.kept import kept
from plugins.document import Problem
from plugins.generating import Borrowing
from plugins.languages.language import Declarations, Language, LanguageError, read_declarations
from plugins.languages.site import Site
from plugins.problems import stop
from plugins.signals import build_begun, site_complete, site_linked

DECLARATIONS = "data/languages.toml"


def declare(settings: Any) -> None:
    """Pelican reads the folder of each declared language, and no other; in public, of each that has its core pages."""
    folder = Path(settings["PATH"])
    try:
        declared = {} if settings["AT_REST"] else _declared(settings, folder)
    except LanguageError as error:
        stop([Problem(DECLARATIONS, error.line, error.what, error.mend)], folder)
    shown = {code: found for code, found in declared.items() if found.listed or not settings["PUBLISHING"]}
    settings["LANGUAGES"], settings["DECLARED"] = shown, declared
    settings["PAGE_PATHS"] = list(settings["LANGUAGES"])
    settings["BASE_PATH"] = urlparse(settings["SITEURL"]).path.rstrip("/")


def _declared(settings: Any, folder: Path) -> dict[str, Language]:
    place = Path(settings["CACHE_PATH"]) / "languages.pickle"
    found: Declarations = kept(place, settings["FINGERPRINT"], partial(read_declarations, folder / DECLARATIONS))
    return found.of(folder)


def teach(generator: Any) -> None:
    """Templates can say where a document is."""
    settings = generator.settings
    generator.env.globals["href"] = _addresses(settings["BASE_PATH"])
    generator.env.globals["tongue"] = tongue
    generator.env.filters["longest_word"] = lambda text: max(map(len, text.split()), default=0)
    generator.env.globals["absolute"] = lambda document: f"{settings['SITEURL']}/{document.url}"


def _addresses(base: str) -> Callable[[Any], str]:
    """Says where a document is; menus and lists ask that of the same ones over and over."""
    known: dict[int, tuple[str, Any]] = {}

    def href(document: Any) -> str:
        if id(document) not in known:
            # The document stays, so that its place in memory is its own.
            known[id(document)] = f"{base}/{document.url}", document
        return known[id(document)][0]

    return href


def tongue(document: Any) -> Markup | str:
    """The attributes that say in which language the words of `document` are, where it is not the reader's."""
    other = document.tongue
    return Markup(' lang="{}" dir="{}"').format(other.code, other.direction) if other else ""


class FallbackGenerator(Borrowing):
    """Pages missing in a language, in the text of another."""

    def generate_output(self, writer: Any) -> None:
        for page in self.context["site"].fallbacks:
            writer.write_file(page.save_as, self.get_template(page.template), self.context, page=page)


def write_fallbacks(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else FallbackGenerator


def assemble(generator: Any) -> None:
    """The pages of all languages become one site: those that Pelican has just read, and those read before."""
    settings = generator.settings
    generator.context["site"] = Site(
        settings["LANGUAGES"], [*generator.pages, *settings["KNOWN"]], settings["BASE_PATH"]
    )


def link(generators: list[Any]) -> None:
    """Each document learns its alternates and the way back to the home page; then the others add their part."""
    context = generators[0].context
    if generators[0].settings["AT_REST"]:
        return
    site = context["site"]
    for document in (*site.documents, *site.fallbacks):
        document.alternates = site.alternates(document)
        document.trail = site.trail(document)
    site_linked.send(context["site"], context=context)
    site_complete.send(context["site"], context=context)


def register() -> None:
    build_begun.connect(declare)
    signals.generator_init.connect(teach)
    signals.get_generators.connect(write_fallbacks)
    signals.page_generator_finalized.connect(assemble)
    signals.all_generators_finalized.connect(link)
