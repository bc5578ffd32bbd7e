"""A component of the theme as its file describes it: what it shows, its arguments, an example of
each of its states."""

import re
from dataclasses import dataclass
from pathlib import Path

COMMENT = re.compile(
    r"\A\{#-?\s*(?P<shows>.*?)\n\s*(?P<examples>Example(?: \([^)]+\))?:.*?)\s*-?#\}", re.DOTALL
)
EXAMPLE = re.compile(r"^\s*Example(?: \((?P<state>[^)]+)\))?:\s*", re.MULTILINE)
SAMPLE = re.compile(r'samples(?:\.(\w+)|\["([\w-]+)"\])')


@dataclass(frozen=True)
class Example:
    """`call` is a Jinja call; `state` is what it shows, where a component has several."""

    call: str
    state: str = ""

    @property
    def needs(self) -> frozenset[str]:
        """The kinds of pages it shows: `samples.news`, `samples["news-list"]`."""
        return frozenset(kind for pair in SAMPLE.findall(self.call) for kind in pair if kind)


@dataclass(frozen=True)
class Component:
    """`examples` are those of the component's opening comment."""

    name: str
    shows: str
    examples: tuple[Example, ...]

    def source(self, example: Example) -> str:
        """Return a template that renders `example`."""
        macro = self.name.replace("-", "_")
        return f'{{% from "components/{self.name}.html" import {macro} %}}{{{{ {example.call} }}}}'


def read_component(name: str, text: str) -> Component:
    """The component in `text`. Raises ValueError when its file does not open with the comment
    described above."""
    found = COMMENT.match(text)
    if found is None:
        raise ValueError(
            f"components/{name}.html: does not open with a comment that ends in `Example: …`."
        )
    _, *parts = EXAMPLE.split(found["examples"])
    pairs = zip(parts[::2], parts[1::2], strict=True)
    examples = tuple(Example(call.strip(), state or "") for state, call in pairs)
    return Component(name, " ".join(found["shows"].split()), examples)


def read_components(folder: Path) -> list[Component]:
    """Every component of the theme, by name."""
    files = sorted(folder.glob("*.html"), key=lambda file: file.stem)
    return [read_component(file.stem, file.read_text(encoding="utf-8")) for file in files]
