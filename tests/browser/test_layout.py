"""Pages fit: narrow screens, large text, fingers, paper, right to left."""

import re

import pytest

from tests.browser.conftest import FOR_READERS, LANGS, OF_EACH_KIND, PAGES, SAMPLE
from tests.browser.test_without import CUT
from tests.full import sample

WIDER = """() => ["100%", "200%"].filter(size => {
  const root = document.documentElement;
  root.style.fontSize = size;
  return root.scrollWidth > root.clientWidth;
})"""
SMALL = """[...document.querySelectorAll('nav a, .help-strip a, .door, .site-footer a, .site-header a')]
  .filter(link => link.getClientRects().length && link.getBoundingClientRect().height < 43.5)
  .map(link => link.textContent.trim())"""
# Whether the strip takes less than a quarter of a telephone's screen, and its link out is whole,
# where it has one.
STRIP = """() => {
  const strip = document.querySelector(".help-strip"), link = strip?.querySelector(".exit-link");
  if (!link) return true;
  const { left, right, top, bottom } = link.getBoundingClientRect();
  const whole = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight && link.scrollWidth <= link.clientWidth;
  return whole && strip.clientHeight < 185;
}"""
SHIFTS = """() => new Promise(done => {
  let moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => moved += entry.value))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 300);
})"""
WIDTHS = (320, 360, 768, 1280)  # CSS pixels
# Only for how long a button takes no presses: nothing that is seen changes.
WAITS = re.compile(r"animation:search-box-waits 10s|@keyframes search-box-waits")
MOVING = """[...document.querySelectorAll('*')].filter(e => {
  const style = getComputedStyle(e);
  return !['', 'none', 'search-box-waits'].includes(style.animationName) || style.transitionDuration.split(',').some(d => parseFloat(d) > 0);
}).length"""


@pytest.mark.parametrize("page", sample(PAGES, SAMPLE))
def test_no_sideways_scrolling(visitor, page):
    """A page is never wider than its window, be that narrow or wide, or the text twice as large."""
    tab = visitor(width=320)
    tab.goto(page)
    wider = {}
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 740})
        wider[width] = tab.evaluate(WIDER)
    assert wider == {width: [] for width in WIDTHS}


TWO_LINES = 2 * 23  # CSS pixels: a row of the strip is 44, a third line makes it taller
FIRST_SCREEN = """() => [...document.querySelectorAll(".help-strip .danger-numbers a")].map(link => {
  const { top, bottom, left, right } = link.getBoundingClientRect();
  const on_top = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return top >= 0 && bottom <= innerHeight && link.contains(on_top);
})"""


@pytest.mark.parametrize("lang", LANGS)
def test_strip_of_a_telephone(visitor, lang):
    """On the first screen of a telephone, and after scrolling, nothing covers the numbers for
    danger, and the words of the way out take two lines at most."""
    tab = visitor(width=360)
    tab.set_viewport_size({"width": 360, "height": 640})
    tab.goto(f"{lang}/")
    shown = [tab.evaluate(FIRST_SCREEN)]
    tab.evaluate("scrollTo(0, document.body.scrollHeight)")
    shown.append(tab.evaluate(FIRST_SCREEN))
    assert shown == [[True] * 3, [True] * 3]
    assert tab.locator(".help-strip .exit-link").bounding_box()["height"] < TWO_LINES


@pytest.mark.parametrize("lang", sample(LANGS, ["be", "ar"]))
def test_doubled_text(visitor, lang):
    """At 320 px with text twice as large, as some telephones make it, nothing is cut off;
    the way out is whole and in sight."""
    tab, wrong = visitor(width=320), {}
    for page in [page for page in FOR_READERS if page.startswith(f"{lang}/")]:
        tab.goto(page)
        tab.evaluate("document.documentElement.style.fontSize = '200%'")
        cut, exits = tab.evaluate(CUT), tab.evaluate(STRIP)
        if cut or not exits:
            wrong[page] = cut, exits
    assert wrong == {}


@pytest.mark.parametrize("page", [*OF_EACH_KIND, "ru/questions/", "en/press/", "ar/"])
def test_targets(visitor, page):
    """Links in menus, lists of links and the frame are large enough for a finger: 44 px."""
    tab = visitor()
    tab.goto(page)
    assert tab.evaluate(SMALL) == []


@pytest.mark.parametrize("wish", ["no-preference", "reduce"])
def test_nothing_moves(visitor, wish):
    """Nothing on a page moves by itself, nor slides when it is scrolled to,
    whether or not a reader has asked for that."""
    tab = visitor()
    tab.emulate_media(reduced_motion=wish)
    tab.goto("en/style-guide/")
    sliding = tab.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    tab.emulate_media(reduced_motion="no-preference")
    assert (tab.evaluate(MOVING), sliding) == (0, "auto")


def test_no_means_to_move(published):
    """No stylesheet and no program of any page has the words for it."""
    files = [
        file for file in (published.folder / "theme").rglob("*.*") if file.suffix in (".css", ".js")
    ]
    words = re.compile(
        r"\b(animation|transition|@keyframes|scroll-behavior|\.animate\(|requestAnimationFrame|behavior:)"
    )
    assert len(files) > 5
    assert {
        file.name: found
        for file in files
        if (found := words.findall(WAITS.sub("", file.read_text(encoding="utf-8"))))
    } == {}


