"""Many chapters on one page."""

from plugins.export.book import Book, on_one_page
from tests.pages import a_page

COVER = a_page(lang="be", key="manual", url="be/manual/")
WORDS = a_page(lang="be", key="manual/words", url="be/manual/words/", kind="chapter")
BOOK = Book("be", COVER, (WORDS,))


def test_anchors():
    """Anchors are named after their chapters, so that no two are the same."""
    assert (
        on_one_page('<h2 id="a">A</h2><a href="#a">B</a>', WORDS, BOOK)
        == '<h2 id="words--a">A</h2><a href="#words--a">B</a>'
    )


def test_links():
    """A link to another chapter leads to it on the page;
    one that leads out of the manual is as it was."""
    html = '<a href="/s/be/manual/words/#x">1</a><a href="/s/be/manual/words/">2</a><a href="/s/be/questions/">3</a>'
    expected = '<a href="#words--x">1</a><a href="#words">2</a><a href="/s/be/questions/">3</a>'
    assert on_one_page(html, COVER, BOOK, "/s") == expected
