"""From what a page is made: its key, the digest of everything that can change a byte of it.

A page shows its own text and the faces of others: titles in menus, summaries in lists, addresses of translations. So
its key holds its own digest, the faces of all documents of its language, and those of its translations. A page whose
key is as it was in the build before need not be made again.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from plugins.build.job import Job

# Pages that count or name what other languages have.
SEES_ALL = frozenset({"coverage", "chooser", "not-found-anywhere", "style-guide"})


class Keys:
    """The keys of one build; `fingerprint` stands for code, theme, texts and settings, `documents` are all of them."""

    def __init__(self, fingerprint: str, documents: Iterable[Any]) -> None:
        self.fingerprint = fingerprint
        faces: dict[str, list[str]] = {}
        for document in documents:
            faces.setdefault(document.lang, []).append(f"{document.lang}/{document.key} {document.face}")
        self.languages = {lang: digest(*sorted(found)) for lang, found in faces.items()}

    def of_page(self, job: Job, sizes: Iterable[str] = ()) -> str:
        """The key of a page; `sizes` are those of the files it offers."""
        page = job.page
        seen = self.languages.values() if page.kind in SEES_ALL else [self.languages.get(page.lang, "")]
        shown = [document.own for document in (page, *job.texts)]
        others = [_face(alternate.document) for alternate in page.alternates]
        own = [job.name, job.template, page.lang, page.key, page.title, page.summary, str(page.due or "")]
        own += [told.shows for told in page.pictures]
        own += [told.shows for told in (page.standing, page.coverage) if told]
        return digest(self.fingerprint, *own, *sizes, "shown", *shown, "seen", *seen, "alternates", *others)

    def of_texts(self, name: str, documents: Iterable[Any]) -> str:
        """The key of a file made from the texts of `documents`."""
        return digest(self.fingerprint, name, *(document.own for document in documents))

    def of_faces(self, name: str) -> str:
        """The key of a file made from what any page can show of any document."""
        return digest(self.fingerprint, name, *self.languages.values())


def digest(*parts: str) -> str:
    """The digest of `parts`, in this order."""
    return sha256("\0".join(parts).encode()).hexdigest()


def _face(document: Any) -> str:
    """What others can show of `document`; pages that no file was written for are known by address and title."""
    return "" if document is None else document.face or f"{document.url} {document.title}"
