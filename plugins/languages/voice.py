"""A voice: the templates' environment as it speaks one language.

Every language has an environment of its own, so that a macro is made once for a language and not once for a page; a
page is rendered in the voice of its language.
"""

import gettext
from collections.abc import Callable, MutableMapping, Set
from functools import cache
from types import FunctionType, MethodType
from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from plugins.languages import formats
from plugins.languages.language import Language

PLAIN = (FunctionType, MethodType, type(cache(len)))


def voice(
    env: Environment, language: Language, catalogue: gettext.NullTranslations, shared: dict[str, Any]
) -> Environment:
    """`env` speaking `language`: its interface texts, its dates and numbers, and what is shared.

    `once(macro, …)` is what a macro says about these things, asked only once about the same: the foot of a page is the
    same on all pages of a language, a menu on all those that have the same place in it.
    """
    speaking = _like(env)
    speaking.globals = {
        **env.globals,
        **shared,
        "language": language,
        "once": _once(),
        "_": _gettext(catalogue),
        "ngettext": _ngettext(catalogue),
        "long_date": _formatted(formats.long_date, language),
        "month": _formatted(formats.month, language),
        "partial_date": _formatted(formats.partial_date, language),
        "percent": _formatted(formats.percent, language),
        "number": _formatted(formats.number, language),
        "file_size": _formatted(formats.file_size, language),
    }
    return speaking


class Nothing(set[str]):
    """An empty set that says so without looking at what is taken away from it."""

    def __sub__(self, other: Set[Any]) -> "Nothing":
        return self


NOTHING = Nothing()


class Quick(Context):
    """A context that asks only those callables whether they want the context or the environment which may."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.globals_keys = NOTHING  # all templates of a voice see the same globals, so there is nothing to compare

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """What `__obj` returns; loop and block variables are for those that want the context."""
        macro = isinstance(__obj, Macro)
        if not macro and (not isinstance(__obj, PLAIN) or hasattr(__obj, "jinja_pass_arg")):
            return super().call(__obj, *args, **kwargs)
        if kwargs:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
        return __obj(__self.eval_ctx, *args, **kwargs) if macro else __obj(*args, **kwargs)


class Voice(Environment):
    """An environment whose templates all see the same globals, so that importing a macro compares nothing."""

    context_class = Quick

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.ready: dict[Any, Template] = {}

    def get_template(
        self, name: Any, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """The template of that name, looked for only once: each page imports a score of them."""
        if globals:
            return super().get_template(name, parent, globals)
        if name not in self.ready:
            self.ready[name] = super().get_template(name, parent)
        return self.ready[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals themselves, unless a template asks for more."""
        return {**self.globals, **d} if d else self.globals


def _like(env: Environment) -> Voice:
    speaking = Voice(
        loader=env.loader,
        bytecode_cache=env.bytecode_cache,
        auto_reload=False,  # no template changes during a build
        cache_size=-1,
        autoescape=env.autoescape,
        trim_blocks=env.trim_blocks,
        lstrip_blocks=env.lstrip_blocks,
        undefined=env.undefined,
    )
    speaking.filters, speaking.tests, speaking.policies = env.filters, env.tests, env.policies
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
