"""Pages that no file was written for and that answer a question all the same:
topics, pictures, corrections, countries."""

from collections.abc import Iterable, Iterator

from plugins.build.digest import digest
from plugins.model.document import Text
from plugins.model.listing import Listing
from plugins.model.page import Page, SearchWords

KEYS = ("press/pictures", "press/corrections")
TOPICS = "topics/"
COUNTRY = "country"


def generated(documents: Iterable[Page]) -> Iterator[Page]:
    """Those of `documents` that no file was written for, each with the words that stand on it."""
    for document in documents:
        if not document.file and document.indexed and _answers(document):
            yield _as_read(document)


def _answers(document: Page) -> bool:
    key = document.key
    return key in KEYS or key.startswith(TOPICS) or document.kind == COUNTRY


def _as_read(document: Page) -> Page:
    """`document` as somebody reads it: the titles of its list are its text."""
    titles = [entry.title for entry in document.part(Listing).entries]
    words = document.part(SearchWords)
    page = Page(
        lang=document.lang,
        key=document.key,
        url=document.url,
        title=document.title,
        summary=document.summary,
        section=document.section,
        keywords=document.keywords,
        text=Text(" ".join(titles)),
        content_digest=digest(
            document.url,
            document.title,
            document.summary,
            words.words,
            *document.keywords,
            "titles",
            *titles,
        ),
    )
    page.give(words)
    return page
