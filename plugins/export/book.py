"""The manual as a book: the chapters of one language, in order, each knowing its neighbours."""

from dataclasses import dataclass

from plugins.model.document import Document
from plugins.model.html_tree import Tree, attribute
from plugins.model.kinds import kind_named
from plugins.model.page import Page, Part


@dataclass(frozen=True)
class Neighbours(Part, name="neighbours"):
    """The pages before and after a page of a book."""

    previous: Page | None = None
    following: Page | None = None


@dataclass(frozen=True)
class Book:
    """`cover` is the manual's own page; `chapters` stand in reading order, numbered from 1."""

    lang: str
    cover: Page
    chapters: tuple[Page, ...]

    @property
    def glossary(self) -> Page | None:
        """The chapter that explains the terms; None where there is none."""
        return next((chapter for chapter in self.chapters if chapter.kind == "glossary"), None)

    def name_of(self, chapter: Page) -> str:
        """What `chapter` is called where all stand on one page; those that would be called the same
        have the name of their section before it."""
        alike = [one for one in (self.cover, *self.chapters) if name(one) == name(chapter)]
        return "-".join(chapter.key.split("/")[-2:]) if len(alike) > 1 else name(chapter)

    @property
    def own(self) -> bool:
        """Whether there is such a book at all: its cover is written in its language."""
        return not self.cover.content_language


def bind(lang: str, cover: Page, pages: list[Page]) -> Book:
    """The book of `cover` and those of `pages` that are chapters;
    links each to the one before and after."""
    chapters = tuple(page for page in pages if kind_named(page.kind).in_manual)
    pages_in_order = (cover, *chapters)
    for page, before, after in zip(
        pages_in_order, (None, *pages_in_order), (*chapters, None), strict=False
    ):
        page.give(Neighbours(before, after))
    return Book(lang, cover, chapters)


def name(chapter: Document) -> str:
    """The last part of a chapter's key: what it is called among its neighbours."""
    return str(chapter.key.rpartition("/")[2])


def _name_anchors(tree: Tree, chapter: str) -> None:
    """Name the anchors after their chapter, so that many chapters can stand on one page."""
    for element in tree.every("[id]"):
        element.attrs["id"] = f"{chapter}--{attribute(element, 'id')}"
    for link in tree.every('[href^="#"]'):
        link.attrs["href"] = f"#{chapter}--{attribute(link, 'href')[1:]}"


def on_one_page(html: str, chapter: Page, book: Book, base: str = "") -> str:
    """The text of a chapter where all chapters stand on one page:
    its anchors, and links between chapters."""
    tree = Tree(html)
    _name_anchors(tree, book.name_of(chapter))
    for link in tree.every('[href^="/"]'):
        if inside := within(attribute(link, "href"), book, base):
            link.attrs["href"] = f"#{'--'.join(filter(None, inside))}"
    return tree.html


def within(address: str, book: Book, base: str) -> tuple[str, str] | None:
    """The chapter and the anchor to which an address of this site leads;
    None when it leads out of the book."""
    place, _, anchor = address.partition("#")
    for chapter in (book.cover, *book.chapters):
        if place in (f"{base}/{chapter.url}", f"/{chapter.url}"):
            return book.name_of(chapter), anchor
    return None
