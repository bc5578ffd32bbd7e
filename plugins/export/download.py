"""A file that a page offers: where it is, what sort it is, and how it names the licence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from plugins.model.page import Page, Part


@dataclass(frozen=True)
class Download:
    """`name` is the file in the output folder; `form` its type as readers know it, such as PDF;
    `lang` its language; `about` says which of several it is, and `use` what it is for, as a word of
    components/downloads.html."""

    name: str
    form: str
    lang: str
    about: str = ""
    use: str = ""

    @property
    def url(self) -> str:
        """Relative to the root of the site."""
        return self.name


@dataclass(frozen=True)
class Downloads(Part, name="downloads"):
    """The files that a page offers."""

    files: tuple[Download, ...] = ()

    @property
    def shows(self) -> str:
        """Return what the page says of each."""
        return repr([(file.name, file.form, file.lang, file.about) for file in self.files])

    def over(self, original: Self) -> Self:
        """Return what the original offers, but in the reader's language where there is the same
        in it."""
        forms = {file.form for file in self.files}
        others = (file for file in original.files if file.form not in forms)
        return replace(self, files=(*others, *self.files))


def offer(page: Page, files: Iterable[Download]) -> None:
    """`page` offers `files` too, whoever offers others there and whenever:
    those that stand beside it come first."""
    offered = (*page.own(Downloads).files, *files)
    beside = sorted(offered, key=lambda file: not file.name.startswith(page.url))
    page.give(Downloads(tuple(beside)))


def spdx(name: str) -> str:
    """Return the identifier of a licence (SPDX License List) whose short name is `name`:
    CC-BY-SA-4.0 for CC BY-SA 4.0."""
    return "-".join(name.split())
