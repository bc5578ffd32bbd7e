"""Leaving at once: the page is covered, says nothing, and is gone from the history;
nothing but the target is asked for."""

import pytest

from tests.full import sample

LANGS = ("be", "ru", "en", "ar")
WITH_EXIT = [
    "",
    "questions/",
    "questions/phone/",
    "contact/",
    "browsers/",
    "advice/abroad/documents/",
    "press/",
    "manual/",
    "news/",
    "prevention/materials/",
]
AT_THE_ROOT = ["", "404.html"]
# Pages without a line about safety: their own, that itself, lists, and the press section.
HEADLESS = {"", "browsers/", "news/", "press/"}
WORDS = {"be": "пашпарт", "ru": "паспорт", "en": "passport", "ar": "جواز"}
SPOKEN = "document.querySelector('.exit-page').textContent"
SEEN = "[...document.body.children].filter(one => one.checkVisibility()).map(one => one.className)"


@pytest.fixture
def leaving(chromium, address):
    """Makes a tab, and lists what it asks other hosts for;
    the target answers with a page, or with nothing."""
    contexts = []

    def open_tab(page, answers=True, **options):
        context = chromium.new_context(
            base_url=address, viewport={"width": 360, "height": 740}, **options
        )
        contexts.append(context)
        asked = []

        def answer(route):
            asked.append(route.request)
            if answers:
                route.fulfill(
                    status=200, content_type="text/html", body="<title>Weather</title><p>Sunny"
                )
            else:  # the browser stays where it is, as while it waits
                route.fulfill(status=204)

        context.route(lambda url: not url.startswith(address), answer)
        tab = context.new_page()
        tab.goto(page)
        return tab, asked

    yield open_tab
    for context in contexts:
        context.close()


def press(tab, times):
    for _ in range(times):
        tab.keyboard.press("Shift")


@pytest.mark.parametrize("lang", sample(LANGS, ["be", "ar"]))
@pytest.mark.parametrize("page", WITH_EXIT)
def test_plain_link(leaving, lang, page):
    """Without scripts the link leads to the target of its language."""
    tab, asked = leaving(f"{lang}/{page}", java_script_enabled=False)
    tab.locator(".help-strip .exit-link").click()
    assert [request.url.startswith(f"https://{lang}.") for request in asked] == [True]


@pytest.mark.parametrize("way", ["click", "skip-link", "shift"])
def test_only_the_target(leaving, way):
    """Every way out asks for the target alone, and tells it not where the visitor was."""
    tab, asked = leaving("en/questions/phone/")
    leave(tab, way)
    tab.wait_for_url("https://en.wikipedia.org/**")
    assert [(request.url, request.headers.get("referer")) for request in asked] == [
        ("https://en.wikipedia.org/wiki/Main_Page", None)
    ]


def leave(tab, way):
    if way == "click":
        tab.locator(".help-strip .exit-link").click()
    elif way == "skip-link":
        tab.keyboard.press("Tab")
        tab.keyboard.press("Tab")
        tab.keyboard.press("Enter")
    else:
        press(tab, 3)


@pytest.mark.parametrize("way", ["click", "shift"])
def test_covered_at_once(leaving, way):
    """While the target is loading nothing is on the screen but a word;
    title and icon say nothing."""
    tab, _ = leaving("en/questions/phone/", answers=False)
    leave(tab, way)
    shown = tab.evaluate(
        f"[{SEEN}, {SPOKEN}, document.title, document.querySelector('link[rel=icon]').href]"
    )
    assert shown == [["exit-page"], "Loading", "en.wikipedia.org", "data:,"]


def test_cover_is_whole(leaving):
    """The cover leaves no corner free, on a page that was scrolled too."""
    tab, _ = leaving("en/questions/phone/", answers=False)
    tab.keyboard.press("End")
    leave(tab, "click")
    box = "document.querySelector('.exit-page').getBoundingClientRect()"
    assert tab.evaluate(f"[{box}.x, {box}.y, {box}.width, {box}.height]") == [0, 0, 360, 740]


def test_back(leaving):
    """Back from the target shows not the page that was left but the one before it."""
    tab, _ = leaving("en/about/")
    tab.goto("en/questions/phone/")
    leave(tab, "click")
    tab.wait_for_url("https://en.wikipedia.org/**")
    tab.go_back()
    tab.wait_for_url("**/en/about/")


def test_forward(leaving):
    """Nor does Forward."""
    tab, _ = leaving("en/about/")
    tab.goto("en/questions/phone/")
    leave(tab, "click")
    tab.wait_for_url("https://en.wikipedia.org/**")
    tab.go_back()
    tab.go_forward()
    tab.wait_for_url("https://en.wikipedia.org/wiki/Main_Page")


def test_restored(leaving):
    """A page that the browser shows again after all is whole again."""
    tab, _ = leaving("en/questions/phone/", answers=False)
    title = tab.title()
    leave(tab, "click")
    tab.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    restored = tab.evaluate(
        f"[document.title, {SPOKEN}, document.querySelector('main').checkVisibility()]"
    )
    assert restored == [title, "", True]


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (1, "Shift. Press it twice more to leave this site."),
        (2, "Shift. Press it once more to leave this site."),
    ],
)
def test_spoken(leaving, times, said):
    """Each press of Shift says how many are left."""
    tab, _ = leaving("en/questions/phone/")
    press(tab, times)
    assert tab.evaluate(SPOKEN) == said


