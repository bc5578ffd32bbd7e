"""Materials: each leaflet, card and poster of the library as a PDF to print, with a QR code that leads to its page.

Hears    `get_generators`: a generator that says which files there are, and makes them.
Adds     `downloads` to the materials and to the page that lists them.
Settings SITEURL.
"""

from typing import Any

from pelican import signals

from plugins.editions.download import offer
from plugins.generating import Borrowing
from plugins.materials.sheet import SHEETS, artifact, download


class MaterialsGenerator(Borrowing):
    """A PDF for each material in each language that has it."""

    def generate_context(self) -> None:
        documents = self.context["site"].documents
        self.materials = [page for page in documents if page.kind == "material" and page.format in SHEETS]
        for page in self.materials:
            offer(page, [download(page)])
        for index in (page for page in documents if page.kind == "materials"):
            offer(index, [download(page) for page in self.materials if page.lang == index.lang])

    def generate_output(self, writer: Any) -> None:
        for page in self.materials:
            writer.run(artifact(page, f"{self.settings['SITEURL']}/{page.url}"))


def make_sheets(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else MaterialsGenerator


def register() -> None:
    signals.get_generators.connect(make_sheets)
