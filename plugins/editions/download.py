"""A file that a page offers: where it is, and what sort it is."""

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
