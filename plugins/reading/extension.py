"""What our texts have beyond Markdown: contacts by key, links to files, checklists, headings on record."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from plugins.data.entries import Contact
from plugins.reading.links import classify, web_address

CONTACT = r"\{contact:([^}\s]+)\}"
BOX = re.compile(r"\[ \]\s+")
HEADINGS = {f"h{level}": level for level in range(1, 7)}


class ContactNumber(InlineProcessor):
    """`{contact:hotline}` becomes the number itself, ready to be dialled, read left to right in any text."""

    def handleMatch(self, match, data):
        key = match[1]
        self.md.found.append(("contact", key, "", ""))
        contact = self.md.contacts.get(key)
        if contact is None:
            return match[0], match.start(0), match.end(0)
        link = Element("a", {"class": "number", "href": f"tel:{contact.dial}"})
        SubElement(link, "bdi", {"dir": "ltr"}).text = contact.number
        return link, match.start(0), match.end(0)


class Finishing(Treeprocessor):
    """One walk over the finished text: resolves links, marks checklists, records what must be checked."""

    def run(self, root):
        for element in root.iter():
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._picture(element)
            elif element.tag == "ul":
                self._checklist(element)
            elif element.tag == "th":
                element.set("scope", "col")

    def _link(self, element):
        target = element.get("href", "")
        if element.get("class") == "number":
            return
        kind, path, anchor = classify(target, self.md.file)
        self.md.found.append((kind, path, anchor, target))
        address = web_address(kind, path, anchor, self.md.base)
        if address is not None:
            element.set("href", address if path != self.md.file or not anchor else f"#{anchor}")
        if kind == "outside":
            element.set("rel", "noreferrer")

    def _picture(self, element):
        target = element.get("src", "")
        kind, path, _ = classify(target, self.md.file)
        self.md.found.append(("picture", path if kind == "media" else target, element.get("alt", ""), target))
        element.set("src", web_address(kind, path, "", self.md.base) or target)
        element.set("loading", "lazy")

    def _checklist(self, element):
        items = [item for item in element if BOX.match(_first_text(item))]
        if items and len(items) == len(element):
            element.set("class", "checklist")
            for item in items:
                _strip_box(item)


class Site(Extension):
    """The extension as a whole; its order among Python-Markdown's own is by priority."""

    def extendMarkdown(self, md):
        md.inlinePatterns.register(ContactNumber(CONTACT, md), "contact", 175)
        md.treeprocessors.register(Finishing(md), "finishing", 0)


class Converter:
    """Turns Markdown into HTML with one Markdown instance, used again for each file.

    `contacts` by key; `base` is the path under which the site stands, without a slash at its end.
    """

    def __init__(self, contacts: dict[str, Contact], base: str = "") -> None:
        extensions = ["tables", "attr_list", "def_list", "admonition", "sane_lists", "toc", Site()]
        settings = {"toc": {"permalink": False, "marker": ""}}
        self.md = Markdown(extensions=extensions, extension_configs=settings, output_format="html")
        self.contacts = self.md.contacts = contacts
        self.md.base = base

    def convert(self, text: str, file: str) -> tuple[str, list[tuple[str, str, str, str]], list[dict]]:
        """The HTML of `text`, what it refers to (kind, target, anchor or alt text, as written), its headings."""
        self.md.reset()
        self.md.file, self.md.found = file, []
        html = self.md.convert(text)
        return html, self.md.found, _flat(self.md.toc_tokens)


def _flat(tokens: list[dict]) -> list[dict]:
    return [entry for token in tokens for entry in (token, *_flat(token["children"]))]


def _first_text(item: Element) -> str:
    inner = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
    return (inner.text or "").lstrip()


def _strip_box(item: Element) -> None:
    inner = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
    inner.text = BOX.sub("", (inner.text or "").lstrip(), count=1)
