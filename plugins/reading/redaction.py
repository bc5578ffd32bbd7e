"""Redaction: what is withdrawn leaves its own document,
and every other text that leads to it or shows it."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from html import escape

from plugins.model.address import address, key_of
from plugins.model.document import Document, Heading, Reference
from plugins.model.html_tree import HEADINGS, Element, Tree, attribute, replace
from plugins.model.withdrawal import KIND, Withdrawals
from plugins.reading.remembered import interface_digest
from plugins.reading.store import key as digest

# Of the fields of a withdrawn text these are still checked; the rest of it nobody sees.
CHECKED = ("Withdrawn", "Withdrawn-Address")
FILES = frozenset({"media", "picture"})

Titled = Callable[[str], str]


@dataclass(frozen=True)
class Redaction:
    """`withdrawn` are the texts, `ended` the pictures (files below the content folder) whose
    consent has ended.

    `pageless` are the keys at whose addresses nothing stands. `word` says in a language that
    something was withdrawn; `base` is the path of the site.
    """

    withdrawn: Withdrawals
    ended: Collection[str] = frozenset()
    pageless: Collection[str] = frozenset()
    word: Titled = str
    base: str = ""

    def concerns(self, document: Document) -> bool:
        """Whether `document` is withdrawn itself, or has anything in it that is."""
        named = {
            *document.next_keys,
            *document.popular_keys,
            *(door.key for door in document.doors),
        }
        return bool(
            self.withdrawn.of(document.lang, document.key)
            or any(self.withdrawn.of(document.lang, key) for key in named)
            or any(map(self._is_gone, document.references))
        )

    def tombstone(self, document: Document, title: str) -> Document:
        """What stands at the address of a withdrawn `document`:
        that it was withdrawn, the day and the reason."""
        found = self.withdrawn.of(document.lang, document.key)
        assert found is not None
        lines = {
            name: document.field_lines[name] for name in CHECKED if name in document.field_lines
        }
        place = {
            name: getattr(document, name)
            for name in ("file", "lang", "section", "key", "order", "url", "save_as")
        }
        stone = Document(
            **place,
            kind=KIND,
            template=f"pages/{KIND}",
            title=title,
            menu_title=title,
            indexed=False,
        )
        stone.published, stone.withdrawn, stone.draft = document.published, found, document.draft
        stone.summary = found.what if found.lang == document.lang else ""
        stone.problems, stone.field_lines = document.problems, lines
        stone.references = tuple(one for one in document.references if one.line in lines.values())
        stone.content_digest = digest(
            document.file.encode(), repr(found).encode(), title.encode()
        ).hex()
        stone.interface_digest = interface_digest(stone)
        return stone

    def redact(self, document: Document) -> None:
        """Takes out of `document` what it says of texts and pictures that are withdrawn."""
        gone = [one for one in document.references if self._is_gone(one)]
        document.retell(self._without(document.content, gone, document.lang))
        document.references = tuple(one for one in document.references if one not in gone)
        tree = Tree(document.content)
        document.headings = tuple(self._heading(one, tree) for one in document.headings)
        document.next_keys = self._public(document.lang, document.next_keys)
        document.popular_keys = self._public(document.lang, document.popular_keys)
        document.doors = tuple(
            d for d in document.doors if not self.withdrawn.of(document.lang, d.key)
        )
        document.content_digest = digest(
            document.content_digest.encode(), document.content.encode()
        ).hex()
        document.interface_digest = interface_digest(document)

    def _public(self, lang: str, keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key for key in keys if not self.withdrawn.of(lang, key))

    def _is_gone(self, reference: Reference) -> bool:
        if reference.kind in FILES:
            return reference.target in self.ended
        return reference.kind == "document" and bool(self._key(reference))

    def _key(self, reference: Reference) -> str:
        """The key of the withdrawn page that `reference` leads to; empty when it leads to none."""
        key = key_of(reference.target) or ""
        return key if self.withdrawn.of(reference.target.partition("/")[0], key) else ""

    def _without(self, html: str, gone: list[Reference], lang: str) -> str:
        pages = {
            f"{self.base}/{address(one.target).url}": self._key(one)
            for one in gone
            if one.kind == "document"
        }
        files = {f"{self.base}/{one.target}" for one in gone if one.kind in FILES}
        word = f"[{escape(self.word(lang))}]"

        tree = Tree(html)
        for link in tree.every("a[href]"):
            place = attribute(link, "href").partition("#")[0]
            if place in files or place in pages:
                leads = place in pages and pages[place] not in self.pageless
                replace(link, f'<a href="{escape(place)}">{word}</a>' if leads else word)
        for image in tree.every("img"):
            if attribute(image, "src") in files:
                _take_out(image)
        for link in tree.every("a"):
            if link.first_child is None:
                link.decompose()
        return tree.html

    def _heading(self, heading: Heading, tree: Tree) -> Heading:
        found = (one for one in tree.every(HEADINGS) if attribute(one, "id") == heading.anchor)
        text = next((one.text() for one in found), heading.text)
        return heading._replace(text=text)


def _take_out(image: Element) -> None:
    """A picture that may not be shown goes with its caption,
    and with its paragraph if it stands alone there."""
    paragraph, stands_alone = image.parent, image.prev is None and image.next is None
    if paragraph is not None and paragraph.tag == "p" and stands_alone:
        paragraph.decompose()
    else:
        image.decompose()


def hidden_files(before: Iterable[Document], after: Iterable[Document]) -> frozenset[str]:
    """The pictures and files that only documents `before` redaction showed, and none `after` it."""
    was, is_now = (
        {one.target for one in _references(pages) if one.kind in FILES} for pages in (before, after)
    )
    return frozenset(was - is_now)


def _references(documents: Iterable[Document]) -> Iterable[Reference]:
    return (one for document in documents for one in document.references)
