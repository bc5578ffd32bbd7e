"""A visit: nothing leaks, nothing is needed but the page, and the way out is always in sight."""

import pytest

from tests.browser.conftest import OF_EACH_KIND, PAGES, STORED

HIDDEN = """[...document.querySelectorAll("main, main h1, main p, main li, main a")]
  .filter(part => !part.closest("details:not([open]), [hidden], .print-head, .home__call"))  // opened without scripts, for them only, for paper, or what the strip above says
  .filter(part => !part.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .map(part => part.textContent.trim())"""
EACH = [page for page in OF_EACH_KIND if "style-guide" not in page]
HELPING = [
    "be/",
    "ru/advice/abroad/documents/",
    "en/questions/phone/",
    "ar/contact/",
    "be/browsers/",
]


@pytest.mark.parametrize("page", OF_EACH_KIND)
def test_no_other_host(seen, address, page):
    """A page asks no other host for anything."""
    assert [url for url in seen(page).asked if not url.startswith(address)] == []


@pytest.mark.parametrize("page", OF_EACH_KIND)
def test_nothing_stored(seen, page):
    """A page sets no cookie and stores nothing."""
    assert seen(page).stored == []


@pytest.mark.parametrize("page", OF_EACH_KIND)
def test_no_complaints(seen, page):
    """The browser has nothing to complain about."""
    assert seen(page).said == ()


@pytest.mark.parametrize("lang", ["ru", "en", "ar"])
def test_other_languages(seen, address, lang):
    """Nor is anything of this otherwise in another language."""
    visits = {page: seen(page) for page in PAGES if page.startswith(f"{lang}/")}
    elsewhere = [
        url for visit in visits.values() for url in visit.asked if not url.startswith(address)
    ]
    left = {
        page: (visit.said, visit.stored)
        for page, visit in visits.items()
        if visit.said or visit.stored
    }
    assert (len(visits) > 10, elsewhere, left) == (True, [], {})


@pytest.mark.parametrize(
    "way",
    [
        "localStorage.a = 1",
        "sessionStorage.a = 1",
        "window.name = 'a'",
        "caches.open('a')",
        "new Promise(done => indexedDB.open('a').onsuccess = done).then(() => 1)",
    ],
)
def test_storing_is_noticed(chromium, address, way):
    """Whatever a page might store would be found."""
    tab = chromium.new_context(base_url=address).new_page()
    tab.goto("404.html")
    before = tab.evaluate(STORED)
    tab.evaluate(f"async () => {{ await ({way}) }}")
    assert (before, len(tab.evaluate(STORED))) == ([], 1)
    tab.context.close()


@pytest.mark.parametrize("page", OF_EACH_KIND)
def test_text_without_scripts(visitor, page):
    """Without scripts a reader sees the title and all of the text."""
    tab = visitor(scripts=False)
    tab.goto(page)
    assert (tab.locator("h1").count(), tab.evaluate(HIDDEN)) == (1, [])


@pytest.mark.parametrize("page", [*HELPING, *EACH])
def test_way_out(visitor, page):
    """On every page the exit link is in sight at the top of the page and at its end."""
    tab = visitor(scripts=False)
    tab.goto(page)
    top = tab.locator(".help-strip .exit-link").bounding_box()
    tab.keyboard.press("End")
    tab.wait_for_timeout(100)
    end = tab.locator(".help-strip .exit-link").bounding_box()
    assert [0 <= place["y"] <= 740 - 44 for place in (top, end)] == [True, True]


def test_first_stop(visitor):
    """The first thing a keyboard reaches is the link to the text, and it comes into sight."""
    tab = visitor()
    tab.goto("be/questions/phone/")
    tab.keyboard.press("Tab")
    reached = tab.locator(":focus")
    assert (reached.get_attribute("href"), reached.bounding_box()["y"] >= 0) == ("#content", True)


def test_skip_link(visitor):
    """The link to the text leads there."""
    tab = visitor()
    tab.goto("be/questions/phone/")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize(
    ("lang", "other"), [("be", "ru"), ("ru", "en"), ("en", "ar"), ("ar", "be")]
)
def test_other_language_without_scripts(visitor, lang, other):
    """Without scripts a reader gets the same page in another language."""
    tab = visitor(scripts=False)
    tab.goto(f"{lang}/questions/phone/")
    tab.locator(f".language-menu a[hreflang='{other}']").click()
    tab.wait_for_url(f"**/{other}/questions/phone/")


def test_number_without_scripts(visitor):
    """Without scripts the number can be dialled from the first screen."""
    tab = visitor(scripts=False)
    tab.goto("be/")
    box = tab.locator("a[href='tel:113']").first.bounding_box()
    assert box["y"] < 740


def test_missing_page(visitor):
    """A page that does not exist is answered in the language of its address."""
    tab = visitor()
    answer = tab.goto("ru/no-such-page/")
    assert (answer.status, tab.locator("html").get_attribute("lang")) == (404, "ru")
