"""The manual as a book: the chapters of one language, in order, each knowing its neighbours."""

from dataclasses import dataclass
from typing import Any

CHAPTERS = {"chapter", "glossary"}


@dataclass(frozen=True)
class Book:
    """`cover` is the manual's own page; `chapters` stand in reading order, numbered from 1."""

    lang: str
    cover: Any
    chapters: tuple[Any, ...]


def bind(lang: str, cover: Any, pages: list[Any]) -> Book:
    """The book of `cover` and those of `pages` that are chapters; links each to the one before and after."""
    chapters = tuple(page for page in pages if page.kind in CHAPTERS)
    for earlier, later in zip((cover, *chapters), chapters, strict=False):
        earlier.following, later.previous = later, earlier
    return Book(lang, cover, chapters)
