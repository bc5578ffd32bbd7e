"""Pages that no file was written for and that answer a question all the same:
topics, pictures, corrections."""

from collections.abc import Iterable, Iterator

from plugins.build.digest import digest
from plugins.model.document import Document

KEYS = ("press/pictures", "press/corrections")
TOPICS = "topics/"


def generated(documents: Iterable[Document]) -> Iterator[Document]:
    """Those of `documents` that no file was written for, each with the words that stand on it."""
    for document in documents:
        if (
            not document.file
            and document.indexed
            and (document.key in KEYS or document.key.startswith(TOPICS))
        ):
            yield _as_read(document)


def _as_read(document: Document) -> Document:
    """`document` as somebody reads it: the titles of its list are its text."""
    titles = [entry.title for entry in document.listing.entries] if document.listing else []
    return Document(
        lang=document.lang,
        key=document.key,
        url=document.url,
        title=document.title,
        summary=document.summary,
        section=document.section,
        content=" ".join(titles),
        content_digest=digest(document.url, document.title, document.summary, *titles),
    )
