"""A voice: the templates' environment as it speaks one language.

Every language has an environment of its own, so that a macro is made once for a language and not once for a page; a
page is rendered in the voice of its language.
"""

import gettext
from collections.abc import Callable
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from plugins.languages import formats
from plugins.languages.language import Language


def voice(
    env: Environment, language: Language, catalogue: gettext.NullTranslations, shared: dict[str, Any]
) -> Environment:
    """`env` speaking `language`: its interface texts, its dates and numbers, and what is shared."""
    speaking = env.overlay()
    speaking.globals = {
        **env.globals,
        **shared,
        "language": language,
        "_": _gettext(catalogue),
        "ngettext": _ngettext(catalogue),
        "long_date": _formatted(formats.long_date, language),
        "month": _formatted(formats.month, language),
        "number": _formatted(formats.number, language),
    }
    return speaking


def _gettext(catalogue: gettext.NullTranslations) -> Callable[..., Markup]:
    def translate(message: str, **values: Any) -> Markup:
        return Markup(catalogue.gettext(message)) % values

    return translate


def _ngettext(catalogue: gettext.NullTranslations) -> Callable[..., Markup]:
    def translate(singular: str, plural: str, count: int, **values: Any) -> Markup:
        return Markup(catalogue.ngettext(singular, plural, count)) % values

    return translate


def _formatted(format_value: Callable[[Any, str], str], language: Language) -> Callable[[Any], str]:
    return lambda value: format_value(value, language.formats)
