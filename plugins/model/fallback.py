"""A page that is missing in a language, as its readers meet it:
their interface around the text of another language."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from plugins.model.address import address
from plugins.model.document import UNFINISHED, Text
from plugins.model.html_tree import Tree, attribute
from plugins.model.kinds import NECESSARY
from plugins.model.language import Language
from plugins.model.page import AnyPart, Page

# Without these there is no language: no other language can stand in for them.
OWN = frozenset(address(f"xx/{kind.file}").key for kind in NECESSARY)


@dataclass(frozen=True)
class LedText(Text):
    """The text of `original`, its links leading to the pages of `lang`."""

    original: Text = field(default_factory=Text)
    lang: str = ""
    links: Callable[[str, str], str] = lambda html, lang: html

    @property
    def html(self) -> str:
        """Return it."""
        return self.links(self.original.html, self.lang)


class Fallback(Page):
    """The page of another language for readers of `lang`: all is the original's but the language
    of the interface, address and place.

    It is not for search engines, and no translation: alternates, sitemap and feeds do not have it.
    """

    def part(self, kind: type[AnyPart]) -> AnyPart:
        """Return what was given to it, over what the original shows."""
        own = self.own(kind)
        return own.over(self.original.part(kind)) if self.original else own


def fallback(
    original: Page, lang: str, language: Language, links: Callable[[str, str], str]
) -> Fallback:
    """Return `original`, whose language is `language`, for readers of `lang`."""
    return Fallback.of(
        original,
        original=original,
        lang=lang,
        content_language=language,
        file="",
        indexed=False,
        url=lang + original.url.removeprefix(original.lang),
        save_as=lang + original.save_as.removeprefix(original.lang),
        text=LedText("", original.text, lang, links),
    )


def fallbacks(
    documents: Iterable[Page], languages: dict[str, Language], links: Callable[[str, str], str]
) -> Iterator[Fallback]:
    """One for each page that is missing in a language,
    from the first of that language's own list that has it.

    What is not finished stands in for nothing, nor do withdrawn pages where another language has
    the page. `links` gives a text with its links led to the pages of a language.
    """
    keys: dict[str, dict[str, Page]] = {}
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
                yield fallback(original, lang, languages[original.lang], links)


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