@pytest.mark.parametrize(
    "selector", [".main-menu", ".exit-link", ".language-menu", ".site-footer__map"]
)
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
    "page",
    [
        "be/advice/before-you-go/contracts/",
        "en/prevention/materials/wallet-card/",
        "ar/questions/phone/",
    ],
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
    """A table is printed as a table, though paper is as narrow as a screen on which its rows are
    stacked."""
    tab = visitor(width=680)
    tab.goto("en/manual/words-and-headlines/")
    tab.emulate_media(media="print")
    try:
        assert (
            tab.locator(".prose tbody tr").first.evaluate("row => getComputedStyle(row).display")
            == "table-row"
        )
    finally:
        tab.emulate_media(media="screen")


def test_right_to_left(visitor):
    """Arabic reads from the right, a number within it from the left."""
    tab = visitor()
    tab.goto("ar/questions/phone/")
    directions = [
        tab.locator(where).first.evaluate("e => getComputedStyle(e).direction")
        for where in ("main p", "bdi")
    ]
    assert directions == ["rtl", "ltr"]


@pytest.mark.parametrize("lang", ["be", "ru", "en", "ar"])
def test_first_screen(visitor, lang):
    """On a small telephone the number and all four doors of the home page are on the first
    screen."""
    tab = visitor(width=360)
    tab.goto(f"{lang}/")
    places = [tab.locator(".home .contact-card__number").first, *tab.locator(".door").all()]
    ends = [place.bounding_box()["y"] + place.bounding_box()["height"] for place in places]
    assert (len(ends), max(ends) <= 640) == (5, True)


ASIDE = """() => {
  const [main, aside] = [".columns__main", ".columns__aside"].map(one => document.querySelector(one).getBoundingClientRect());
  const rtl = document.dir === "rtl";
  return { beside: rtl ? aside.right <= main.left : aside.left >= main.right, below: aside.top >= main.bottom,
           share: Math.round(100 * main.width / (main.width + aside.width)) };
}"""


@pytest.mark.parametrize(
    "page", ["be/questions/phone/", "ar/questions/phone/", "en/press/", "ru/news/"]
)
def test_two_thirds(visitor, page):
    """From 1024 px two thirds are for the text, and what goes with it stands beside it;
    on a telephone it stands below."""
    tab = visitor(width=1280)
    tab.goto(page)
    wide = tab.evaluate(ASIDE)
    narrow = visitor(width=360)
    narrow.goto(page)
    assert (wide["beside"], 62 <= wide["share"] <= 72) == (True, True)
    assert narrow.evaluate(ASIDE)["below"]


@pytest.mark.parametrize("page", ["be/questions/phone/", "en/advice/", "ar/contact/"])
def test_numbers_once(visitor, page):
    """A page has one box with the numbers to call."""
    tab = visitor(width=1280)
    tab.goto(page)
    assert tab.locator(".who-to-call").count() == 1


def test_shifts(chromium, address):
    """Nothing moves while a page is loading (cumulative layout shift 0)."""
    tab = chromium.new_page(base_url=address, viewport={"width": 360, "height": 640})
    moved = {}
    for page in ("be/", "en/press/2026-11-safe-job-offers/", "ar/questions/phone/", "ru/search/"):
        tab.goto(page)
        moved[page] = tab.evaluate(SHIFTS)
    tab.close()
    assert moved == dict.fromkeys(moved, 0)


def test_menu_without_scripts(visitor):
    """On a telephone the menu opens by keyboard and without scripts."""
    tab = visitor(width=360, scripts=False)
    tab.goto("be/questions/phone/")
    before = tab.locator(".main-menu").is_visible()
    tab.locator(".site-header__open").press("Enter")
    assert (before, tab.locator(".main-menu").is_visible()) == (False, True)


def test_menu_on_a_wide_screen(visitor):
    """On a wide screen the menu is open, and a keyboard reaches it."""
    tab = visitor(width=1280)
    tab.goto("be/questions/phone/")
    for _ in range(20):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.matches('.main-menu__link')"):
            break
    assert tab.evaluate("document.activeElement.matches('.main-menu__link')")


# Presses Tab through the page; a focused element must be in sight, with an outline, and not below
# the strip.
COVERED = """() => {
  const one = document.activeElement;
  if (one === document.body) return "end";
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  const strip = document.querySelector(".help-strip"), edge = strip.getBoundingClientRect().bottom;
  const free = strip.contains(one) || one.closest(".skip-links") || box.bottom > edge + 8;
  const seen = box.bottom > 0 && box.top < innerHeight;
  return style.outlineStyle !== "none" && free && seen ? "" : one.outerHTML.slice(0, 80);
}"""


@pytest.mark.parametrize("page", ["be/questions/phone/", "ar/contact/", "en/search/", "ru/"])
def test_visible_focus(visitor, page):
    """Whatever a keyboard reaches at 320 px is in sight and marked."""
    tab = visitor(width=320)
    tab.goto(page)
    hidden = []
    for _ in range(60):
        tab.keyboard.press("Tab")
        hidden.append(tab.evaluate(COVERED))
    assert [one for one in hidden if one not in ("", "end")] == []


@pytest.mark.parametrize("lang", LANGS)
def test_latest_release(chromium, address, lang):
    """On the screen of a desk a journalist sees title, picture, person and figure of the latest
    release before scrolling."""
    tab = chromium.new_page(base_url=address, viewport={"width": 1280, "height": 800})
    tab.goto(f"{lang}/press/")
    parts = [tab.locator(f".latest-release__{part}") for part in ("title", "person", "figure")]
    parts += tab.locator(".latest-release__picture img, .latest-release__quote").all()
    ends = [one.bounding_box()["y"] + one.bounding_box()["height"] for one in parts]
    tab.close()
    assert max(ends) <= 800
