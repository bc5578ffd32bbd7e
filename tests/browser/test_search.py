"""The search in a real browser: it loads nothing before it is used, is complete on a keyboard, and tells nobody."""

import re

import pytest

BOX = ".search-box__input"
OPTIONS = ".search-box__option"
RESULTS = ".search-page__list > li"


@pytest.fixture
def tab(chromium, address):
    """A tab in a window of its own, and the addresses it asked for."""
    context = chromium.new_context(base_url=address, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    context.close()


def unfold(tab):
    """Opens the menu of a narrow screen, in which the box stands."""
    if not tab.locator(BOX).is_visible():
        tab.locator(".site-header__open").click()


def typed(tab, text, page="be/"):
    tab.goto(page)
    unfold(tab)
    tab.locator(BOX).focus()
    tab.locator(f"{BOX}[role=combobox]").wait_for()
    tab.locator(BOX).fill(text)  # one word, one list: while somebody types, a later list may replace the one before
    tab.locator(OPTIONS).first.wait_for()
    return tab


def test_nothing_loaded_before_focus(tab):
    """A page loads nothing of the search until somebody goes to the box."""
    tab.goto("be/")
    assert [url for url in tab.asked if "search" in url and "/search-box." not in url] == []


def test_offers_while_typing(tab):
    """Half a word offers pages."""
    typed(tab, "дакум").locator(OPTIONS, has_text="Дакументы").first.wait_for()


def test_announced(tab):
    """How many results there are is said in the right plural."""
    typed(tab, "пашпарт")
    tab.locator(".search-box__status", has_text=re.compile(r"\d")).wait_for(state="attached")
    assert tab.locator(".search-box__status").inner_text().split()[1] in ("вынік", "вынікі", "вынікаў")


def test_arrows(tab):
    """The arrow keys go through the offers, and a screen reader is told which one is meant."""
    typed(tab, "пашпарт").keyboard.press("ArrowDown")
    assert tab.locator(BOX).get_attribute("aria-activedescendant") == tab.locator(OPTIONS).first.get_attribute("id")


def test_escape(tab):
    """Escape closes the offers."""
    typed(tab, "пашпарт").keyboard.press("Escape")
    assert tab.locator(BOX).get_attribute("aria-expanded") == "false"


def test_enter_opens_the_chosen_page(tab):
    """Enter opens the page that is chosen."""
    typed(tab, "пашпарт").keyboard.press("ArrowDown")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert "/be/" in tab.url and "search" not in tab.url


def test_search_page(tab):
    """Enter without a choice shows all results on the search page."""
    typed(tab, "пашпарт").keyboard.press("Enter")
    tab.locator(RESULTS).first.wait_for()
    assert tab.locator(RESULTS).count() == 10


def test_query_in_no_address(tab):
    """What was typed is part of no address that was asked for."""
    typed(tab, "passport", "en/").keyboard.press("Enter")
    tab.locator(RESULTS).first.wait_for()
    assert [url for url in [*tab.asked, tab.url] if "passport" in url] == []


def test_query_in_no_title(tab):
    """Nor of the title, which a history keeps."""
    typed(tab, "passport", "en/").keyboard.press("Enter")
    tab.locator(RESULTS).first.wait_for()
    assert "passport" not in tab.title()


def test_results_are_seen_first(tab):
    """On a telephone what was found stands in the first window of the search page, though the menu is open."""
    typed(tab, "passport", "en/").keyboard.press("Enter")
    tab.locator(RESULTS).first.wait_for()
    assert tab.locator(RESULTS).first.bounding_box()["y"] < 740


def test_nothing_kept(tab):
    """After a search nothing is stored, and the tab has no name that would carry the query on."""
    typed(tab, "passport", "en/").keyboard.press("Enter")
    tab.locator(RESULTS).first.wait_for()
    assert tab.evaluate("[window.name, localStorage.length, sessionStorage.length, document.cookie]") == ["", 0, 0, ""]


@pytest.mark.parametrize(
    ("lang", "words"), [("be", "забралі пашпарт"), ("ru", "помогите"), ("en", "took my passport"), ("ar", "ساعدوني")]
)
def test_words_of_need(tab, lang, words):
    """Somebody who asks for help sees the number first."""
    tab.goto(f"{lang}/")
    unfold(tab)
    tab.locator(BOX).press_sequentially(words)
    tab.locator(".search-box__help").wait_for()
    assert "113" in tab.locator(".search-box__help").inner_text()


def test_marked(tab):
    """What was asked for is marked."""
    assert typed(tab, "дакумент").locator("mark").count() > 0


def test_facets(tab):
    """Results are narrowed down to a section."""
    typed(tab, "пашпарт").keyboard.press("Enter")
    tab.locator(".search-page__choice").first.select_option(value="help")
    tab.locator(f"{RESULTS}:nth-child(4)").wait_for(state="detached")
    assert {text.partition(" · ")[0] for text in tab.locator(".search-result__about").all_inner_texts()} == {"Дапамога"}


def test_without_scripts(chromium, address):
    """Without scripts there is nothing to type in, and the button leads to the index of all pages."""
    tab = chromium.new_context(base_url=address, java_script_enabled=False).new_page()
    tab.goto("be/")
    typed_in = tab.locator(BOX).is_visible()
    tab.locator(".search-box__button").click()
    tab.wait_for_url(re.compile(re.escape(f"{address}be/search/") + r"\??$"))
    assert not typed_in
