"""A file that a page offers: where it is, what sort it is, and how it names the licence."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.model.document import Document


@dataclass(frozen=True)
class Download:
    """`name` is the file in the output folder; `form` its type as readers know it, such as PDF;
    `lang` its language."""

    name: str
    form: str
    lang: str
    about: str = ""

    @property
    def url(self) -> str:
        """Relative to the root of the site."""
        return self.name


def offer(page: Document, files: Iterable[Download]) -> None:
    """`page` offers `files` too, whoever offers others there and whenever:
    those that stand beside it come first."""
    page.downloads = tuple(
        sorted((*page.downloads, *files), key=lambda file: not file.name.startswith(page.url))
    )


def spdx(name: str) -> str:
    """Return the identifier of a licence (SPDX License List) whose short name is `name`:
    CC-BY-SA-4.0 for CC BY-SA 4.0."""
    return "-".join(name.split())
