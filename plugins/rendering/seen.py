"""The site as templates see it: whoever asks it something depends on the pages of the languages it
was asked about."""

from collections.abc import Callable
from functools import partial
from typing import Any

from plugins.build.dependencies import Dependencies
from plugins.model.page import Page
from plugins.model.site import Site

EVERY = "*"  # all languages
# Questions about one language, which is their first argument; any other counts as one about all.
OF_A_LANGUAGE = frozenset({"document", "shown", "chosen", "dated", "count", "by_letter"})
DECLARED = frozenset({"languages", "base"})  # what they say is in every key


class SeenSite:
    """`site`, and a note in `dependencies` for each question."""

    def __init__(self, site: Site, dependencies: Dependencies) -> None:
        self._site, self._dependencies = site, dependencies

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._site, name)
        if name in OF_A_LANGUAGE:
            return partial(self._answer, found)
        if name not in DECLARED:
            self._dependencies.use("faces", EVERY)
        return found

    def children(self, document: Page) -> list[Any]:
        """As Site says it."""
        self._dependencies.use("faces", document.lang)
        return self._site.children(document)

    def further(self, document: Page) -> list[Any]:
        """As Site says it."""
        self._dependencies.use("faces", document.lang)
        return self._site.further(document)

    def read_next(self, document: Page) -> list[Any]:
        """As Site says it."""
        self._dependencies.use("faces", document.lang)
        return self._site.read_next(document)

    def _answer(self, question: Callable[..., Any], lang: str, *more: object) -> Any:
        self._dependencies.use("faces", lang)
        return question(lang, *more)
