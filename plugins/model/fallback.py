"""A page that is missing in a language, as its readers meet it:
their interface around the text of another language."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from plugins.model.address import address
from plugins.model.document import UNFINISHED, Document
from plugins.model.html_tree import Tree, attribute
from plugins.model.kinds import NECESSARY
from plugins.model.language import Language

# Without these there is no language: no other language can stand in for them.
OWN = frozenset(address(f"xx/{kind.file}").key for kind in NECESSARY)


class Fallback:
    """`original` for readers of `lang`: all is the original's but the language of the interface,
    address and place.

    It is not for search engines, and no translation: alternates, sitemap and feeds do not have it.
    """

    file = ""
    indexed = False
    standing = coverage = previous = following = listing = None

    def __init__(
        self,
        original: Document,
        lang: str,
        content_language: Language,
        links: Callable[[str, str], str],
    ) -> None:
        self.original, self.lang, self.content_language, self._links = (
            original,
            lang,
            content_language,
            links,
        )
        self.url = lang + original.url.removeprefix(original.lang)
        self.save_as = lang + original.save_as.removeprefix(original.lang)
        self.alternates: tuple[Any, ...] = ()
        self.offered: tuple[Any, ...] = ()
        self.breadcrumbs: tuple[Any, ...] = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.original, name)

    @property
    def downloads(self) -> tuple[Any, ...]:
        """What the original offers, but in the reader's language where there is the same in it."""
        forms = {file.form for file in self.offered}
        return (
            *(file for file in self.original.downloads if file.form not in forms),
            *self.offered,
        )

    @downloads.setter
    def downloads(self, files: tuple[Any, ...]) -> None:
        self.offered = tuple(file for file in files if file not in self.original.downloads)

    @property
    def content(self) -> str:
        """The text, its links leading to the pages of the reader's language."""
        return self._links(self.original.content, self.lang)


def fallbacks(
    documents: Iterable[Document], languages: dict[str, Language], links: Callable[[str, str], str]
) -> Iterator[Document]:
    """One for each page that is missing in a language,
    from the first of that language's own list that has it.

    What is not finished stands in for nothing, nor do withdrawn pages where another language has
    the page. `links` gives a text with its links led to the pages of a language.
    """
    keys: dict[str, dict[str, Document]] = {}
    for document in documents:
        keys.setdefault(document.key, {})[document.lang] = document
    for key, pages in keys.items():
        whole = {lang: page for lang, page in pages.items() if page.draft != UNFINISHED}
        finished = {lang: page for lang, page in whole.items() if not page.withdrawn} or whole
        for lang, language in languages.items():
            original = next(
                (finished[code] for code in (*language.fallback, *languages) if code in finished),
                None,
            )
            if lang not in pages and key not in OWN and original:
                fallback = Fallback(original, lang, languages[original.lang], links)
                yield cast(Document, fallback)  # it answers to all that a document does


def led_to(lang: str, html: str, base: str, languages: Iterable[str]) -> str:
    """`html` with every link to a page of any of `languages` below `base` leading to that page in
    `lang`."""
    tree, below = Tree(html), f"{base}/"
    for link in tree.every("[href]"):
        address = attribute(link, "href")
        code, slash, rest = address.removeprefix(below).partition("/")
        if address.startswith(below) and slash and code in languages:
            link.attrs["href"] = f"{below}{lang}/{rest}"
    return tree.html
