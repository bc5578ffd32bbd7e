"""A page of advice on paper, as the browser prints it."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser.conftest import LANGS

ADVICE = "{}/advice/abroad/documents/"
RELEASE = "{}/press/2026-11-safe-job-offers/"
# What can only be pressed, or belongs to the screen.
CHROME = (
    ".main-menu, .language-menu, .skip-links, .exit-link, .breadcrumbs, .help-strip__write, "
    ".safety-line, .downloads, .copy, .copy__share, .cite__forms, .feed-links, .film, "
    ".picture .downloads__list"
)

each = pytest.mark.parametrize("lang", LANGS)


@pytest.fixture(scope="module")
def paper(chromium, address):
    """A tab that shows pages as they are printed."""
    tab = chromium.new_context(base_url=address).new_page()
    tab.emulate_media(media="print")
    yield tab
    tab.context.close()


@each
def test_first_page(paper, lang):
    """On top of the first sheet are the number, the day of review and the address."""
    paper.goto(ADVICE.format(lang))
    first = (
        PdfReader(BytesIO(paper.pdf(format="A4", prefer_css_page_size=True)))
        .pages[0]
        .extract_text()
    )
    top = first[: len(first) // 3]
    assert "113" in top
    assert "2026" in top
    assert "https://www.example.org/" in top.replace("\n", "")


@each
@pytest.mark.parametrize(
    "page",
    [
        ADVICE,
        RELEASE,
        "{}/press/",
        "{}/manual/law-and-institutions/",
        "{}/prevention/film-before-you-go/",
    ],
    ids=["advice", "release", "press", "chapter", "film"],
)
def test_no_chrome(paper, lang, page):
    """Nothing is printed that can only be pressed."""
    paper.goto(page.format(lang))
    assert [
        found.get_attribute("class") for found in paper.locator(CHROME).all() if found.is_visible()
    ] == []


@each
def test_links(paper, lang):
    """A link in the text says where it leads."""
    paper.goto(ADVICE.format(lang))
    link = paper.locator('.prose a[href^="/"]').first
    assert "attr" not in (
        said := link.evaluate("link => getComputedStyle(link, '::after').content")
    )
    assert f"https://www.example.org{link.get_attribute('href')}" in said.replace('" "', "")


@each
def test_two_sheets(paper, lang):
    """A page of advice fits on one sheet of paper, both sides of it."""
    paper.goto(ADVICE.format(lang))
    assert len(PdfReader(BytesIO(paper.pdf(format="A4", prefer_css_page_size=True))).pages) <= 2
