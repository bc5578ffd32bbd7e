"""Redaction: what is withdrawn leaves its own document,
and every other text that leads to it or shows it."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from html import escape

from plugins.model.address import address, key_of
from plugins.model.document import Document, Heading, Reference, Text
from plugins.model.film import captions, files_of, of_films, poster
from plugins.model.found import FILES
from plugins.model.html_tree import HEADINGS, Element, Tree, attribute
from plugins.model.html_tree import replace as put
from plugins.model.media_files import FILM_FOLDER
from plugins.model.withdrawal import KIND, Withdrawals
from plugins.reading.remembered import keyed
from plugins.reading.store import key as digest

# Of the fields of a withdrawn text these are still checked; the rest of it nobody sees.
CHECKED = ("Withdrawn", "Withdrawn-Address")
UNSEEN = "unseen"  # the kind of reference that a link to a withdrawn file becomes

Titled = Callable[[str], str]


@dataclass(frozen=True)
class Redaction:
    """`withdrawn` are the texts, `ended` the pictures (files below the content folder) whose
    consent has ended, and what belongs to films that only withdrawn pages show.

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
            published=document.published,
            withdrawn=found,
            draft=document.draft,
            summary=found.what if found.lang == document.lang else "",
            problems=document.problems,
            field_lines=lines,
            references=tuple(one for one in document.references if one.line in lines.values()),
        )
        said = (document.file, repr(found), title)
        return keyed(stone, digest(*(one.encode() for one in said)).hex())

    def redacted(self, document: Document) -> Document:
        """Return `document` without what it says of texts and pictures that are withdrawn."""
        lang, gone = document.lang, [one for one in document.references if self._is_gone(one)]
        html = self._without(document.content, gone, lang)
        tree = Tree(html)
        changed = replace(
            document,
            text=Text(html),
            references=(
                *(one for one in document.references if one not in gone),
                *(Reference(UNSEEN, "", one.line) for one in gone if one.kind in FILES),
            ),
            headings=tuple(self._heading(one, tree) for one in document.headings),
            next_keys=self._public(lang, document.next_keys),
            popular_keys=self._public(lang, document.popular_keys),
            doors=tuple(one for one in document.doors if not self.withdrawn.of(lang, one.key)),
        )
        return keyed(changed, digest(document.content_digest.encode(), html.encode()).hex())

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
                put(link, f'<a href="{escape(place)}">{word}</a>' if leads else word)
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


def ended_films(
    documents: Iterable[Document], withdrawn: Withdrawals, there: Collection[str]
) -> frozenset[str]:
    """What belongs to the films that only withdrawn pages among `documents` show, be it among the
    files that are `there` or gone already."""
    gone: set[str] = set()
    shown: set[str] = set()
    for document in documents:
        name = document.film_name
        if name:
            of_it = {name, poster(name), *files_of(name, there)}
            (gone if withdrawn.of(document.lang, document.key) else shown).update(of_it)
    return frozenset(gone - shown)


def hidden_files(
    before: Iterable[Document], after: Iterable[Document], there: Collection[str] = ()
) -> frozenset[str]:
    """The pictures, files and films that only documents `before` redaction showed, and none `after`
    it, what lies beside films and belongs to none of them, and the captions in the language of a
    page that is gone; `there` are all files. A link shows no film."""
    filmed = of_films(there)
    was, is_now = (
        {file for document in documents for file in _shown(document, there, filmed)}
        for documents in (before, after)
    )
    stray = filmed | {name for name in there if name.startswith(FILM_FOLDER)}
    silent = _captions(before) - _captions(after)
    return frozenset((was | stray) - is_now | (silent & set(there)))


def _captions(documents: Iterable[Document]) -> set[str]:
    return {captions(one.film_name, one.lang) for one in documents if one.film_name}


def _shown(document: Document, there: Collection[str], filmed: Collection[str]) -> Iterable[str]:
    named = (one.target for one in document.references if one.kind in FILES)
    yield from (file for file in named if file not in filmed)
    yield from files_of(document.film_name, there)
