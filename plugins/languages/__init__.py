"""Languages: the language belongs to the page, not to the build.

Hears    `initialized`: which languages there are decides where Pelican looks for pages;
         `generator_init`: texts, dates and addresses for templates, following the page being rendered;
         `page_generator_finalized`: all pages together become the site;
         `all_generators_finalized`: alternates and trails are linked, and the other plugins told so.
Adds     to every template `site`, `_`/`gettext`/`ngettext`, `long_date`, `month`, `number`, `href`, `absolute`,
         and to every page `alternates` and `trail`.
Settings PATH, TRANSLATIONS_PATH, SITEURL.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from jinja2 import pass_context
from pelican import signals

from plugins.document import Problem
from plugins.languages import formats
from plugins.languages.catalogue import read_catalogues
from plugins.languages.language import LanguageError, read_languages
from plugins.languages.site import Site
from plugins.problems import stop
from plugins.signals import site_complete, site_linked

DECLARATIONS = "data/languages.toml"


def declare(pelican: Any) -> None:
    """Pelican reads the folder of each declared language, and no other."""
    settings = pelican.settings
    folder = Path(settings["PATH"])
    try:
        settings["LANGUAGES"] = read_languages(folder / DECLARATIONS)
    except LanguageError as error:
        stop([Problem(DECLARATIONS, error.line, error.what, error.mend)], folder)
    settings["PAGE_PATHS"] = list(settings["LANGUAGES"])
    settings["BASE_PATH"] = urlparse(settings["SITEURL"]).path.rstrip("/")


def teach(generator: Any) -> None:
    """Templates of this generator speak the language of the page they render."""
    settings = generator.settings
    catalogues = read_catalogues(Path(settings["TRANSLATIONS_PATH"]), list(settings["LANGUAGES"]))

    @pass_context
    def gettext(context: Any, message: str) -> str:
        return catalogues[context["page"].lang].gettext(message)

    @pass_context
    def ngettext(context: Any, singular: str, plural: str, count: int) -> str:
        return catalogues[context["page"].lang].ngettext(singular, plural, count)

    generator.env.install_gettext_callables(gettext, ngettext, newstyle=True)
    generator.env.globals.update(_following_the_page(settings))


def _following_the_page(settings: Any) -> dict[str, Any]:
    languages = settings["LANGUAGES"]

    def following(format_value: Callable[[Any, str], str]) -> Any:
        return pass_context(lambda context, value: format_value(value, languages[context["page"].lang].formats))

    return {
        "long_date": following(formats.long_date),
        "month": following(formats.month),
        "number": following(formats.number),
        "href": lambda document: f"{settings['BASE_PATH']}/{document.url}",
        "absolute": lambda document: f"{settings['SITEURL']}/{document.url}",
    }


def assemble(generator: Any) -> None:
    """The pages of all languages become one site."""
    generator.context["site"] = Site(generator.settings["LANGUAGES"], generator.pages)


def link(generators: list[Any]) -> None:
    """Each document learns its alternates and the way back to the home page; then the others add their part."""
    context = generators[0].context
    site = context["site"]
    for document in site.documents:
        document.alternates = site.alternates(document)
        document.trail = site.trail(document)
    site_linked.send(context["site"], context=context)
    site_complete.send(context["site"], context=context)


def register() -> None:
    signals.initialized.connect(declare)
    signals.generator_init.connect(teach)
    signals.page_generator_finalized.connect(assemble)
    signals.all_generators_finalized.connect(link)
