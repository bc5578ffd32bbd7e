"""Footnotes as Python-Markdown reads them, with anchors no heading can have, and the way back in
the words of the page's language."""

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, FootnoteExtension
from markdown.treeprocessors import Treeprocessor

from plugins.reading.links import Finding

MENTION = re.compile(r"\[\^([^\]]*)\]")  # in texts from which the footnotes are gone
# The anchors of footnotes and of the places that mention them.
ANCHOR = r"fn(?:ref[0-9]*)?-[0-9]+"
OWN_LINK = re.compile(f"#{ANCHOR}")
LINKS = ("footnote-ref", "footnote-backref")  # to a footnote, and back
MANY = 4  # links back that stand behind a footnote
BACK = "\u2191"  # an arrow that means the same in a text from right to left


class Words(NamedTuple):
    """What is said around footnotes: the name of their list, and of the link back."""

    notes: str = "Footnotes"
    back: str = "Back to the text"


class Footnotes(FootnoteExtension):
    """`[^1]` and `[^1]: text`, numbered in the order in which the text mentions them."""

    def __init__(self) -> None:
        self.words = Words()
        self.said: list[tuple[str, str]] = []  # what is wrong with which footnote
        super().__init__(SEPARATOR="-", BACKLINK_TEXT=BACK)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processors."""
        super().extendMarkdown(md)
        md.treeprocessors.register(Notes(md, self), "notes", -1)

    def reset(self) -> None:
        """Forget the text before."""
        super().reset()
        self.said = []

    def setFootnote(self, id: str, text: str) -> None:  # noqa: N802
        """Keep the text of a footnote; note whether it is the second of its name, or empty."""
        if id in self.footnotes:
            self.said.append(("note-twice", id))
        elif not text.strip():
            self.said.append(("note-empty", id))
        self.footnotes[id] = text

    def findFootnotesPlaceholder(self, root: Element) -> None:  # noqa: N802
        """Return None: footnotes stand at the end, whatever a text says."""

    def makeFootnoteId(self, id: str) -> str:  # noqa: N802
        """Return the anchor of a footnote."""
        return f"fn-{self._number(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: N802
        """Return the anchor of the place that mentions it."""
        return str(self.unique_ref(f"fnref-{self._number(id)}", found))

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802
        """Return the list of footnotes, in the order of their mentions."""
        texts = ("".join(root.itertext()), *self.footnotes.values())
        self.footnotes = in_order(self.footnotes, texts)
        return super().makeFootnotesDiv(root)

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the footnotes of the text."""
        unused = [name for name in self.footnotes if self._reference(name) not in self.found_refs]
        for kind, name in (*self.said, *(("note-unused", name) for name in unused)):
            yield Finding("leftover", kind, "", f"[^{name}]:")

    def _reference(self, name: str) -> str:
        return f"fnref-{self._number(name)}"

    def _number(self, name: str) -> int:
        return list(self.footnotes).index(name) + 1


class Notes(Treeprocessor):
    """The finished list: a section with a name, and links back with words for who cannot see
    them."""

    def __init__(self, md: Markdown, footnotes: Footnotes) -> None:
        super().__init__(md)
        self.footnotes = footnotes

    def run(self, root: Element) -> None:
        """Finish the links to footnotes and their list."""
        for link in root.iter("a"):
            if link.get("class") == "footnote-ref":
                link.set("role", "doc-noteref")
        for section in root.iter("div"):
            if section.get("class") == "footnote":
                self._finish(section)

    def _finish(self, section: Element) -> None:
        section.tag = "section"
        section.attrib.update(
            {"class": "footnotes", "role": "doc-endnotes", "aria-label": self.footnotes.words.notes}
        )
        section.remove(section[0])  # the ruler
        for note in section[0]:
            for number, link in enumerate(_back(note), 1):
                self._lead_back(link, number)

    def _lead_back(self, link: Element, number: int) -> None:
        which = f" {number}" if number > 1 else ""
        link.attrib.pop("title", None)
        link.text = FN_BACKLINK_TEXT + which
        link.set("role", "doc-backlink")
        link.set("aria-label", self.footnotes.words.back + which)


def _back(note: Element) -> list[Element]:
    """Return the links back from `note`; of more than MANY only the first is left."""
    found = [(one, link) for one in note.iter() for link in one if link.get("class") == LINKS[1]]
    if len(found) > MANY:
        for parent, link in found[1:]:
            parent.remove(link)
        del found[1:]
    return [link for _, link in found]


def in_order(footnotes: Mapping[str, str], texts: Iterable[str]) -> OrderedDict[str, str]:
    """Return `footnotes` in the order in which `texts` mention them; the others follow."""
    mentioned = (name for text in texts for name in MENTION.findall(text) if name in footnotes)
    names = dict.fromkeys((*mentioned, *footnotes))
    return OrderedDict((name, footnotes[name]) for name in names)


def is_own(link: Element) -> bool:
    """Return whether `link` leads to a footnote or back from it, and has nothing else."""
    leads = link.get("class") in LINKS and OWN_LINK.fullmatch(link.get("href", ""))
    return bool(leads) and link.attrib.keys() <= {"class", "href", "title"}
