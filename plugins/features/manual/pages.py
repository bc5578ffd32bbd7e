"""The pages that are made from the manual: all of it on one,
and its terms in all languages side by side."""

from typing import Any

from plugins.model.kinds import kind_named
from plugins.model.listing import Listing, archive
from plugins.model.page import Page

MADE = tuple(key.rpartition("/")[2] for key in kind_named("book").generated)


def made_pages(cover: Page, words: dict[str, Any]) -> list[Page]:
    """Those of the language of `cover`; `words` says by name and language what they are called."""
    return [
        archive(
            cover,
            name,
            words[name][cover.lang],
            Listing([]),
            indexed=True,
            template=f"pages/manual-{name}",
        )
        for name in MADE
        if cover.lang in words.get(name, {})
    ]
