"""Keyboard-only walks: everything is reached, in the order in which it stands, in sight, marked,
and left again."""

import threading

import pytest

from plugins.preview import endpoint as development
from plugins.preview.server import Preview
from tests.browser.test_exit_page import WITH_EXIT
from tests.full import sample, waiting

# What Tab has reached: where it is, its outline, and what lies on it at the middle of it (WCAG 2.2,
# 2.4.7 and 2.4.11).
STOP = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const style = getComputedStyle(one), box = one.getBoundingClientRect(), [line] = one.getClientRects();
  const on = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
  const inside = line.y >= -1 && line.x >= -1 && line.bottom <= innerHeight + 1 && line.right <= innerWidth + 1;
  return {
    name: one.outerHTML.slice(0, 90),
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    free: inside && (one.contains(on) || on?.contains(one) && !on.closest(".help-strip") || on?.closest("label")?.contains(one)),
    place: [...document.querySelectorAll("*")].indexOf(one),
  };
}"""
CHOICES = "[...document.querySelectorAll('.main-menu__link')].every(link => link.checkVisibility())"
BOX = ".search-box__input"
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 740}
ENLARGED = {"width": 320, "height": 256}  # a window of 1280 × 1024 at 400 %
WALKS = [
    *(
        ("be/questions/phone/", NARROW),
        ("ar/questions/phone/", NARROW),
        ("ru/about/write/", NARROW),
        ("en/", WIDE),
    ),
    *(("ar/advice/abroad/documents/", WIDE), ("be/contact/", ENLARGED), ("ar/browsers/", ENLARGED)),
    ("en/manual/words-and-headlines/", NARROW),
]
LANGS = ("be", "ru", "en", "ar")


@pytest.fixture(scope="module")
def served(published, tmp_path_factory):
    """The published build with the endpoint of its forms beside it."""
    server = Preview(published.folder, 0)
    server.endpoint = development.endpoint(
        tmp_path_factory.mktemp("contact"), published.folder / "contact"
    )
    threading.Thread(target=server.run, daemon=True).start()
    yield f"{server.address}/"
    server.stop()


@pytest.fixture(scope="module")
def window(chromium, served):
    """A window that is used by one walk after the other."""
    context = chromium.new_context(base_url=served)
    yield context.new_page()
    context.close()


@pytest.fixture
def tab(window):
    """That window, narrow."""
    window.set_viewport_size(NARROW)
    return window


def stops(tab, key="Tab", most=150):
    """What one way through the page reaches, until the browser takes the keyboard back or begins
    again, or `most` stops."""
    found = []
    while len(found) < most:
        tab.keyboard.press(key)
        stop = tab.evaluate(STOP)
        if (
            stop and found and stop["place"] == found[0]["place"]
        ):  # the browser was too quick to be seen between
            tab.keyboard.press("Shift+Tab")
            stop = None
        if stop is None:
            return found
        found.append(stop)
    return found


def reach(tab, selector, most=40):
    """Presses Tab until it stands at `selector`."""
    for _ in range(most):
        tab.keyboard.press("Tab")
        if tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached in {most} steps")


@pytest.mark.parametrize(
    ("page", "size"), [walk if walk in WALKS[1:6:2] else waiting(walk) for walk in WALKS]
)
def test_whole_way(tab, page, size):
    """From the first stop to the last, and back, all that is reached is marked and covered by
    nothing, in reading order."""
    tab.set_viewport_size(size)
    tab.goto(page)
    there = stops(tab)
    back = stops(tab, "Shift+Tab", len(there))
    hidden = [stop["name"] for stop in there + back if not (stop["marked"] and stop["free"])]
    places = [stop["place"] for stop in there]
    assert len(there) < 150, "no way out"
    assert (hidden, places) == ([], sorted(places))
    assert [stop["place"] for stop in back] == places[::-1]


@pytest.mark.parametrize("lang", sample(LANGS, ["be", "ar"]))
@pytest.mark.parametrize("page", WITH_EXIT)
def test_first_two_stops(tab, lang, page):
    """The first two stops lead to the text and away from the site."""
    tab.goto(f"{lang}/{page}")
    reached = []
    for _ in range(2):
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate("document.activeElement.getAttribute('href')"))
    assert (reached[0], reached[1].startswith(f"https://{lang}.")) == ("#content", True)


def test_text_follows_the_skip_link(tab):
    """After the link to the text the next stop is in the text."""
    tab.goto("be/questions/phone/")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("lang", ["be", "ar"])
def test_menu(tab, lang):
    """The menu of a telephone is opened, gone through and closed with keys, and leads on."""
    tab.goto(f"{lang}/questions/phone/")
    reach(tab, ".site-header__open")
    tab.keyboard.press("Space")
    opened = tab.evaluate(CHOICES)
    tab.keyboard.press("Space")
    closed = not tab.evaluate(CHOICES)
    tab.keyboard.press("Enter")
    reach(tab, f".main-menu__link[href='/{lang}/advice/']")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/{lang}/advice/")
    assert (opened, closed) == (True, True)


@pytest.mark.parametrize(("lang", "other"), [("be", "ar"), ("ar", "ru")])
def test_language_menu(tab, lang, other):
    """The same page in another language is reached and opened."""
    tab.goto(f"{lang}/questions/phone/")
    reach(tab, f".language-menu a[hreflang='{other}']")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/{other}/questions/phone/")


@pytest.mark.parametrize(("lang", "word"), [("be", "пашпарт"), ("ar", "جواز")])
def test_search(tab, lang, word):
    """The search is typed in, gone through with arrows, closed and opened again,
    and Enter leads to the page meant."""
    tab.set_viewport_size(WIDE)
    tab.goto(f"{lang}/")
    reach(tab, BOX)
    tab.locator(f"{BOX}[role=combobox]").wait_for()
    tab.keyboard.insert_text(word)
    tab.locator(".search-box__option").first.wait_for()
    tab.keyboard.press("ArrowDown")
    meant = tab.locator(".search-box__option[aria-selected=true]").get_attribute("href")
    named = tab.locator(BOX).get_attribute("aria-activedescendant")
    tab.keyboard.press("Escape")
    closed = (
        tab.locator(BOX).get_attribute("aria-expanded"),
        tab.evaluate("document.activeElement.value"),
    )
    tab.keyboard.insert_text(" ")
    tab.locator(".search-box__option").first.wait_for()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**{meant}")
    assert (named, closed) == ("search-box-list-0", ("false", word))


def test_no_trap_in_the_search(tab):
    """Tab leaves the search while it offers pages, and the offers are gone."""
    tab.set_viewport_size(WIDE)
    tab.goto("be/")
    reach(tab, BOX)
    tab.locator(f"{BOX}[role=combobox]").wait_for()
    tab.keyboard.insert_text("пашпарт")
    tab.locator(".search-box__option").first.wait_for()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.locator(".search-box__list").wait_for(state="hidden")
    assert not tab.evaluate("document.activeElement.closest('.search-box')")


@pytest.mark.parametrize("lang", LANGS)
def test_written(tab, lang):
    """A message is written, an answer chosen and both sent with keys."""
    tab.goto(f"{lang}/about/write/")
    reach(tab, "textarea")
    tab.keyboard.insert_text("MARKER")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Space")
    chosen = tab.is_checked("[value=no]")
    reach(tab, ".contact-form__send")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/{lang}/about/write/more/")
    assert chosen


def refused(tab, lang):
    """A form whose message is only spaces and whose answer is chosen,
    as the endpoint shows it again."""
    tab.goto(f"{lang}/about/write/")
    reach(tab, "textarea")
    tab.keyboard.insert_text("  ")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Space")
    tab.keyboard.press("Tab")
    tab.keyboard.insert_text("a@example.org")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/contact/{lang}/message")


@pytest.mark.parametrize("lang", LANGS)
def test_summary_of_errors(tab, lang):
    """What is wrong has the focus; its link leads to the field; the rest is kept."""
    refused(tab, lang)
    tab.wait_for_selector(".form-problems:focus")  # browsers give it when they paint the page
    focused = tab.evaluate("document.activeElement.className")
    tab.keyboard.press("Tab")
    words = tab.evaluate("document.activeElement.textContent")
    tab.keyboard.press("Enter")
    field = tab.locator("textarea:focus")
    kept = (tab.input_value("[name=contact]"), tab.is_checked("[value=no]"))
    assert (focused, bool(words), field.count()) == ("form-problems", True, 1)
    assert kept == ("a@example.org", True)


def test_summary_names_the_field(tab):
    """A field that holds too much is named, and reached from the summary."""
    tab.goto("en/about/write/")
    tab.evaluate("document.querySelector('[name=when]').removeAttribute('maxlength')")
    tab.fill("textarea", "MARKER")
    tab.fill("[name=when]", "x" * 301)
    reach(tab, ".contact-form__send")
    tab.keyboard.press("Enter")
    tab.locator(".form-problems__link", has_text="When and how it is safe").press("Enter")
    assert tab.evaluate("document.activeElement.name") == "when"
