"""How a page stands to the page it was translated from:
source, current, stale, missing, orphan, unrecorded.

Any language may be the source of a page. A page without `Translated-From` is the source; where
several pages of one key have none, the source is the one that translations name, or the first in
the order of the languages, and the others are unrecorded: nobody can tell whether they are current.

`Minor: yes` in a source says: what I changed since it was translated does not change what it says.
It is a claim about the text as a whole, not about the last edit, because a folder without history
has no last edit. It is believed of each translation as far as the two texts bear it out (see
change.Change.small): the same headings and paragraphs, the same numbers and contacts, a few other
words. So a translation that was stale before stays stale, and a line that was forgotten hides
nothing large; once it hides nothing at all, the build says so. `make stamp` of the source settles
the matter: the translations that are current record the new revision, and the line goes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from plugins.features.translations.change import Change, compare
from plugins.model.document import UNFINISHED, Document, Heading, Origin
from plugins.reading.revision import Block

STATES = ("source", "current", "stale", "missing", "orphan", "unrecorded")

Then = Callable[[str, Origin], tuple[Block, ...] | None]
Now = Callable[[Any], tuple[Block, ...]]


@dataclass(frozen=True)
class Standing:
    """`document` is None where the page is missing;
    `change` is None where there is none, or nobody knows which."""

    state: str
    lang: str
    key: str
    document: Any = field(default=None, repr=False)
    source: Any = field(default=None, repr=False)
    change: Change | None = None

    @property
    def shows(self) -> str:
        """Everything a page can say of it."""
        seen = (
            (self.source.url, self.source.title, self.change, self.added_there)
            if self.state == "stale"
            else ()
        )
        newer = " ".join(map(str, seen))
        return f"{self.state} {newer}"

    @property
    def changed_here(self) -> tuple[Heading, ...]:
        """The translation's own headings below which its source says something else now."""
        changed = {heading.anchor for heading in self.change.changed} if self.change else set()
        return tuple(heading for heading in self.document.headings if heading.anchor in changed)

    @property
    def added_there(self) -> tuple[Heading, ...]:
        """The source's headings that are new since, as its readers see them:
        without what was withdrawn from them."""
        added = {heading.anchor for heading in self.change.added} if self.change else set()
        return tuple(heading for heading in self.source.headings if heading.anchor in added)


@dataclass(frozen=True)
class Texts:
    """Where texts come from: `then` gives a source as it was translated,
    `now` a document as it is."""

    then: Then
    now: Now


def standings(
    documents: Iterable[Document], languages: Iterable[str], texts: Texts
) -> list[Standing]:
    """Every key in every language of the site, what is not finished or withdrawn counted as
    missing."""
    keys: dict[str, dict[str, Document]] = {}
    for document in documents:
        if document.file and document.draft != UNFINISHED and not document.withdrawn:
            keys.setdefault(document.key, {})[document.lang] = document
    codes = list(languages)
    return [found for pages in keys.values() for found in _of_key(pages, codes, texts)]


def source_of(pages: dict[str, Document]) -> Any:
    """The page that the others are translated from, or None;
    `pages` of one key by language, in the site's order."""
    unrecorded = [page for page in pages.values() if page.translated_from is None]
    named = {page.translated_from.lang for page in pages.values() if page.translated_from}
    return next(iter([page for page in unrecorded if page.lang in named] + unrecorded), None)


def _of_key(pages: dict[str, Document], languages: list[str], texts: Texts) -> Iterable[Standing]:
    pages = {lang: pages[lang] for lang in languages if lang in pages}
    source = source_of(pages)
    for lang in languages:
        if lang in pages:
            yield _standing(pages[lang], pages, source, texts)
        elif source:
            yield Standing("missing", lang, source.key, None, source)


def _standing(
    page: Document, pages: dict[str, Document], source: Document, texts: Texts
) -> Standing:
    if page is source:
        return Standing("source", page.lang, page.key, page)
    if page.translated_from is None:
        return Standing("unrecorded", page.lang, page.key, page, source)
    origin = pages.get(page.translated_from.lang)
    if origin is None or origin is page:
        return Standing("orphan", page.lang, page.key, page)
    if origin.revision == page.translated_from.revision:
        return Standing("current", page.lang, page.key, page, origin)
    then = texts.then(page.key, page.translated_from)
    change = compare(then, texts.now(origin)) if then else None
    minor = origin.minor and change is not None and change.small
    return Standing("current" if minor else "stale", page.lang, page.key, page, origin, change)
