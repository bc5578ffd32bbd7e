"""A visit: nothing leaks, nothing is needed but the page, and the way out is always in sight."""

import pytest

from tests.browser.conftest import KINDS

HELPING = ["be/", "ru/advice/if-something-goes-wrong/documents-taken/", "en/help/hotline/", "ar/contact/", "be/safety/"]
SOME = [*HELPING, "en/press/", "ru/manual/children/"]


@pytest.mark.parametrize("page", SOME)
def test_no_other_host(visitor, address, page):
    """A page asks no other host for anything."""
    tab, asked = visitor(), []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page)
    assert [url for url in asked if not url.startswith(address)] == []


@pytest.mark.parametrize("page", SOME)
def test_nothing_stored(visitor, page):
    """A page sets no cookie and stores nothing."""
    tab = visitor()
    tab.goto(page)
    stored = tab.evaluate("localStorage.length + sessionStorage.length")
    assert (tab.context.cookies(), stored) == ([], 0)


@pytest.mark.parametrize("page", SOME)
def test_no_complaints(visitor, page):
    """The browser has nothing to complain about."""
    tab, said = visitor(), []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(page)
    assert said == []


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


def test_skip_link(visitor):
    """The first thing a keyboard reaches is the link to the text, and it leads there."""
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
