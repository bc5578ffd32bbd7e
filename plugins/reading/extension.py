"""What our texts have beyond Markdown: contacts by key, links to files, checklists,
headings on record."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from string import punctuation
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.inlinepatterns import AUTOMAIL_RE, InlineProcessor, SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.data.entries import Named
from plugins.model.plain_words import markup_in
from plugins.reading.allowed import FOLDED, align, take_away_refused
from plugins.reading.footnotes import Footnotes, Words, is_own
from plugins.reading.habits import with_habits
from plugins.reading.leftovers import begun, contacts_left, leftovers, typed
from plugins.reading.links import Finding, classify, web_address
from plugins.reading.literal import Held, let_go, let_go_in_html
from plugins.reading.needed import BLOCKS, PREPARATIONS, STAGES, BlockByBlock, Lesser, PlainFirst
from plugins.reading.pasted_remains import pasted_remains
from plugins.reading.straight import NotStraightError, Straight

CONTACT = r"\{contact:([^}\s]+)\}"
CONTACT_ALONE = re.compile(CONTACT)
STRUCK_OUT = r"()~~(?![\s~])(.+?)(?<![\s~])~~(?!~)"
BOX = re.compile(r"\[ \]\s+")
SIZE = re.compile(r"\|\s*[0-9]{1,4}(?:x[0-9]{1,4})?\s*$")
HEADING = re.compile("h[1-6]")
OURS = {"class": "number"}


@dataclass
class Passage:
    """What the processors below share: the file being converted, what they know,
    and what they find."""

    contacts: Mapping[str, Named]
    base: str
    file: str = ""
    found: list[Finding] = field(default_factory=list)
    # The links to contacts as they were made, by their place in memory.
    numbers: dict[int, tuple[Element, dict[str, str]]] = field(default_factory=dict)


class ContactNumber(InlineProcessor):
    """`{contact:hotline}` becomes the number itself, ready to be dialled,
    read left to right in any text."""

    def __init__(self, md: Markdown, passage: Passage) -> None:
        super().__init__(CONTACT, md)
        self.passage = passage

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]
        key = m[1]
        self.passage.found.append(Finding("contact", key))
        contact = self.passage.contacts.get(key)
        if contact is None:
            return m[0], m.start(0), m.end(0)
        link = Element("a", OURS | {"href": contact.link})
        SubElement(link, "bdi", {"dir": "ltr"}).text = contact.number
        self.passage.numbers[id(link)] = link, dict(link.attrib)
        return link, m.start(0), m.end(0)


class Mailbox(InlineProcessor):
    """`<a@b.example>` is a link as any other; Python-Markdown disguises it as entities,
    which rules cannot read."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]
        link = Element("a", {"href": f"mailto:{self.unescape(m[1]).removeprefix('mailto:')}"})
        link.text = AtomicString(m[1])
        return link, m.start(0), m.end(0)


class Finishing(Treeprocessor):
    """One walk over the finished text: resolves links, marks checklists,
    records what must be checked."""

    def __init__(self, md: Markdown, passage: Passage) -> None:
        super().__init__(md)
        self.passage = passage

    def run(self, root: Element) -> None:
        finish = {
            "a": self._link,
            "img": self._picture,
            "ul": _mark_checklist,
            "table": _label_cells,
            "div": _fold,
        }
        for element in root.iter():
            if element.tag in finish:
                finish[element.tag](element)
            if element.attrib and not self._is_number(element) and not is_own(element):
                self._refuse(element)

    def _is_number(self, element: Element) -> bool:
        """Whether it is the link to a contact, and nobody has changed it since it was made."""
        link, attributes = self.passage.numbers.get(id(element), (None, {}))
        return link is element and element.attrib == attributes

    def _refuse(self, element: Element) -> None:
        for name in take_away_refused(element):
            self.passage.found.append(Finding("attribute", name, "", name))

    def _link(self, element: Element) -> None:
        if self._is_number(element) or is_own(element):
            return
        target = element.get("href", "")
        kind, path, anchor = classify(target, self.passage.file)
        kind = kind if target else "unknown"
        self.passage.found.append(Finding(kind, path, anchor, target))
        if not "".join(element.itertext()).strip() and element.find(".//img") is None:
            self.passage.found.append(Finding("wordless", target, "", target))
        if element.find(".//a") is not None:
            self.passage.found.append(Finding("nested", target, "", target))
        self._plain(element, "title")
        address = web_address(kind, path, anchor, self.passage.base)
        if address is not None:
            element.set("href", f"#{anchor}" if anchor and path == self.passage.file else address)
        if kind == "outside":
            element.set("rel", "noreferrer")

    def _picture(self, element: Element) -> None:
        target = element.get("src", "")
        kind, path, _ = classify(target, self.passage.file)
        shown = path if kind == "media" else target
        words = let_go(element.get("alt", ""))
        self.passage.found.append(Finding("picture", shown, words, target))
        self._plain(element, "alt", "title")
        if size := SIZE.search(words):
            self.passage.found.append(Finding("leftover", "size", "", size[0]))
        element.set("src", web_address(kind, path, "", self.passage.base) or target)

    def _plain(self, element: Element, *names: str) -> None:
        """Note the markup in what is shown as it was typed."""
        for name in names:
            if markup := markup_in(unescape(element.get(name, ""))):
                self.passage.found.append(Finding("raw", markup, "", markup))


