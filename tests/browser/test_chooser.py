"""The chooser in browsers that ask for different languages."""

import pytest


@pytest.fixture
def order(chromium, address):
    """The languages of the chooser in their order, and those that are suggested,
    for a browser of `locale`."""

    def look(locale, scripts=True):
        context = chromium.new_context(base_url=address, locale=locale, java_script_enabled=scripts)
        tab = context.new_page()
        tab.goto("")
        entries = tab.locator(".chooser__list > li")
        found = [entries.nth(number).get_attribute("lang") for number in range(entries.count())]
        marked = tab.locator(".chooser__suggested")
        suggested = [marked.nth(number).get_attribute("lang") for number in range(marked.count())]
        stored = context.cookies()
        place = tab.url.removeprefix(address)
        context.close()
        return found, suggested, stored, place

    return look


def test_suggested(order):
    """The reader's own language comes first and is marked."""
    assert order("ar-EG")[:2] == (["ar", "be", "ru", "en"], ["ar"])


def test_nothing_to_suggest(order):
    """A language that the site does not have changes nothing."""
    assert order("de-DE")[:2] == (["be", "ru", "en", "ar"], [])


def test_nothing_stored_nobody_sent_away(order):
    """Nothing is stored, and the reader stays at the root."""
    assert order("ru-RU")[2:] == ([], "")


def test_without_scripts(order):
    """Without scripts it is the plain list."""
    assert order("ar-EG", scripts=False)[:2] == (["be", "ru", "en", "ar"], [])
