"""The site: all documents of all languages, found by language and key."""

from collections.abc import Iterable
from typing import Any

from plugins.model.address import key_of, parent
from plugins.model.alphabet import alphabetical, first_letter
from plugins.model.document import Document
from plugins.model.fallback import fallback, fallbacks, led_to
from plugins.model.kinds import DATED, is_listed
from plugins.model.language import Language
from plugins.model.page import Alternate, Page

DATED_KINDS = {kind.name for kind in DATED.values()}


class Site:
    """Pages in reading order; every question templates and plugins ask about them."""

    def __init__(
        self, languages: dict[str, Language], documents: Iterable[Page], base: str = ""
    ) -> None:
        self.languages = languages
        self.base = base
        self.documents: list[Page] = []
        self._places: dict[tuple[str, str], Page] = {}
        self._shown: dict[tuple[str, str], Page] = {}
        self._children: dict[tuple[str, str], list[Page]] = {}
        self._kinds: dict[tuple[str, str], list[Page]] = {}
        self._trails: dict[tuple[str, str], tuple[Page, ...]] = {}
        self.add(sorted(documents, key=_in_reading_order))
        self.fallbacks = list(fallbacks(self.documents, languages, self._led_to))
        self._fall_back()

    def add(self, documents: Iterable[Page]) -> None:
        """`documents` join the site, after those that are there already."""
        for document in documents:
            self.documents.append(document)
            self._places.setdefault((document.lang, document.key), document)
            self._show(document)

    def put(self, old: Page, new: Page) -> None:
        """`new` stands where `old` stood, also for readers of other languages."""
        self._kinds[old.lang, old.kind].remove(old)
        self._kinds.setdefault((new.lang, new.kind), []).append(new)
        self._swap(old, new)
        for one in [one for one in self.fallbacks if one.original is old]:
            assert one.content_language
            self._swap(one, fallback(new, one.lang, one.content_language, self._led_to))

    def _swap(self, old: Page, new: Page) -> None:
        lists: list[list[Any]] = [self.documents, self.fallbacks, *self._children.values()]
        for pages in (*lists, *self._kinds.values()):
            pages[:] = [new if one is old else one for one in pages]
        for places in (self._places, self._shown):
            places.update({place: new for place, one in places.items() if one is old})

    def document(self, lang: str, key: str) -> Page | None:
        """The document of `key` in `lang`, or None."""
        return self._places.get((lang, key))

    def shown(self, lang: str, key: str) -> Page | None:
        """What readers of `lang` are shown of `key`: the document, else a fallback, else None."""
        return self._shown.get((lang, key))

    def chosen(self, lang: str, keys: Iterable[str]) -> list[Page]:
        """What readers of `lang` are shown of `keys`, in the order of `keys`."""
        found = (self._shown[lang, key] for key in keys if (lang, key) in self._shown)
        return [document for document in found if not document.withdrawn]

    def children(self, document: Page) -> list[Page]:
        """The pages directly below `document`, in order; dated ones are left to the lists."""
        below = self._children.get((document.lang, document.key), [])
        return [child for child in below if is_listed(child.kind) and child.kind not in DATED_KINDS]

    def further(self, document: Page) -> list[Page]:
        """The pages directly below `document` that its text does not lead to, so that each stands
        on it once; a topic stays, since it comes with its own pages."""
        led_to = {key_of(one.target) for one in document.references if one.kind == "document"}
        return [
            child
            for child in self.children(document)
            if child.key not in led_to or self.children(child)
        ]

    def read_next(self, document: Page) -> list[Page]:
        """The pages to read after `document`; those below it are listed on it anyway."""
        chosen = self.chosen(document.lang, document.next_keys)
        return [one for one in chosen if parent(one.key) != document.key]

    def dated(self, lang: str, section: str) -> list[Page]:
        """News or press releases as readers of one language are shown them, newest first."""
        found = [one for one in self._kinds.get((lang, DATED[section].name), ()) if one.published]
        return sorted(found, key=lambda document: (document.published, document.key), reverse=True)

    def homes(self) -> list[Page]:
        """The home page of every language."""
        return [home for lang in self.languages if (home := self.document(lang, "home"))]

    def count(self, lang: str) -> int:
        """How many pages written by hand `lang` has."""
        return sum(
            document.lang == lang and is_listed(document.kind) and not document.country
            for document in self.documents
        )

    def by_letter(self, lang: str) -> dict[str, list[Page]]:
        """All pages readers of `lang` are shown, in the order of their titles, under their first
        letters; digits and foreign letters come last.
        """
        shown = (*self.documents, *self.fallbacks)
        pages = [page for page in shown if page.lang == lang and is_listed(page.kind)]
        latin = self.languages[lang].script == "Latn"
        letters: dict[str, list[Page]] = {}
        for page in sorted(pages, key=lambda page: alphabetical(page.title)):
            letters.setdefault(first_letter(page.title, latin), []).append(page)
        return dict(sorted(letters.items(), key=lambda item: len(item[0])))

    def breadcrumbs(self, document: Page) -> tuple[Page, ...]:
        """The pages above `document`, the home page first; those that no language has are left out.

        It is the same tuple for all pages below the same one.
        """
        above = document.lang, parent(document.key)
        if above not in self._trails:
            self._trails[above] = tuple(self.chosen(document.lang, _upwards(above[1])[::-1]))
        return self._trails[above]

    def alternates(self, document: Page) -> tuple[Alternate, ...]:
        """`document` in every language of the site, itself included,
        in the order of the languages."""
        return tuple(
            Alternate(language, self.document(code, document.key), code == document.lang)
            for code, language in self.languages.items()
        )

    def _show(self, document: Page) -> None:
        self._shown.setdefault((document.lang, document.key), document)
        self._children.setdefault((document.lang, parent(document.key)), []).append(document)
        self._kinds.setdefault((document.lang, document.kind), []).append(document)

    def _fall_back(self) -> None:
        for page in self.fallbacks:
            self._show(page)
        for page in self.fallbacks:
            self._children[page.lang, parent(page.key)].sort(key=_in_reading_order)

    def _led_to(self, html: str, lang: str) -> str:
        return led_to(lang, html, self.base, self.languages)


def _upwards(key: str) -> list[str]:
    """`key` and the keys above it."""
    return [key, *_upwards(parent(key))] if key else []


def _in_reading_order(document: Document) -> tuple[Any, ...]:
    return document.lang, document.order, document.file
