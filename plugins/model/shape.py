"""Shapes: of what type the entries of a table of TOML are, as a table of types by name."""

from datetime import date, datetime
from types import UnionType
from typing import Any, get_args, get_origin

from plugins.model.message import Message

Words = dict[str, str]  # by language
Texts = list[str]
Table = dict[str, Any]

# How to say a type to who edits the file.
SAID: dict[Any, Message] = {
    str: Message("a text in quotation marks"),
    int: Message("a number without quotation marks"),
    date: Message("a day without quotation marks, such as 2026-11-24"),
    date | None: Message("a day without quotation marks, such as 2026-11-24"),
    bool: Message("true or false"),
    Words: Message("a text for each language"),
    dict[str, Words]: Message("a table with a text for each language in each entry"),
    Texts: Message('a list of texts in square brackets, each in quotation marks: ["one", "two"]'),
    tuple[str, ...]: Message(
        'a list of texts in square brackets, each in quotation marks: ["one", "two"]'
    ),
    list[Table]: Message("tables that each begin with two square brackets"),
    list[Texts]: Message('lists of texts within a list: [["one", "two"], ["three"]]'),
    Table: Message("a table with entries of its own"),
    dict[str, Table]: Message("a table with a table in each entry"),
    dict[str, Texts]: Message("a table with a list of texts in each entry"),
    dict[str, dict[str, Texts]]: Message(
        "a table with a list of texts for each language in each entry"
    ),
}

REST = "*"  # every other name of a table


def is_a(value: object, hint: Any) -> bool:
    """Whether TOML gave `value` the type `hint`, all the way down."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is UnionType:
        return any(is_a(value, one) for one in arguments)
    if origin is dict:
        return isinstance(value, dict) and all(is_a(one, arguments[1]) for one in value.values())
    if origin in (list, tuple):
        return isinstance(value, list) and all(is_a(one, arguments[0]) for one in value)
    if hint is Any:
        return True
    # To Python a moment is a day and a truth a number; here they are not.
    return (
        isinstance(value, hint)
        and not isinstance(value, datetime)
        and (hint is bool or not isinstance(value, bool))
    )


def unlike(value: object, hint: Any) -> Message | None:
    """Return what `value` should have been; None when it is, or when nothing is said of `hint`.

    `hint` is a type, a shape (of a table), or a list with one shape (of each of several tables).
    """
    if isinstance(hint, list):
        if not isinstance(value, list):
            return SAID[list[Table]]
        return next((said for one in value if (said := unlike(one, hint[0]))), None)
    if isinstance(hint, dict):
        if not isinstance(value, dict):
            return SAID[Table]
        return next(
            (
                Message("a table whose %(name)r is %(said)s", name=name, said=said)
                for name, said in misshapen(value, hint).items()
            ),
            None,
        )
    return SAID[hint] if hint in SAID and not is_a(value, hint) else None


def misshapen(entries: Table, shape: dict[str, Any]) -> dict[str, Message]:
    """Return what each of `entries` that does not fit `shape` should have been, by its name."""
    wrong = {
        name: unlike(value, shape.get(name, shape.get(REST))) for name, value in entries.items()
    }
    return {name: said for name, said in wrong.items() if said}
