"""What readers set for themselves: a dark scheme, more contrast, their own colours;
and what is said in which language."""

import pytest

from tests.browser.conftest import IN_TURN, LANGS
from tests.browser.test_accessibility import VIOLATIONS
from tests.full import sample

# Only colours differ between these modes, so only axe's rules about colours run again.
COLOURS = {
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"],
    },
    "resultTypes": ["violations"],
    "preload": False,
}
PLAIN = {
    "color_scheme": "light",
    "contrast": "no-preference",
    "forced_colors": "none",
    "reduced_motion": "no-preference",
}
MODES = {
    "dark": {"color_scheme": "dark"},
    "more contrast": {"contrast": "more"},
    "dark, more contrast": {"color_scheme": "dark", "contrast": "more"},
}
OWN_COLOURS = {"forced_colors": "active"}
KEPT_FROM_READERS = """[...document.querySelectorAll("body, body *")]
  .filter(one => getComputedStyle(one).forcedColorAdjust === "none").map(one => one.outerHTML.slice(0, 90))"""
PAGES = [
    "",
    *(page for page in IN_TURN if "style-guide" not in page),
    "ar/about/write/",
    "ru/about/write/more/",
    "ar/",
]
LINES = """names => names.map(name => document.querySelector(name)).map(one => {
  const { borderBlockEndStyle: line, borderBlockEndWidth: width } = getComputedStyle(one);
  return line !== "none" && parseFloat(width) > 0;
})"""
WRONG_KEYBOARD = (
    "зфыызщке"  # "passport" on Cyrillic keys, an example of what the search understands
)
# The text of each element that says its language, and whose letters are those of another one.
STRANGE = """slip => {
  const arabic = /\\p{Script=Arabic}{2}/u, cyrillic = /\\p{Script=Cyrillic}{2}/u, found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent.replace(slip, ""), parent = walk.currentNode.parentElement;
    if (parent.closest("script, style")) continue;
    const lang = parent.closest("[lang]").lang;
    if (lang !== "ar" && arabic.test(text) || ["ar", "en"].includes(lang) && cyrillic.test(text)) found.push(`${lang}: ${text.trim()}`);
  }
  return found;
}"""
EXITS = """[...document.querySelectorAll(".exit-link, .skip-links [data-module=exit-page]")].map(one => {
  const { width, height } = one.getBoundingClientRect();
  return width >= 44 && height >= 44;
})"""


@pytest.fixture
def reader(visitor):
    """Makes a tab with what a reader has set."""
    tabs = []

    def open_tab(page, axe=False, width=320, **wishes):
        tab = visitor(width=width, axe=axe)
        tabs.append(tab)
        tab.emulate_media(**(PLAIN | wishes))
        tab.goto(page)
        return tab

    yield open_tab
    for tab in tabs:
        tab.emulate_media(**PLAIN)


@pytest.mark.parametrize("page", sample(PAGES, PAGES[::3]))
def test_contrast(reader, page):
    """Text has the contrast of level AAA at 320 px in every scheme."""
    tab, found = reader(page, axe=True), {}
    for name, wishes in MODES.items():
        tab.emulate_media(**(PLAIN | wishes))
        found[name] = tab.evaluate(VIOLATIONS, COLOURS)
    assert found == {name: [] for name in MODES}


@pytest.mark.parametrize("colour", ["color: #898989", "color: #6c6c6c"])
def test_contrast_is_judged(reader, colour):
    """A grey that misses level AA, and one that misses level AAA alone, are found."""
    tab = reader("be/browsers/", axe=True)
    tab.locator("main p").first.evaluate("(one, colour) => one.style.cssText = colour", colour)
    assert len(tab.evaluate(VIOLATIONS, COLOURS)) == 1


def test_own_colours(reader):
    """No component keeps its colours from a reader's own,
    which have the contrast that the reader chose.

    axe cannot judge them: it goes by the colour that the site gave to the text.
    """
    assert reader("en/style-guide/", **OWN_COLOURS).evaluate(KEPT_FROM_READERS) == []


def test_line_of_buttons(reader):
    """With own colours, which take away grounds, the exit link and the button that sends keep a
    line around them."""
    tab = reader("be/about/write/", **OWN_COLOURS)
    assert tab.evaluate(LINES, [".help-strip .exit-link", ".contact-form__send"]) == [True, True]


def test_line_of_the_section(reader):
    """With own colours only the section one is in has a line in the menu."""
    tab = reader("be/advice/before-you-go/", width=1280, **OWN_COLOURS)
    lines = tab.evaluate(
        LINES, [".main-menu__link[aria-current]", ".main-menu__link:not([aria-current])"]
    )
    assert lines == [True, False]


@pytest.mark.parametrize("lang", LANGS)
def test_size_of_exits(reader, lang):
    """Both links that leave the site are 44 px high and wide, or more;
    axe judges the size of all others."""
    assert reader(f"{lang}/questions/phone/").evaluate(EXITS) == [True, True]


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.startswith(("en/", "ar/"))] + ["be/", "ru/"]
)
def test_language_of_parts(reader, page):
    """No word is in letters of another language than it is marked with."""
    assert reader(page).evaluate(STRANGE, WRONG_KEYBOARD) == []