class HeadingsOnly(TocTreeprocessor):
    """Finds the headings and gives them anchors; makes no table of contents, which templates do."""

    def run(self, doc: Element) -> None:
        """Remember which anchors an editor wrote, before the others are made up."""
        self.written = frozenset(
            anchor for one in doc.iter() if HEADING.fullmatch(one.tag) and (anchor := one.get("id"))
        )
        super().run(doc)

    def build_toc_div(self, toc_list: list[Any]) -> Element:
        return Element("div")


class Headings(TocExtension):
    """Python-Markdown's `toc` as far as we need it."""

    TreeProcessorClass = HeadingsOnly


class Site(Extension):
    """The extension as a whole; its place among Python-Markdown's own is by priority."""

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        self.passage = passage

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(ContactNumber(md, self.passage), "contact", 175)
        md.inlinePatterns.register(SimpleTagInlineProcessor(STRUCK_OUT, "del"), "del", 55)
        md.inlinePatterns.register(Mailbox(AUTOMAIL_RE, md), "automail", 110)
        md.treeprocessors.register(BlockByBlock(md), "inline", 20)
        md.treeprocessors.register(Held(md), "held", 1)
        md.treeprocessors.register(Finishing(md, self.passage), "finishing", 0)


class QuickMarkdown(Markdown):
    """Python-Markdown that asks once of each tag whether it is of a block, not for each element."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._block_level = cache(super().is_block_level)

    def is_block_level(self, tag: Any) -> bool:
        return self._block_level(tag)

    def build_parser(self) -> "QuickMarkdown":
        """As Python-Markdown builds it, with a parser that tries less."""
        super().build_parser()
        parser, processors = PlainFirst(self), self.parser.blockprocessors
        parser.blockprocessors = processors
        for processor in processors:
            processor.parser = parser
        self.parser = parser
        return self


class Converter:
    """Turns Markdown into HTML with one Markdown instance, used again for each file.

    `contacts` by key; `base` is the path under which the site stands, without a slash at its end;
    `words` are those around footnotes, by language.
    """

    def __init__(
        self,
        contacts: Mapping[str, Named],
        base: str = "",
        words: Mapping[str, Words] | None = None,
    ) -> None:
        self.words, self.footnotes = dict(words or {}), Footnotes()
        self.passage = Passage(contacts, base)
        self.md = QuickMarkdown(
            extensions=[
                "tables",
                "attr_list",
                "def_list",
                "admonition",
                "sane_lists",
                self.footnotes,
                Headings(marker=""),
                Site(self.passage),
            ],
            output_format="html",
        )
        self.md.ESCAPED_CHARS = list(punctuation)
        self.blocks = Lesser(self.md.parser.blockprocessors, BLOCKS)
        self.preparations = Lesser(self.md.preprocessors, PREPARATIONS)
        self.stages = Lesser(self.md.treeprocessors, STAGES)

    @property
    def contacts(self) -> Mapping[str, Named]:
        """The contacts a text may name."""
        return self.passage.contacts

    def convert(self, text: str, file: str) -> tuple[str, list[Finding], list[dict[str, Any]]]:
        """The HTML of `text`, what it refers to, and its headings (`level`, `id`,
        `name`) from the top down."""
        way, meant = Straight(file, self.contacts, self.passage.base), with_habits(text)
        typed_so = (*typed(text), *pasted_remains(text), *begun(meant))
        try:
            html = way.html(meant)
            left = (*typed_so, *contacts_left(html, self.contacts))
            return html, [*way.found, *left], way.headings
        except NotStraightError:
            html = self._held(meant, file)
            left = (*typed_so, *self.footnotes.findings(), *leftovers(html, meant, self.contacts))
            return let_go_in_html(html), [*self.passage.found, *left], self._headings()

    def through_markdown(
        self, text: str, file: str
    ) -> tuple[str, list[Finding], list[dict[str, Any]]]:
        """The same, whatever the text holds, and nothing of signs that are left."""
        return let_go_in_html(self._held(text, file)), self.passage.found, self._headings()

    def _held(self, text: str, file: str) -> str:
        """The HTML of `text`, with the signs held that stand for themselves."""
        self.md.reset()
        self.passage.file, self.passage.found, self.passage.numbers = file, [], {}
        self.footnotes.words = self.words.get(file.partition("/")[0], Words())
        self.md.parser.blockprocessors = self.blocks.needed(text.expandtabs(self.md.tab_length))
        self.md.preprocessors = self.preparations.needed(text)
        self.md.treeprocessors = self.stages.needed(CONTACT_ALONE.sub("", text))
        html = self.md.convert(text)
        self.passage.found += [
            Finding("html", raw, "", raw.splitlines()[0]) for raw in self._raw_html()
        ]
        return html

    def _headings(self) -> list[dict[str, Any]]:
        """The headings from the top down; `explicit` are those with an anchor that was written."""
        written = getattr(self.md.treeprocessors["toc"], "written", ())
        tokens = _flat(getattr(self.md, "toc_tokens", []))
        return [token | {"explicit": token["id"] in written} for token in tokens]

    def _raw_html(self) -> list[str]:
        """HTML that was typed into the text; Python-Markdown keeps it,
        and entities such as &nbsp;, aside."""
        kept = (raw for raw in self.md.htmlStash.rawHtmlBlocks if isinstance(raw, str))
        return [raw.strip() for raw in kept if raw.lstrip().startswith("<")]


def _fold(callout: Element) -> None:
    """`!!! content-note "…"`: what follows is distressing,
    so it is shown to those only who open it."""
    if FOLDED in callout.get("class", "").split():
        callout.tag = "details"
        callout.set("class", FOLDED)
        callout[0].tag = "summary"
        del callout[0].attrib["class"]


def _label_cells(table: Element) -> None:
    """Each cell learns the heading of its column, so that a narrow screen can show one cell below
    another."""
    headings = [_said(cell).strip() for cell in table.iter("th")]
    for cell in table.iter("th"):
        align(cell)
        cell.set("scope", "col")
    for row in table.iter("tr"):
        for heading, cell in zip(headings, row.findall("td"), strict=False):
            align(cell)
            cell.set("data-label", heading)


def _said(element: Element) -> str:
    """The words of `element` without the numbers of its footnotes."""
    inner = (f"{'' if one.tag == 'sup' else _said(one)}{one.tail or ''}" for one in element)
    return f"{element.text or ''}{''.join(inner)}"


def _mark_checklist(listed: Element) -> None:
    """A list whose items all begin with `[ ]` is a checklist;
    the boxes are drawn by the stylesheet."""
    texts = [_text_holder(item) for item in listed]
    if texts and all(BOX.match((holder.text or "").lstrip()) for holder in texts):
        listed.set("class", "checklist")
        for holder in texts:
            holder.text = BOX.sub("", (holder.text or "").lstrip(), count=1)


def _text_holder(item: Element) -> Element:
    """Where the first words of a list item are: in the item, or in its first paragraph."""
    return item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item


def _flat(tokens: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [entry for token in tokens for entry in (token, *_flat(token["children"]))]
