"""A voice: the templates' environment as it speaks one language.

Every language has an environment of its own, so that a macro is made once for a language and not once for a page; a
page is rendered in the voice of its language.
"""

import gettext
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from plugins.languages import formats
from plugins.languages.environment import like
from plugins.languages.language import Language


def voice(
    env: Environment, language: Language, catalogue: gettext.NullTranslations, shared: dict[str, Any]
) -> Environment:
    """`env` speaking `language`: its interface texts, its dates and numbers, and what is shared.

    `once(macro, …)` is what a macro says about these things, asked only once about the same: the foot of a page is the
    same on all pages of a language, a menu on all those that have the same place in it.
    """
    speaking = like(env)
    speaking.globals = {
        **env.globals,
        **shared,
        "language": language,
        "once": _once(),
        "_": _gettext(catalogue),
        "ngettext": _ngettext(catalogue),
        "long_date": _formatted(formats.long_date, language),
        "territory": _formatted(formats.territory, language),
        "month": _formatted(formats.month, language),
        "partial_date": _formatted(formats.partial_date, language),
        "percent": _formatted(formats.percent, language),
        "number": _formatted(formats.number, language),
        "file_size": _formatted(formats.file_size, language),
    }
    return speaking


def _gettext(catalogue: gettext.NullTranslations) -> Callable[..., Markup]:
    @cache
    def plain(message: str) -> Markup:
        return Markup(catalogue.gettext(message))

    def translate(message: str, **values: Any) -> Markup:
        return plain(message) % values if values else plain(message)

    return translate


def _once() -> Callable[..., str]:
    said: dict[tuple[Any, ...], tuple[str, tuple[Any, ...]]] = {}

    def once(macro: Callable[..., str], *about: Any) -> str:
        key = (macro, *map(_same, about))
        if key not in said:
            said[key] = macro(*about), about  # what it was asked about stays, so that its place in memory is its own
        return said[key][0]

    return once


def _same(thing: Any) -> Any:
    """What is equal when two things are the same: words, numbers and days by what they say, all others by identity."""
    try:
        hash(thing)
    except TypeError:
        return id(thing)
    return thing


def _ngettext(catalogue: gettext.NullTranslations) -> Callable[..., Markup]:
    def translate(singular: str, plural: str, count: int, **values: Any) -> Markup:
        return Markup(catalogue.ngettext(singular, plural, count)) % values

    return translate


def _formatted(format_value: Callable[[Any, str], str], language: Language) -> Callable[[Any], str]:
    return cache(lambda value: format_value(value, language.formats))
