"""A document in two parts: its face, which says all but the text, and the text,
which few ask for."""

import pickle
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, replace
from hashlib import sha256
from typing import Any

from plugins.model.document import Document, Text

# What no other page shows of a document.
PRIVATE = frozenset(
    {
        "text",
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


@dataclass(frozen=True)
class StoredText(Text):
    """The text of a document that was read by an earlier build; `fetch` gets it from `file`, or
    from what was kept under `digest`, whenever somebody asks for it."""

    fetch: Callable[[str, str], str] = lambda file, digest: ""
    file: str = ""
    digest: str = ""

    @property
    def html(self) -> str:
        """Return it."""
        return self.fetch(self.file, self.digest)


def attributes(document: Document) -> dict[str, Any]:
    """All attributes of a document that was put together, but the text."""
    found = USUAL | vars(document)
    del found["text"]
    return found


def taken_apart(document: Document) -> tuple[bytes, bytes]:
    """The face and the text of `document`, as bytes to keep."""
    state = {
        name: value
        for name, value in vars(document).items()
        if name not in USUAL or value != USUAL[name]
    }
    state.pop("text", None)
    return pickle.dumps(state, pickle.HIGHEST_PROTOCOL), document.content.encode("utf-8")


def remembered(face: bytes, fetch: Callable[[str, str], str]) -> Document:
    """The document of which `face` was kept; `fetch` gets its text."""
    state = pickle.loads(face)
    return _with_state(state, StoredText("", fetch, state["file"], state["content_digest"]))


def put_together(face: bytes, text: bytes) -> Document:
    """The document that was taken apart."""
    return _with_state(pickle.loads(face), Text(text.decode("utf-8")))


def _with_state(state: dict[str, Any], text: Text) -> Document:
    document = Document.__new__(Document)
    vars(document).update(state, text=text)
    return document


def keyed(document: Document, content_digest: str) -> Document:
    """Return `document`, which was made from what `content_digest` says, with both digests."""
    return replace(
        document, content_digest=content_digest, interface_digest=interface_digest(document)
    )


def interface_digest(document: Document) -> str:
    """The digest of everything other pages can show of `document`."""
    shown = [(name, getattr(document, name)) for name in SHOWN]
    return sha256(repr(shown).encode()).hexdigest()
