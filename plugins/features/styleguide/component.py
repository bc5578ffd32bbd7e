"""A component of the theme as its file describes it: what it shows, its arguments, one example."""

import re
from dataclasses import dataclass
from pathlib import Path

COMMENT = re.compile(r"\A\{#-?\s*(?P<shows>.*?)\n\s*Example:\s*(?P<example>.*?)\s*-?#\}", re.DOTALL)

SAMPLE = re.compile(r'samples(?:\.(\w+)|\["([\w-]+)"\])')


@dataclass(frozen=True)
class Component:
    """`example` is the Jinja call from the component's opening comment."""

    name: str
    shows: str
    example: str

    @property
    def needs(self) -> frozenset[str]:
        """The kinds of pages the example shows: `samples.news`, `samples["news-list"]`."""
        return frozenset(kind for pair in SAMPLE.findall(self.example) for kind in pair if kind)

    @property
    def source(self) -> str:
        """A template that renders the example."""
        macro = self.name.replace("-", "_")
        return f'{{% from "components/{self.name}.html" import {macro} %}}{{{{ {self.example} }}}}'


def read_component(name: str, text: str) -> Component:
    """The component in `text`. Raises ValueError when its file does not open with the comment
    described above."""
    found = COMMENT.match(text)
    if found is None:
        raise ValueError(
            f"components/{name}.html: does not open with a comment that ends in `Example: …`."
        )
    return Component(name, " ".join(found["shows"].split()), found["example"])


def read_components(folder: Path) -> list[Component]:
    """Every component of the theme, by name."""
    files = sorted(folder.glob("*.html"), key=lambda file: file.stem)
    return [read_component(file.stem, file.read_text(encoding="utf-8")) for file in files]
