"""The chapters of one language, in order, each knowing its neighbours."""

import pytest

from plugins.export.book import Book, Neighbours, bind, on_one_page


@pytest.fixture
def cover(document):
    return document("be/manual/index.md")


@pytest.fixture
def chapters(document):
    return [document(f"be/manual/{name}.md") for name in ("01-one", "02-two", "03-glossary")]


def test_chapters(cover, chapters):
    """A book has its chapters and its glossary in reading order."""
    assert bind("be", cover, chapters).chapters == tuple(chapters)


def test_other_pages(cover, chapters, document):
    """A page that is no chapter is not in the book."""
    assert bind("be", cover, [document("be/about.md"), *chapters]).chapters == tuple(chapters)


def test_following(cover, chapters):
    """The cover leads to the first chapter and each chapter to the next; the last leads nowhere."""
    bind("be", cover, chapters)
    assert [page.part(Neighbours).following for page in (cover, *chapters)] == [*chapters, None]


def test_previous(cover, chapters):
    """Each chapter leads back to the one before, the first to the cover."""
    bind("be", cover, chapters)
    assert [page.part(Neighbours).previous for page in (cover, *chapters)] == [
        None,
        cover,
        *chapters[:-1],
    ]


def test_empty_book(cover):
    """A manual without chapters is a cover alone."""
    assert bind("be", cover, []).chapters == ()


def test_names_on_one_page(document):
    """Two chapters of the same name in two sections have two names on one page."""
    files = ("en/advice/abroad/papers.md", "en/advice/before/papers.md", "en/advice/abroad/pay.md")
    pages = [document(file) for file in files]
    book = Book("en", pages[0], tuple(pages[1:]))
    assert [book.name_of(page) for page in pages] == ["abroad-papers", "before-papers", "pay"]
    assert 'id="before-papers--a"' in on_one_page('<p id="a">A</p>', pages[1], book)
