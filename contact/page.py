"""The pages that Pelican built for the endpoint: read once, then filled with what the visitor wrote.

A page has `[[name]]` where a value belongs, and `[[if name]] … [[end]]` around what only some answers say.
"""

import re
from html import escape
from itertools import product
from pathlib import Path
from typing import NamedTuple

from contact.form import FIELDS

KINDS = ("confirm", "again", "unavailable", "refused")
VALUE = re.compile(r"\[\[(\w+)\]\]")
CHOICE = re.compile(r"\[\[if ([\w-]+)\]\](.*?)\[\[end\]\]", re.DOTALL)
# What such a page may do: it, its style and its script come from the site, and so does what it is sent to.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


class Page(NamedTuple):
    """A page as built."""

    text: str

    def fill(self, values: dict[str, str], said: frozenset[str] | set[str]) -> bytes:
        """The page with `values` in their places and only those choices kept that are in `said`."""
        return fill(self.text, {name: escape(value) for name, value in values.items()}, said).encode()


class Pages(NamedTuple):
    """By language, form and kind; and by form, the letter that the counsellor reads."""

    pages: dict[tuple[str, str, str], Page]
    letters: dict[str, str]

    def knows(self, lang: str, form: str) -> bool:
        """Whether `form` is there in `lang`."""
        return (lang, form, KINDS[0]) in self.pages

    @property
    def anywhere(self) -> tuple[str, str]:
        """A language and form for those who ask for none that exists."""
        lang, form, _ = min(self.pages)
        return lang, form


def fill(text: str, values: dict[str, str], said: frozenset[str] | set[str]) -> str:
    """`text` with its choices made and then, in one pass, its values: what a visitor wrote is never read again."""
    text = CHOICE.sub(lambda choice: choice[2] if choice[1] in said else "", text)
    return VALUE.sub(lambda found: values.get(found[1], ""), text)


def read_pages(folder: Path) -> tuple[Pages, list[str]]:
    """The pages below `folder` (`<language>/<form>/<kind>.html`, `<form>.txt`) and the names of those missing."""
    langs = sorted(found.name for found in folder.glob("*") if found.is_dir())
    places = product(langs, FIELDS, KINDS)
    files = {(lang, form, kind): folder / lang / form / f"{kind}.html" for lang, form, kind in places}
    there = {place: file for place, file in files.items() if file.parent.is_dir()}
    letters = {form: folder / f"{form}.txt" for form in FIELDS}
    missing = [str(file) for file in (*there.values(), *letters.values()) if not file.is_file()]
    if missing or not there:
        return Pages({}, {}), missing or [str(folder / "<language>" / "<form>" / f"{KINDS[0]}.html")]
    pages = {place: Page(file.read_text(encoding="utf-8")) for place, file in there.items()}
    return Pages(pages, {form: file.read_text(encoding="utf-8") for form, file in letters.items()}), []
