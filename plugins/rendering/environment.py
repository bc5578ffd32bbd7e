"""The environment of a voice: Jinja that asks less,
because all templates of a voice see the same globals."""

from collections.abc import Callable, Iterable, MutableMapping, Set
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any

from jinja2 import Environment, Template, TemplateError
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro

from plugins.build.dependencies import NOTHING as NO_USES
from plugins.build.dependencies import Dependencies
from plugins.build.digest import as_text, is_plain
from plugins.export.typography import finished
from plugins.model.document import Document

# Jinja's own: `_`, `ngettext`, and `{% trans %}` for who likes it.
INTERFACE_TEXTS = "jinja2.ext.i18n"
PLAIN = (FunctionType, MethodType, type(cache(len)))


class Nothing(set[str]):
    """An empty set that says so without looking at what is taken away from it."""

    def __sub__(self, other: Set[Any]) -> "Nothing":
        return self


NOTHING = Nothing()


class Quick(Context):
    """A context that asks only those callables whether they want the context or the environment
    which may."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.globals_keys = (
            NOTHING  # all templates of a voice see the same globals, so there is nothing to compare
        )

    def resolve_or_missing(self, key: str) -> Any:
        """What `key` says; whoever asks for a global that says something of its own depends on
        it."""
        environment: Any = self.environment
        if key in environment.plain:
            environment.dependencies.use("global", key)
        return super().resolve_or_missing(key)

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """What `__obj` returns; loop and block variables are for those that want the context."""
        macro = isinstance(__obj, Macro)
        if not macro and (not isinstance(__obj, PLAIN) or hasattr(__obj, "jinja_pass_arg")):
            return super().call(__obj, *args, **kwargs)
        if kwargs:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
        return __obj(__self.eval_ctx, *args, **kwargs) if macro else __obj(*args, **kwargs)


class Noted(Template):
    """A template whose macros are made once; whoever imports them depends on all that they were
    made from."""

    uses = NO_USES

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The text as readers are given it, with what belongs together in one line."""
        return finished(self.name or "", super().render(*args, **kwargs))

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        dependencies: Dependencies = self.environment.dependencies  # type: ignore[attr-defined]
        if self._module is not None:
            dependencies.use_all(self.uses)
            return super()._get_default_module(ctx)
        with dependencies.recording() as record:
            module = super()._get_default_module(ctx)
        self.uses = record.uses
        return module


class Voice(Environment):
    """An environment whose templates all see the same globals,
    so that importing a macro compares nothing.

    Which templates and globals are used while something is made is noted in `dependencies`.
    """

    context_class = Quick
    template_class = Noted
    dependencies = Dependencies()
    plain: frozenset[str] = frozenset()

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.ready: dict[Any, Template] = {}

    def get_template(
        self, name: Any, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """The template of that name, looked for only once: each page imports a score of them."""
        if isinstance(name, str):
            self.dependencies.use("theme", f"templates/{name}")
        if globals:
            return super().get_template(name, parent, globals)
        if name not in self.ready:
            self.ready[name] = super().get_template(name, parent)
        return self.ready[name]

    def select_template(
        self, names: Any, parent: str | None = None, globals: Any = None
    ) -> Template:
        """The first of `names` there is; that those before it are not there counts too."""
        for name in names if not isinstance(names, str) else [names]:
            self.dependencies.use("theme", f"templates/{name}")
        return super().select_template(names, parent, globals)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals themselves, unless a template asks for more."""
        return {**self.globals, **d} if d else self.globals


def plain_globals(env: Environment) -> dict[str, str]:
    """The globals of `env` that are no functions, as a text each;
    what functions do is in the code."""
    return {name: as_text(value) for name, value in env.globals.items() if is_plain(value)}


def like(env: Environment, dependencies: Dependencies) -> Voice:
    """A voice that does everything else as `env` does, and notes what is used."""
    speaking = Voice(
        loader=env.loader,
        bytecode_cache=env.bytecode_cache,
        auto_reload=False,  # no template changes during a build
        cache_size=-1,
        autoescape=env.autoescape,
        trim_blocks=env.trim_blocks,
        lstrip_blocks=env.lstrip_blocks,
        undefined=env.undefined,
        extensions=[INTERFACE_TEXTS],
    )
    speaking.dependencies, speaking.plain = dependencies, frozenset(plain_globals(env))
    speaking.filters, speaking.tests, speaking.policies = env.filters, env.tests, env.policies
    return speaking


def needed(documents: Iterable[Document], folder: Path) -> list[str]:
    """The names of the templates of `documents`, and of all layouts and components in `folder`,
    which these use."""
    files = [*folder.glob("layouts/*.html"), *folder.glob("components/*.html")]
    pages = {f"{document.template}.html" for document in documents}
    return sorted(pages | {file.relative_to(folder).as_posix() for file in files})


def compile_template(env: Environment, name: str) -> None:
    """Keeps the compiled template where `env` keeps them;
    what is wrong with it is told where it is used."""
    with suppress(TemplateError):
        env.get_template(name)
