"""Words that other cores count while Pelican makes pages of the documents;
what changes meanwhile is counted again."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plugins.features.search.statistics import Statistics, seen
from plugins.model.page import Page


@dataclass
class Ahead:
    """Words that other cores count: `wait` returns the statistics of each of `documents`,
    which were as `looked`."""

    documents: list[Any]
    looked: list[tuple[str, str]]
    wait: Callable[[], list[Statistics]]

    def of(self, document: Page) -> Statistics | None:
        """The statistics of `document`, unless something has changed in it since."""
        looked, found = self._found.get(document.content_digest, (None, None))
        return found if looked == seen(document) else None

    @cached_property
    def _found(self) -> dict[str, tuple[tuple[str, str], Statistics]]:
        own = [document.content_digest for document in self.documents]
        return dict(zip(own, zip(self.looked, self.wait(), strict=True), strict=True))
