"""The quotations of a text, each alone: what was said, as plain text, and who said it."""

from dataclasses import dataclass

from plugins.export.plain_text import plain_text
from plugins.export.prose import Node, read, speaker
from plugins.export.xhtml import element


@dataclass(frozen=True)
class Quote:
    """What somebody said, block by block, and who."""

    text: str
    speaker: str


def quotes(html: str) -> list[Quote]:
    """The quotations of a text that say who speaks."""
    found = map(speaker, read(html).every("blockquote"))
    return [Quote(_alone("div", said), who.text) for said, who in found if who]


def quotations(html: str) -> list[str]:
    """Every quotation of a text with who speaks, as it is copied; those inside of others too, in
    their order."""
    return [_alone("blockquote", one.children) for one in read(html).every("blockquote")]


def _alone(tag: str, children: list[Node | str] | list[Node]) -> str:
    return plain_text(f"<{tag}>{element(Node(tag, {}, [*children]))}</{tag}>")
