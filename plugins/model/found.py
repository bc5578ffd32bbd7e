"""The documents of a build: those that were read just now, those read before,
and what the public must not see."""

from collections.abc import Callable, Collection, Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from plugins.model.document import TO_BE_APPROVED, UNFINISHED, Document
from plugins.model.film import files_of, of_films
from plugins.model.withdrawal import Withdrawals

FILES = frozenset({"media", "picture"})  # kinds of references to files


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

    def update(self, document: Document) -> None:
        """`document` takes the place of the one in its file, which was read when this one was."""
        (self.known if document.file in self.known else self.fresh)[document.file] = document

    def leave_out(self, files: Iterable[str]) -> None:
        """Nobody hears of the documents in `files`."""
        for file in files:
            self.fresh.pop(file, None)
            self.known.pop(file, None)


@dataclass(frozen=True)
class Withheld:
    """`files` of drafts, of what is not due or removed,
    and the pictures only they and what is withdrawn show.

    `unpublished` are the keys of the texts among them; `awaited` says when keys fall due, and
    `coming` are the documents that the clock alone makes public, which are checked today.
    """

    files: frozenset[str]
    unpublished: frozenset[str]
    awaited: dict[str, datetime]
    withdrawals: Withdrawals
    coming: tuple[Document, ...] = ()

    @property
    def coming_files(self) -> frozenset[str]:
        """The files of the coming documents, and those of their pictures and downloads."""
        named = {one.target for page in self.coming for one in page.references if one.kind in FILES}
        shown = named - of_films(self.files)  # a link shows no film
        filmed = {file for page in self.coming for file in files_of(page.film_name, self.files)}
        return frozenset({page.file for page in self.coming} | shown | filmed)


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


def coming(
    documents: Collection[Document], awaited: Mapping[str, datetime], demo: bool
) -> tuple[Document, ...]:
    """Return those of `documents` that become public by the clock alone, each knowing when."""
    unready = held(documents, (), demo)
    return tuple(
        replace(document, due=awaited[document.key])
        for document in documents
        if document.key in awaited and document.file not in unready and not document.withdrawn
    )