def test_spoken_end(leaving):
    """Five seconds after the last press it says that the visitor stays."""
    tab, _ = leaving("en/questions/phone/")
    tab.clock.install()
    press(tab, 2)
    tab.clock.run_for(5100)
    assert tab.evaluate(SPOKEN) == "You stay on this site."


def test_capitals(leaving):
    """Capitals that are typed do not leave the page."""
    tab, asked = leaving("en/search/")
    for _ in range(5):
        tab.keyboard.press("Shift+A")
    assert (asked, tab.url.endswith("/en/search/")) == ([], True)


@pytest.mark.parametrize("page", [*AT_THE_ROOT, "en/press/", "en/manual/", "en/about/write/"])
def test_key_on_every_page(leaving, page):
    """Shift leaves every page, in the press section and at the root of the site too."""
    tab, asked = leaving(page)
    press(tab, 3)
    tab.wait_for_url("https://*.wikipedia.org/**")
    assert len(asked) == 1


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", AT_THE_ROOT)
def test_each_language_at_the_root(leaving, page, lang):
    """Where all languages stand, each has a link that leaves to a page in it."""
    tab, asked = leaving(page)
    tab.locator(f".chooser__list [lang={lang}] .exit-link").click()
    tab.wait_for_url(f"https://{lang}.wikipedia.org/**")
    assert len(asked) == 1


@pytest.mark.parametrize("lang", sample(LANGS, ["be", "ar"]))
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_in_reach(leaving, lang, width):
    """Wherever the page is scrolled to, a finger on the exit link meets the link and nothing above
    it; it is 44 px high."""
    tab, _ = leaving(f"{lang}/questions/phone/")
    tab.set_viewport_size({"width": width, "height": 740})
    for share in (0, 0.5, 1):
        tab.evaluate(f"scrollTo(0, document.documentElement.scrollHeight * {share})")
        box = tab.locator(".help-strip .exit-link").bounding_box()
        middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        met = tab.evaluate("([x, y]) => document.elementFromPoint(x, y)?.className", middle)
        assert (met, box["height"] >= 44, box["width"] >= 44) == ("exit-link", True, True)


def unfold(tab):
    if tab.locator(".site-header__open").is_visible():
        tab.locator(".site-header__open").click()


def search(tab):
    """Opens the list of offers of the search."""
    unfold(tab)
    tab.locator(".search-box__input").focus()
    tab.locator(".search-box__input[role=combobox]").wait_for()
    tab.keyboard.insert_text(WORDS[tab.locator("html").get_attribute("lang")])
    tab.locator(".search-box__option").first.wait_for()


def lower(tab):
    """Makes the window as low as it is above the keyboard of a telephone,
    with the focus in a field."""
    tab.set_viewport_size({"width": 360, "height": 300})
    tab.goto(tab.url.replace("questions/phone", "about/write"))
    tab.locator("textarea").click()
    tab.keyboard.insert_text("a\n" * 20)


STATES = {
    "menu open": (unfold, (320, 360)),
    "offers of the search": (search, (320, 1280)),
    "keyboard open": (lower, (360,)),
}


@pytest.mark.parametrize("lang", sample(LANGS, ["be", "ar"]))
@pytest.mark.parametrize("state", STATES)
def test_in_reach_still(leaving, lang, state):
    """Nor does anything cover it, or push it away, that opens on the page."""
    change, widths = STATES[state]
    tab, _ = leaving(f"{lang}/questions/phone/")
    for width in widths:
        tab.set_viewport_size({"width": width, "height": 740})
        tab.goto(f"{lang}/questions/phone/")
        change(tab)
        box = tab.locator(".help-strip .exit-link").bounding_box()
        middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        met = tab.evaluate("([x, y]) => document.elementFromPoint(x, y)?.className", middle)
        assert (met, box["y"] <= 48, box["height"] >= 44) == ("exit-link", True, True)


def test_from_a_form(leaving):
    """Of a form that was begun nothing stays, and nothing goes with the request."""
    tab, asked = leaving("en/about/write/", answers=False)
    tab.fill("textarea", "MARKER")
    leave(tab, "click")
    request = asked[0]
    assert (tab.input_value("textarea"), request.method, request.post_data) == ("", "GET", None)
    assert (len(asked), "MARKER" in request.url) == (1, False)


def test_from_the_search(leaving):
    """Nor does anything stay of a search whose offers are open."""
    tab, asked = leaving("en/questions/phone/", answers=False)
    search(tab)
    leave(tab, "click")
    box = tab.locator(".search-box__input").input_value()
    assert (box, tab.evaluate("window.name"), len(asked)) == ("", "", 1)


def test_right_to_left(leaving):
    """In Arabic it stands at the left edge, where lines end."""
    tab, _ = leaving("ar/questions/phone/")
    assert tab.locator(".help-strip .exit-link").bounding_box()["x"] < 20


@pytest.mark.parametrize("lang", sample(LANGS, ["be", "ar"]))
@pytest.mark.parametrize("page", [page for page in WITH_EXIT if page not in HEADLESS])
def test_safety_of_this_site(leaving, lang, page):
    """One line above the text leads to the page about the safety of this site."""
    tab, _ = leaving(f"{lang}/{page}")
    assert tab.locator("main .safety-line a").get_attribute("href") == f"/{lang}/browsers/"
