"""Digests of values: the same in every process for values that say the same,
and an error for what cannot be told.

A document counts as what it was made from and where it stands; a function or class as its name,
since its code is in the fingerprint of the code; a frozen record as those of its fields that are
compared.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from hashlib import sha256
from types import BuiltinFunctionType, FunctionType
from typing import Any

from plugins.model.document import Document
from plugins.model.page import Page

PLAIN = (str, int, float, bool, bytes, date, Decimal, type(None))


class NotPlainError(TypeError):
    """A value of which nobody can say whether it is the same as before."""


def digest(*parts: str) -> str:
    """The digest of `parts`, in this order."""
    return sha256("\0".join(parts).encode()).hexdigest()


def value_digest(value: object) -> str:
    """The digest of a value. Raises NotPlainError."""
    return sha256(as_text(value).encode()).hexdigest()


def is_plain(value: object) -> bool:
    """Whether a value says all that it is: words, numbers, days,
    and collections and records of these."""
    try:
        as_text(value)
    except NotPlainError:
        return False
    return not isinstance(value, FunctionType | BuiltinFunctionType | partial)


def as_text(value: object) -> str:
    """`value` in words that are the same whenever it is the same. Raises NotPlainError."""
    if isinstance(value, PLAIN):
        return repr(value)
    for holds, say in SORTS:
        if holds(value):
            return say(value)
    raise NotPlainError(f"A value of type {type(value).__name__} does not say what it is made of.")


def _partial(value: Any) -> str:
    return as_text((value.func, value.args, value.keywords))


def _function(value: Any) -> str:
    return f"{value.__module__}.{value.__qualname__}"


def _mapping(value: Any) -> str:
    return f"{{{', '.join(f'{as_text(name)}: {as_text(one)}' for name, one in value.items())}}}"


def _set(value: Any) -> str:
    return f"{{{', '.join(sorted(map(as_text, value)))}}}"


def _list(value: Any) -> str:
    return f"[{', '.join(map(as_text, value))}]"


def _record(value: Any) -> str:
    said = (as_text(getattr(value, one.name)) for one in fields(value) if one.compare)
    return f"{type(value).__name__}({', '.join(said)})"


def _document(document: Document) -> str:
    """What a document was made from, and where it stands; of a page, what files show of its
    parts."""
    parts = document.every_part() if isinstance(document, Page) else ()
    return repr(
        (
            document.lang,
            document.url,
            document.content_digest,
            document.title,
            document.summary,
            str(document.due),
            [part.in_files for part in parts],
        )
    )


# How a value is told that is more than words, numbers and days. The first that fits counts.
def _is_record(value: object) -> bool:
    """Whether it is a record that never changes; what can change, such as a build,
    is not told by what it holds now."""
    return is_dataclass(value) and bool(getattr(value, "__dataclass_params__").frozen)  # noqa: B009 (it has no type)


SORTS: tuple[tuple[Callable[[Any], bool], Callable[[Any], str]], ...] = (
    (lambda value: isinstance(value, partial), _partial),
    (lambda value: isinstance(value, FunctionType) and "<" not in value.__qualname__, _function),
    (lambda value: isinstance(value, type), _function),
    (lambda value: isinstance(value, Mapping), _mapping),
    (lambda value: isinstance(value, set | frozenset), _set),
    (lambda value: isinstance(value, list | tuple), _list),
    (lambda value: isinstance(value, Document), _document),
    (_is_record, _record),
)
