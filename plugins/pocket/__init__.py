"""Pocket: the numbers and the essential advice of a language in one file, to be saved on a telephone.

It asks nobody for anything: its style is in it, pictures are in words, and it has no scripts. Which pages stand in it
says content/data/pocket.toml.

Hears    `generator_init`: tells its template the stylesheet;
         `get_generators`: a generator that offers the file on the pages named there, and makes it.
Adds     `downloads` to those pages.
Settings LIBRARY, BASE_PATH, THEME, DEPENDENCIES.
"""

from functools import cached_property, partial
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.editions.download import offer
from plugins.generating import Borrowing
from plugins.pocket.notes import Notes, artifact, bound, download, style


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
                    offer(page, [download(notes.lang)])

    def generate_output(self, writer: Any) -> None:
        for notes in self.notes:
            writer.run(artifact(notes, self.settings["BASE_PATH"]))


def teach(generator: Any) -> None:
    """The file has its stylesheet in it."""
    settings = generator.settings
    generator.env.globals["pocket_style"] = partial(style, Path(settings["THEME"]), settings["DEPENDENCIES"])


def make_notes(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else PocketGenerator


def register() -> None:
    signals.generator_init.connect(teach)
    signals.get_generators.connect(make_notes)
