"""A visit: nothing leaks, nothing is needed but the page, and the way out is always in sight."""

import pytest

from tests.browser.conftest import KINDS, OF_EACH_KIND

HIDDEN = """[...document.querySelectorAll("main, main h1, main p, main li, main a")]
  .filter(part => !part.closest("details:not([open]), [hidden], .print-head"))  // opened without scripts, for them only, or for paper
  .filter(part => !part.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .map(part => part.textContent.trim())"""
HELPING = ["be/", "ru/advice/if-something-goes-wrong/documents-taken/", "en/help/hotline/", "ar/contact/", "be/safety/"]


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


@pytest.mark.parametrize("page", OF_EACH_KIND)
def test_text_without_scripts(visitor, page):
    """Without scripts a reader sees the title and all of the text."""
    tab = visitor(scripts=False)
    tab.goto(page)
    assert (tab.locator("h1").count(), tab.evaluate(HIDDEN)) == (1, [])


@pytest.mark.parametrize("page", HELPING)
def test_way_out(visitor, page):
    """On pages for a person in danger the exit link is in sight at the top of the page and at its end."""
    tab = visitor(scripts=False)
    tab.goto(page)
    top = tab.locator(".help-strip .exit-link").bounding_box()
    tab.keyboard.press("End")
    tab.wait_for_timeout(100)
    end = tab.locator(".help-strip .exit-link").bounding_box()
    assert [0 <= place["y"] <= 740 - 44 for place in (top, end)] == [True, True]


@pytest.mark.parametrize("kind", ["press-list", "release", "book", "chapter", "materials"])
def test_no_way_out_for_journalists(visitor, kind):
    """Pages for journalists and teachers have none."""
    tab = visitor()
    tab.goto(f"en/{KINDS[kind]}")
    assert tab.locator(".exit-link").count() == 0


def test_first_stop(visitor):
    """The first thing a keyboard reaches is the link to the text, and it comes into sight."""
    tab = visitor()
    tab.goto("be/help/hotline/")
    tab.keyboard.press("Tab")
    reached = tab.locator(":focus")
    assert (reached.get_attribute("href"), reached.bounding_box()["y"] >= 0) == ("#content", True)


def test_skip_link(visitor):
    """The link to the text leads there."""
    tab = visitor()
    tab.goto("be/help/hotline/")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize(("lang", "other"), [("be", "ru"), ("ru", "en"), ("en", "ar"), ("ar", "be")])
def test_other_language_without_scripts(visitor, lang, other):
    """Without scripts a reader gets the same page in another language."""
    tab = visitor(scripts=False)
    tab.goto(f"{lang}/help/hotline/")
    tab.locator(f".language-menu a[hreflang='{other}']").click()
    assert tab.url.endswith(f"/{other}/help/hotline/")


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
