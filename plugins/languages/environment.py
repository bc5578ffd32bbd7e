"""The environment of a voice: Jinja that asks less, because all templates of a voice see the same globals."""

from collections.abc import Callable, MutableMapping, Set
from functools import cache
from types import FunctionType, MethodType
from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context, Macro

PLAIN = (FunctionType, MethodType, type(cache(len)))


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


def like(env: Environment) -> Voice:
    """A voice that does everything else as `env` does."""
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
