"""A voice: the templates' environment as it speaks one language.

Every language has an environment of its own, so that a macro is made once for a language and not
once for a page; a page is rendered in the voice of its language.
"""

import gettext
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from jinja2 import Environment

from plugins.build.dependencies import Dependencies, Uses
from plugins.model.language import Language
from plugins.rendering import formats
from plugins.rendering.environment import like


def voice(
    env: Environment,
    language: Language,
    catalogue: gettext.NullTranslations,
    shared: dict[str, Any],
    dependencies: Dependencies | None = None,
) -> Environment:
    """`env` speaking `language`: its interface texts, its dates and numbers, and what is shared.

    `cached(macro, …)` is what a macro says about these things, asked only once about the same: the
    foot of a page is the same on all pages of a language, a menu on all those that have the same
    place in it.
    """
    dependencies = dependencies or Dependencies()
    speaking = like(env, dependencies)
    note = partial(dependencies.use, "catalogue", language.code)
    speaking.globals = {
        **env.globals,
        **shared,
        "language": language,
        "cached": _cached(dependencies),
        **_formats(language),
    }
    install: Any = speaking.install_gettext_callables  # type: ignore[attr-defined]
    install(_noted(catalogue.gettext, note), _noted(catalogue.ngettext, note), newstyle=True)
    speaking.globals["_"] = speaking.globals["gettext"]
    return speaking


def _noted(said: Callable[..., str], note: Callable[[], None]) -> Callable[..., str]:
    """What the catalogue says; a text without places for values may have a per cent sign."""

    @cache
    def plain(*asked: Any) -> str:
        text = said(*asked)
        return text if "%(" in text else text.replace("%%", "%").replace("%", "%%")

    def translate(*asked: Any) -> str:
        note()
        return plain(*asked)

    return translate


def _formats(language: Language) -> dict[str, Callable[[Any], str]]:
    """How the language writes days, countries, numbers and sizes."""
    named: dict[str, Callable[[Any, str], str]] = {
        "long_date": formats.long_date,
        "territory": formats.territory,
        "language_name": formats.language_name,
        "month": formats.month,
        "partial_date": formats.partial_date,
        "percent": formats.percent,
        "number": formats.number,
        "file_size": formats.file_size,
    }
    return {name: _formatted(format_value, language) for name, format_value in named.items()}


def _cached(dependencies: Dependencies) -> Callable[..., str]:
    said: dict[tuple[Any, ...], tuple[str, Uses, tuple[Any, ...]]] = {}

    def cached(macro: Callable[..., str], *about: object) -> str:
        key = (macro, *map(_same, about))
        if key not in said:
            with dependencies.recording() as record:
                words = macro(*about)
            # What it was asked about stays, so that its place in memory is its own.
            said[key] = words, record.uses, about
        dependencies.use_all(said[key][1])
        return said[key][0]

    return cached


def _same(thing: object) -> Any:
    """What is equal when two things are the same: words, numbers and days by what they say,
    all others by identity."""
    try:
        hash(thing)
    except TypeError:
        return id(thing)
    return thing


def _formatted(format_value: Callable[[Any, str], str], language: Language) -> Callable[[Any], str]:
    return cache(lambda value: format_value(value, language.formats))
