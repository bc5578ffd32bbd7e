"""What the style guide says in a language of the staff: its groups, their components, the words
around their examples."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from plugins.features.styleguide.component import Component
from plugins.features.styleguide.groups import GROUPS, Group
from plugins.model.html_tree import Tree
from plugins.model.message import Message

WORDS: dict[str, Message] = {
    "contents": Message("Contents"),
    "about": Message(
        "Every component of the theme, live first, then as copies: dark, the other way round, "
        "and on a narrow screen. Media queries follow the window: make it narrower to see more."
    ),
    "use": Message("When to use them"),
    "avoid": Message("When not"),
    "as_it_is": Message("as it is"),
    "dark": Message("dark"),
    "turned": Message("the other direction"),
    "narrow": Message("narrow: 320 px"),
    "code": Message("In a template"),
    "files": Message("Its files"),
    "nothing": Message("There is no page in this language that it could show."),
}
# What a copy of an example would say twice on one page, or do.
ONCE = ("id", "for", "name", "form", "list", "headers", "popovertarget", "data-module")
ARIA = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
Say = Callable[[str], str]


class State(NamedTuple):
    """A state of a component, by its name, as HTML."""

    name: str
    html: str

    @property
    def copy(self) -> str:
        """Return it as it can stand on the page once more."""
        return copy_of(self.html)


class Shown(NamedTuple):
    """A component with its files and its states."""

    component: Component
    files: tuple[str, ...]
    states: tuple[State, ...] = ()


class Part(NamedTuple):
    """A group of components, and when to use them."""

    key: str
    title: str
    use: str
    avoid: str
    shown: tuple[Shown, ...]


class Guide(NamedTuple):
    """The guide in the language `lang`."""

    lang: str
    title: str
    words: dict[str, str]
    parts: tuple[Part, ...]

    @property
    def components(self) -> list[Component]:
        """Return all components."""
        return [one.component for part in self.parts for one in part.shown]


def guide(say: Say, components: Iterable[Component], styles: set[str]) -> Guide:
    """Return the guide as `say` says it; `styles` are the names of the stylesheets of components.
    A component that no group names stands nowhere (a test asks that all are named)."""
    by_name = {one.name: one for one in components}
    parts = tuple(_part(say, group, by_name, styles) for group in GROUPS)
    words = {key: say(one) for key, one in WORDS.items()}
    return Guide(getattr(say, "code", "en"), say(Message("Style guide")), words, parts)


def _part(say: Say, group: Group, by_name: dict[str, Component], styles: set[str]) -> Part:
    there = [by_name[name] for name in group.names if name in by_name]
    shown = tuple(Shown(one, tuple(_files(one.name, styles))) for one in there)
    return Part(group.key, say(group.title), say(group.use), say(group.avoid), shown)


def _files(name: str, styles: set[str]) -> list[str]:
    own = [f"theme/static/css/components/{name}.css"] if name in styles else []
    return [f"theme/templates/components/{name}.html", *own]


def copy_of(html: str) -> str:
    """Return `html` once more for the same page: without names that would be there twice, and
    without what it would do."""
    tree = Tree(html)
    for program in tree.every("script"):
        program.decompose()
    for name in (*ONCE, *ARIA):
        for element in tree.every(f"[{name}]"):
            del element.attrs[name]
    return tree.html
