"""Python-Markdown with less to try: a text meets only the patterns and processors its characters
can satisfy.

Most blocks have no inline markup at all, and most others one kind of it; most texts have no table
and no callout. Python-Markdown tries everything on everything. Which of it can match is decided
here, for each text and each block, by the characters without which none of it can. The result is
the same, which tests compare.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any, Generic, TypeVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry

Item = TypeVar("Item")

# A block with none of these signs is finished as it stands.
SIGNS = re.compile(r"[\\`*_\[!<&{~]|  \n")
# The sign without which an inline pattern cannot match; a pattern that is not here is always tried.
INLINE = {
    "backtick": "`",
    "escape": "\\",
    "contact": "{",
    "footnote": "[",
    "del": "~",
    "reference": "[",
    "link": "[",
    "image_link": "[",
    "image_reference": "[",
    "short_reference": "[",
    "short_image_ref": "[",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
}
# These look up what `[name]: address` has defined, so without such a line they find nothing.
BY_NAME = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})
# A text (its tabs expanded) that has none of these signs has no block of that kind; lists and
# rulers have too many.
BLOCKS = {
    "admonition": ("!!!",),
    "indent": ("    ",),
    "defindent": ("    ",),
    "code": ("    ",),
    "table": ("|",),
    "hashheader": ("#",),
    "setextheader": ("\n=", "\n-"),
    "deflist": ("\n:", " :"),
    "quote": (">",),
    "reference": ("]:",),
    "footnote": ("]:",),
}
# Lines that begin with a letter, with no cell of a table: no list, heading, ruler, quotation, code
# or callout.
WORDS = re.compile(r"(?:[^\W\d_][^\n|]*\n)*[^\W\d_][^\n|]*")
# What a text must have before it is prepared.
PREPARATIONS = {"html_block": ("<", "&")}
# What a text must have before a later stage has anything to do.
STAGES = {
    "attr_list": ("{",),
    "held": ("\\",),
    "unescape": ("\\",),
    "footnote": ("[^",),
    "footnote-duplicate": ("[^",),
    "notes": ("[^",),
}


class PlainFirst(BlockParser):
    """Takes the place of Python-Markdown's parser: a block of lines that begin with letters can
    only be a paragraph."""

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802
        """Makes the children of `parent` from `blocks`, which it empties."""
        paragraph, every = self.blockprocessors["paragraph"], list(self.blockprocessors)
        while blocks:
            processors = (paragraph,) if WORDS.fullmatch(blocks[0]) else every
            for processor in processors:
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break


class BlockByBlock(InlineProcessor):
    """Takes the place of Python-Markdown's `inline`."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.chosen = cache(self._choose)

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Finishes the texts of `tree`; `ancestors` are the tags around it."""
        named = bool(self.md.references)
        for block in tree:
            signs = frozenset(SIGNS.findall("".join(block.itertext())))
            if signs:
                self.inlinePatterns: Any = self.chosen(signs, named)
                alone = Element(tree.tag)
                alone.append(block)
                super().run(alone, ancestors)
        return tree

    def _choose(self, signs: frozenset[str], named: bool) -> list[Any]:
        needless = {name for name, sign in INLINE.items() if sign not in signs}
        return list(without(self.md.inlinePatterns, needless if named else needless | BY_NAME))


class Lesser(Generic[Item]):
    """The items of `registry` that a text can need;
    `signs` are what it must have somewhere to need one of them."""

    def __init__(self, registry: Registry[Item], signs: Mapping[str, tuple[str, ...]]) -> None:
        self.signs = signs
        self.without: Callable[[frozenset[str]], Registry[Item]] = cache(partial(without, registry))

    def needed(self, text: str) -> Registry[Item]:
        """Those for which `text` has a sign, and those that need none."""
        needless = (
            name for name, signs in self.signs.items() if not any(sign in text for sign in signs)
        )
        return self.without(frozenset(needless))


def without(registry: Registry[Item], names: Iterable[str]) -> Registry[Item]:
    """`registry` without the items of these `names`, in the same order."""
    lesser = registry[:]
    for name in names:
        lesser.deregister(name)
    return lesser
