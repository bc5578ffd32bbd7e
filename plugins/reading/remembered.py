"""A document in two parts: its face, which says all but the text, and the text,
which few ask for."""

import pickle
from collections.abc import Callable
from dataclasses import MISSING, fields
from hashlib import sha256
from typing import Any

from plugins.model.document import Document

# What no other page shows of a document.
PRIVATE = frozenset(
    {
        "content",
        "headings",
        "references",
        "field_lines",
        "problems",
        "content_digest",
        "interface_digest",
        "due",
    }
    # What these mean for other pages is in the keys of those pages, through their standing.
    | {
        "revision",
        "passages",
        "invariants",
        "translated_from",
        "minor",
        "terms",
        "glossary_links",
        "with_forms",
    }
)
SHOWN = [field.name for field in fields(Document) if field.name not in PRIVATE]
# What need not be kept, since a document without it has it from its class.
USUAL = {field.name: field.default for field in fields(Document) if field.default is not MISSING}


class Remembered(Document):
    """A document that was read by an earlier build;
    its text is fetched when somebody asks for it."""

    fetch: Callable[["Remembered"], str]

    @property
    def content(self) -> str:  # type: ignore[override]
        """The text as HTML."""
        return self.fetch(self)

    def retell(self, content: str) -> None:
        """Its text is `content` from now on."""
        vars(self)["fetch"] = lambda _: content


def attributes(document: Document) -> dict[str, Any]:
    """All attributes of a document that was put together, but the text."""
    found = USUAL | vars(document)
    del found["content"]
    return found


def taken_apart(document: Document) -> tuple[bytes, bytes]:
    """The face and the text of `document`, as bytes to keep."""
    state = {
        name: value
        for name, value in vars(document).items()
        if name not in USUAL or value != USUAL[name]
    }
    state.pop("content", None)
    return pickle.dumps(state, pickle.HIGHEST_PROTOCOL), document.content.encode("utf-8")


def remembered(face: bytes, fetch: Callable[[Document], str]) -> Remembered:
    """The document of which `face` was kept."""
    document = Remembered.__new__(Remembered)
    vars(document).update(pickle.loads(face), fetch=fetch)
    return document


def put_together(face: bytes, text: bytes) -> Document:
    """The document that was taken apart."""
    document = Document.__new__(Document)
    vars(document).update(pickle.loads(face), content=text.decode("utf-8"))
    return document


def interface_digest(document: Document) -> str:
    """The digest of everything other pages can show of `document`."""
    shown = [(name, getattr(document, name)) for name in SHOWN]
    return sha256(repr(shown).encode()).hexdigest()
