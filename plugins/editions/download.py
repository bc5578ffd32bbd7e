"""A file that a page offers: where it is, and what sort it is."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Download:
    """`name` is the file in the output folder; `form` its type as readers know it, such as PDF; `lang` its language."""

    name: str
    form: str
    lang: str
    about: str = ""

    @property
    def url(self) -> str:
        """Relative to the root of the site."""
        return self.name


def offered(downloads: Iterable[Download], *files: Download) -> tuple[Download, ...]:
    """Return `downloads` with `files`, which take the place of those of the same form.

    So a page in the text of another language offers the files of the reader's language, not those of its text.
    """
    forms = {file.form for file in files}
    return (*(file for file in downloads if file.form not in forms), *files)
