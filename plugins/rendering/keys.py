"""From what a page is made: its key, the digest of what is known of it before it is made.

A page shows its own text and the faces of others: titles in menus, summaries in lists, addresses of
translations. So its key holds its own digest, the faces of all documents of its language, and those
of its translations. What it asks for while it is made is noted then (plugins.build.dependencies). A
page for which all this is as it was in the build before need not be made again.
"""

from collections.abc import Iterable
from functools import cached_property

from plugins.build.digest import as_text, digest
from plugins.build.page_job import PageJob
from plugins.model.page import Page
from plugins.rendering.seen import EVERY


class Keys:
    """The keys of one build; `fingerprint` stands for code, theme, texts and settings, `code` for
    code and settings alone. `documents`, all of them, are looked at when the first key is asked
    for.
    """

    def __init__(self, fingerprint: str, documents: Iterable[Page], code: str = "") -> None:
        self.fingerprint, self.code = fingerprint, code
        self._documents = documents

    @cached_property
    def languages(self) -> dict[str, str]:
        """The digest of all that pages can show of other pages of their language, by language."""
        faces: dict[str, list[str]] = {}
        for document in self._documents:
            faces.setdefault(document.lang, []).append(
                f"{document.lang}/{document.key} {document.face}"
            )
        return {lang: digest(*sorted(found)) for lang, found in faces.items()}

    def faces(self, lang: str) -> str:
        """The digest of all that pages can show of the pages of `lang`,
        or of those of all languages."""
        return digest(*self.languages.values()) if lang == EVERY else self.languages.get(lang, "")

    def of_page(self, job: PageJob) -> str:
        """The key of a page. Raises NotPlainError for something that is given to it and cannot be
        told."""
        page = job.page
        shown = [document.content_digest for document in (page, *job.texts)]
        own = [
            job.name,
            job.template,
            page.lang,
            page.key,
            page.title,
            page.summary,
            str(page.due or ""),
        ]
        own += [f"{name} {as_text(value)}" for name, value in job.more.items()]
        parts = [part.shows for part in page.every_part()]
        return digest(
            self.code, *own, "shown", *shown, "seen", self.faces(page.lang), "parts", *parts
        )

    def of_texts(self, name: str, documents: Iterable[Page]) -> str:
        """The key of a file made from the texts of `documents`."""
        return digest(self.fingerprint, name, *(document.content_digest for document in documents))

    def of_faces(self, name: str) -> str:
        """The key of a file made from what any page can show of any document."""
        return digest(self.fingerprint, name, *self.languages.values())
