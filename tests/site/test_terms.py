"""Terms of the glossary in the texts of the real content, and of a page that wants none."""

import re

import pytest

from plugins.export.book import Book
from plugins.features.manual import with_terms
from plugins.features.manual.terms import finders
from tests.features.manual.test_terms import TERMS
from tests.pages import a_page

GLOSSARY = a_page(kind="glossary", url="en/manual/glossary/")
BOOK = Book("en", a_page(), (GLOSSARY,))


@pytest.mark.parametrize("lang", ["be", "ru", "en"])
@pytest.mark.parametrize("below", ["advice/(study-marriage-moving|abroad)/.*/", "press/2026-.*/"])
def test_lead_to_the_glossary(content, lang, below):
    """Advice and releases lead to entries of the glossary in their language,
    each entry once on a page."""
    place = f"{lang}/{below}index.html"
    entries = set(content.page(f"{lang}/manual/glossary/").ids)
    pages = [
        content.page(name.removesuffix("index.html"))
        for name in content.names
        if re.fullmatch(place, name)
    ]
    found = [[link.get("href") for link in page.of_class("term")] for page in pages]
    assert any(found)
    assert {href.partition("#")[2] for hrefs in found for href in hrefs} <= entries
    assert all(len(hrefs) == len(set(hrefs)) for hrefs in found)


@pytest.mark.parametrize(("wish", "count"), [("", 1), ("no", 0)])
def test_wish_of_a_page(wish, count):
    """`Glossary-Links: no` leaves the text of a page as it is."""
    page = a_page(lang="en", kind="advice", glossary_links=wish)
    html = with_terms("", lambda lang: finders(TERMS, lang), "<p>Exploitation</p>", page, BOOK)
    assert html.count('class="term"') == count


def test_no_book():
    """Without a glossary there is nowhere to lead."""
    page = a_page(lang="en", kind="advice")
    assert (
        with_terms("", lambda lang: finders(TERMS, lang), "<p>Exploitation</p>", page, None)
        == "<p>Exploitation</p>"
    )
