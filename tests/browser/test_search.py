"""The search in a real browser: it loads nothing before it is used, is complete on a keyboard,
and tells nobody."""

import re

import pytest

BOX = ".search-box__input"
OPTIONS = ".search-box__option"
RESULTS = ".search-page__list > li"
CARD = "[data-need=danger]"


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
    tab.locator(BOX).fill(
        text
    )  # one word, one list: while somebody types, a later list may replace the one before
    tab.locator(OPTIONS).first.wait_for()
    return tab


def searched(tab, text, page="be/"):
    """The search page with what `text` finds."""
    typed(tab, text, page).keyboard.press("Enter")
    tab.wait_for_url("**/search/**")
    tab.locator(RESULTS).first.wait_for()
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
    assert tab.locator(".search-box__status").inner_text().split()[1] in (
        "вынік",
        "вынікі",
        "вынікаў",
    )


def test_arrows(tab):
    """The arrow keys go through the offers, and a screen reader is told which one is meant."""
    typed(tab, "пашпарт").keyboard.press("ArrowDown")
    assert tab.locator(BOX).get_attribute("aria-activedescendant") == tab.locator(
        OPTIONS
    ).first.get_attribute("id")


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
    """On a telephone what was found stands in the first window of the search page,
    though the menu is open."""
    typed(tab, "passport", "en/").keyboard.press("Enter")
    tab.locator(RESULTS).first.wait_for()
    assert tab.locator(RESULTS).first.bounding_box()["y"] < 740


def test_nothing_kept(tab):
    """After a search nothing is stored, and the tab has no name that would carry the query on."""
    typed(tab, "passport", "en/").keyboard.press("Enter")
    tab.locator(RESULTS).first.wait_for()
    assert tab.evaluate(
        "[window.name, localStorage.length, sessionStorage.length, document.cookie]"
    ) == ["", 0, 0, ""]


@pytest.mark.parametrize(
    ("lang", "words"),
    [("be", "забралі пашпарт"), ("ru", "помогите"), ("en", "took my passport"), ("ar", "ساعدوني")],
)
def test_words_of_need(tab, lang, words):
    """Somebody who asks for help sees the number first."""
    tab.goto(f"{lang}/")
    unfold(tab)
    tab.locator(BOX).press_sequentially(words)
    tab.locator(f".search-box__help {CARD}").wait_for()
    assert all(
        number in tab.locator(".search-box__help").inner_text()
        for number in ("102", "112", "113", "+375")
    )


def test_marked(tab):
    """What was asked for is marked."""
    assert typed(tab, "дакумент").locator("mark").count() > 0


def test_facets(tab):
    """Results are narrowed down to a section."""
    searched(tab, "пашпарт").locator(".search-page__narrow summary").click()
    tab.locator(".search-page__choice").first.select_option(value="questions")
    others = tab.locator(".search-result__about", has_not_text="Дапамога")
    others.first.wait_for(state="detached")
    assert {
        text.partition(" · ")[0] for text in tab.locator(".search-result__about").all_inner_texts()
    } == {"Дапамога"}


def test_without_scripts(chromium, address):
    """Without scripts there is nothing to type in, and the button leads to the index of all
    pages."""
    tab = chromium.new_context(base_url=address, java_script_enabled=False).new_page()
    tab.goto("be/")
    typed_in = tab.locator(BOX).is_visible()
    tab.locator(".search-box__button").click()
    tab.wait_for_url(re.compile(re.escape(f"{address}be/search/") + r"\??$"))
    assert not typed_in


@pytest.mark.parametrize(
    ("page", "words"), [("ar/", "помогите"), ("en/", "zabrali pasport"), ("be/", "trapped")]
)
def test_words_of_need_of_another_language(tab, page, words):
    """So does somebody who writes another language, or in other letters."""
    tab.goto(page)
    unfold(tab)
    tab.locator(BOX).press_sequentially(words)
    tab.locator(f".search-box__help {CARD}").wait_for()


def test_card_leaves_with_tab(tab):
    """The card can be reached with Tab, and goes when the focus leaves it."""
    tab.goto("be/")
    unfold(tab)
    tab.locator(BOX).press_sequentially("дапамажыце")
    tab.locator(f".search-box__help {CARD}").wait_for()
    for _ in range(2 + tab.locator(f".search-box__help {CARD} a").count()):
        tab.keyboard.press("Tab")
    tab.locator(f".search-box__help {CARD}").wait_for(state="hidden")


def test_card_once(tab):
    """On the search page the card stands once."""
    searched(tab, "дапамажыце забралі пашпарт")
    assert tab.locator(f"{CARD}:visible").count() == 1


def test_words_of_care(tab):
    """Who searches for words about dying is told first not to stay alone, and whom to call."""
    searched(tab, "хочу умереть", "ru/")
    assert (
        tab.locator("[data-need=care]:visible").count() == 1
        and tab.locator(f"{CARD}:visible").count() == 0
    )


