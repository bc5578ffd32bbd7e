"""The documents of a build: those that were read just now, those read before, and what the public must not see yet."""

from collections.abc import Callable, Container
from dataclasses import dataclass, field
from datetime import datetime

from plugins.document import Document

# Kinds of references to a file that is no page.
FILES = frozenset({"media", "picture"})


@dataclass(frozen=True)
class Found:
    """Documents by file: those that were read just now, and those that an earlier build had read.

    `remember` keeps what was read for the builds to come.
    """

    fresh: dict[str, Document] = field(default_factory=dict)
    known: dict[str, Document] = field(default_factory=dict)
    remember: Callable[[], None] = lambda: None

    @property
    def documents(self) -> dict[str, Document]:
        """All of them."""
        return self.fresh | self.known

    def withhold(self, awaited: Container[str] = ()) -> frozenset[str]:
        """Takes out what is not finished and the `awaited` keys; returns their files, and those only they show."""
        every = self.documents
        held = {file for file, document in every.items() if document.draft or document.key in awaited}
        for file in held:
            self.fresh.pop(file, None)
            self.known.pop(file, None)
        shown = {reference.target for document in self.documents.values() for reference in document.references}
        return frozenset(
            held | {one.target for file in held for one in every[file].references if one.kind in FILES} - shown
        )


@dataclass(frozen=True)
class Withheld:
    """`files` of drafts and of what is not due, and the pictures only they show; `awaited` says when keys fall due."""

    files: frozenset[str]
    awaited: dict[str, datetime]
