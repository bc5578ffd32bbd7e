"""The documents of a build: those that were read just now, those read before,
and what the public must not see."""

from collections.abc import Callable, Collection, Container, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from plugins.model.document import TO_BE_APPROVED, UNFINISHED, Document
from plugins.model.withdrawal import Withdrawals


@dataclass(frozen=True)
class Found:
    """Documents by file: those that were read just now, and those that an earlier build had read.

    `remember` keeps what was read for the builds to come, but for the files it is given, of which
    nothing may be kept.
    """

    fresh: dict[str, Document] = field(default_factory=dict)
    known: dict[str, Document] = field(default_factory=dict)
    remember: Callable[..., None] = lambda private=(): None

    @property
    def documents(self) -> dict[str, Document]:
        """All of them."""
        return self.fresh | self.known

    def put(self, document: Document) -> None:
        """`document`, made just now, takes the place of the one in its file."""
        self.known.pop(document.file, None)
        self.fresh[document.file] = document

    def leave_out(self, files: Iterable[str]) -> None:
        """Nobody hears of the documents in `files`."""
        for file in files:
            self.fresh.pop(file, None)
            self.known.pop(file, None)


@dataclass(frozen=True)
class Withheld:
    """`files` of drafts, of what is not due or removed,
    and the pictures only they and what is withdrawn show.

    `unpublished` are the keys of the texts among them; `awaited` says when keys fall due.
    """

    files: frozenset[str]
    unpublished: frozenset[str]
    awaited: dict[str, datetime]
    withdrawals: Withdrawals


def held(documents: Collection[Document], awaited: Container[str], demo: bool) -> frozenset[str]:
    """Return the files of what is not finished or not due; what is to be approved in one language
    is held in every language, unless this is a `demo`.
    """
    unapproved = (
        set()
        if demo
        else {document.key for document in documents if document.draft == TO_BE_APPROVED}
    )
    return frozenset(
        document.file
        for document in documents
        if document.draft == UNFINISHED or document.key in unapproved or document.key in awaited
    )