def test_find_closes_the_offers(tab):
    """Enter closes the offers, so that they do not cover what was found."""
    searched(tab, "пашпарт")
    tab.locator(BOX).press("Enter")
    assert tab.locator(".search-box__list").is_hidden()


def test_offers_are_links(tab):
    """An offer is a link, which can be opened in another tab."""
    assert typed(tab, "пашпарт").locator(OPTIONS).first.get_attribute("href").startswith("/be/")


def test_slow_press(tab):
    """A press of half a second opens an offer."""
    typed(tab, "passport", "en/")
    tab.locator(OPTIONS).nth(3).wait_for()
    tab.locator(OPTIONS).first.click(delay=450)
    tab.wait_for_url("**/en/advice/**")


def test_nothing_found_offers_help(tab):
    """Where nothing is found there are a person to ask, the list of all pages,
    and the other languages."""
    tab.goto("en/")
    unfold(tab)
    tab.locator(BOX).focus()
    tab.locator(f"{BOX}[role=combobox]").wait_for()
    tab.locator(BOX).fill("qqqwwwzzz")
    tab.locator(".search-box__help [data-need=none]").wait_for()
    tab.keyboard.press("Enter")
    tab.locator(".search-page__help [data-need=none]").wait_for()
    assert tab.locator(".search-page__ways a:visible").count() == 4


def test_read_as(tab):
    """What was read otherwise is said, and one press returns to what was typed."""
    searched(tab, "паспрот", "ru/")
    said = tab.locator(".search-page__read-as")
    assert "«паспорт»" in said.inner_text()
    said.locator("button").click()
    said.wait_for(state="hidden")


def test_first_result_high(tab):
    """On a telephone the first result begins above 400 pixels,
    and the list of all pages is not there."""
    searched(tab, "пашпарт")
    assert (
        tab.locator(RESULTS).first.bounding_box()["y"] < 400
        and not tab.locator(".reading").is_visible()
    )


def test_leads_to_a_heading(tab):
    """A result leads to the heading that answers."""
    searched(tab, "пашпарт")
    tab.locator(f"{RESULTS} a[href*='#']").first.wait_for()


def test_facets_keep_the_focus(tab):
    """A choice keeps the focus, and the others count what it leaves."""
    searched(tab, "пашпарт").locator(".search-page__narrow summary").click()
    choice = tab.locator(".search-page__choice").first
    choice.focus()
    choice.select_option(value="news")
    tab.locator(f"{RESULTS}:nth-child(4)").wait_for(state="detached")
    assert tab.evaluate("document.activeElement.className") == "search-page__choice"


def test_offline_is_said(tab):
    """Without a connection that is said, and no old answer stays under the new question."""
    typed(tab, "passport", "en/")
    tab.context.set_offline(True)
    tab.locator(BOX).fill("strawberries")
    tab.locator(".search-box__status", has_text="No connection").wait_for()
    assert tab.locator(".search-box__list").is_hidden()


def test_slow_connection(tab):
    """A question that is sent before the script has come is answered, and in no address."""
    line = tab.context.new_cdp_session(tab)
    line.send("Network.enable")
    speed = {
        "offline": False,
        "latency": 800,
        "downloadThroughput": 50_000,
        "uploadThroughput": 50_000,
    }
    line.send("Network.emulateNetworkConditions", speed)
    tab.goto("en/")
    unfold(tab)
    tab.locator(BOX).focus()
    tab.keyboard.type("passport")
    tab.keyboard.press("Enter")
    tab.locator(RESULTS).first.wait_for()
    assert [url for url in [*tab.asked, tab.url] if "passport" in url] == []


def test_retired_number(tab):
    """Of a number that works no longer it is said, with the one that does."""
    searched(tab, "8-801-100-8-801", "ru/")
    assert "113" in tab.locator(".search-page__retired:visible").inner_text()


def held(tab, page="en/"):
    """A page whose script of the search box never comes, and what was typed there."""
    tab.route("**/theme/search-box.*", lambda route: None)
    tab.goto(page, wait_until="commit")
    tab.locator(BOX).wait_for(state="attached")
    unfold(tab)
    tab.locator(BOX).fill("passport")
    return tab


def test_enter_waits_for_the_script(tab):
    """Enter before the script of the box has come sends nothing: what was typed stays there."""
    held(tab).locator(BOX).press("Enter")
    tab.wait_for_timeout(500)
    assert (tab.url.endswith("/en/"), tab.locator(BOX).input_value()) == (True, "passport")


def test_find_waits_for_the_script(tab):
    """Nor does Find; but where no script comes it leads to all pages, for nobody knows when one
    would."""
    button = held(tab).locator(".search-box__button")
    box = button.bounding_box()
    tab.mouse.click(box["x"] + 5, box["y"] + 5)
    tab.wait_for_timeout(300)
    stayed = tab.url.endswith("/en/")
    tab.evaluate("document.getAnimations().forEach((one) => one.finish())")
    button.click()
    tab.wait_for_url(re.compile(r"/en/search/\??$"), wait_until="commit")
    assert stayed
