"""Pages that no file was written for and that answer a question all the same:
topics, pictures, corrections, countries."""

from collections.abc import Iterable, Iterator

from plugins.build.digest import digest
from plugins.model.document import Document

KEYS = ("press/pictures", "press/corrections")
TOPICS = "topics/"
COUNTRY = "country"


def generated(documents: Iterable[Document]) -> Iterator[Document]:
    """Those of `documents` that no file was written for, each with the words that stand on it."""
    for document in documents:
        if not document.file and document.indexed and _answers(document):
            yield _as_read(document)


def _answers(document: Document) -> bool:
    key = document.key
    return key in KEYS or key.startswith(TOPICS) or document.kind == COUNTRY


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
        keywords=document.keywords,
        content=" ".join(titles),
        beside=document.beside,
        content_digest=digest(
            document.url,
            document.title,
            document.summary,
            document.beside,
            *document.keywords,
            "titles",
            *titles,
        ),
    )
