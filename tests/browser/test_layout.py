"""Pages fit: narrow screens, large text, fingers, paper, right to left."""

import pytest

from tests.browser.conftest import OF_EACH_KIND, PAGES

WIDER = """() => ["100%", "200%"].filter(size => {
  const root = document.documentElement;
  root.style.fontSize = size;
  return root.scrollWidth > root.clientWidth;
})"""
SMALL = """[...document.querySelectorAll('nav a, .help-strip a, .door, .site-footer a, .site-header a')]
  .filter(link => link.getClientRects().length && link.getBoundingClientRect().height < 43.5)
  .map(link => link.textContent.trim())"""
WIDTHS = (320, 360, 768, 1280)  # CSS pixels
MOVING = """[...document.querySelectorAll('*')].filter(e => {
  const style = getComputedStyle(e);
  return style.animationName !== 'none' || style.transitionDuration.split(',').some(d => parseFloat(d) > 0);
}).length"""


@pytest.mark.parametrize("page", PAGES)
def test_no_sideways_scrolling(visitor, page):
    """A page is never wider than its window, be that narrow or wide, or the text twice as large."""
    tab = visitor(width=320)
    tab.goto(page)
    wider = {}
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 740})
        wider[width] = tab.evaluate(WIDER)
    assert wider == {width: [] for width in WIDTHS}


@pytest.mark.parametrize("page", [*OF_EACH_KIND, "ru/help/", "en/press/", "ar/"])
def test_targets(visitor, page):
    """Links in menus, lists of links and the frame are large enough for a finger: 44 px."""
    tab = visitor()
    tab.goto(page)
    assert tab.evaluate(SMALL) == []


def test_nothing_moves(visitor):
    """Nothing on a page moves by itself."""
    tab = visitor()
    tab.goto("en/style-guide/")
    assert tab.evaluate(MOVING) == 0


@pytest.mark.parametrize("selector", [".main-menu", ".exit-link", ".language-menu", ".site-footer__map"])
def test_not_on_paper(visitor, selector):
    """What can only be pressed is not printed."""
    tab = visitor()
    tab.goto("be/advice/before-you-go/contracts/")
    tab.emulate_media(media="print")
    try:
        assert not tab.locator(selector).first.is_visible()
    finally:
        tab.emulate_media(media="screen")


@pytest.mark.parametrize(
    "page", ["be/advice/before-you-go/contracts/", "en/prevention/materials/wallet-card/", "ar/help/hotline/"]
)
def test_number_on_paper(visitor, page):
    """The number is printed."""
    tab = visitor()
    tab.goto(page)
    tab.emulate_media(media="print")
    try:
        assert any(number.is_visible() for number in tab.locator("a[href='tel:113']").all())
    finally:
        tab.emulate_media(media="screen")


def test_table_on_paper(visitor):
    """A table is printed as a table, though paper is as narrow as a screen on which its rows are stacked."""
    tab = visitor(width=680)
    tab.goto("en/manual/words-and-headlines/")
    tab.emulate_media(media="print")
    try:
        assert tab.locator(".prose tbody tr").first.evaluate("row => getComputedStyle(row).display") == "table-row"
    finally:
        tab.emulate_media(media="screen")


def test_right_to_left(visitor):
    """Arabic reads from the right, a number within it from the left."""
    tab = visitor()
    tab.goto("ar/help/hotline/")
    directions = [
        tab.locator(where).first.evaluate("e => getComputedStyle(e).direction") for where in ("main p", "bdi")
    ]
    assert directions == ["rtl", "ltr"]
