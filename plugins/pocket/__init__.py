"""Pocket: the numbers and the essential advice of a language in one file, to be saved on a telephone.

It asks nobody for anything: its style is in it, pictures are in words, and it has no scripts. Which pages stand in it
says content/data/pocket.toml.

Hears    `get_generators`: a generator that offers the file on the pages named there, and makes it.
Adds     `downloads` to those pages.
Settings EDITION, LIBRARY, BASE_PATH, THEME.
"""

from functools import cached_property
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.generating import Borrowing
from plugins.pocket.notes import Notes, bound, errand, offered, style


class PocketGenerator(Borrowing):
    """One file in each language that has at least one of the pages."""

    @cached_property
    def _told(self) -> dict[str, Any]:
        file = self.settings["LIBRARY"].files.get("pocket")
        return file.tables if file else {}

    def generate_context(self) -> None:
        site = self.context["site"]
        books = (bound(site, lang, self._told.get("pages", [])) for lang in site.languages)
        self.notes: list[Notes] = [book for book in books if book]
        keys = {*self._told.get("pages", []), *self._told.get("offered", [])}
        for notes in self.notes:
            for page in (site.shown(notes.lang, key) for key in sorted(keys)):
                if page:
                    page.downloads = offered(page.downloads, notes.lang)

    def generate_output(self, writer: Any) -> None:
        css = style(Path(self.theme))
        contacts = self.settings["LIBRARY"].contacts.values()
        for notes in self.notes:
            writer.run(errand(notes, contacts, css, self.settings))


def make_notes(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else PocketGenerator


def register() -> None:
    signals.get_generators.connect(make_notes)
