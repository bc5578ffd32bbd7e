"""What was typed is not there any more when somebody goes back or forward,
after sending and after leaving."""

import time

import pytest

from tests.browser.browsers import SHOWN, arrive

MARKER = "zamarkiravana"
# Without scripts there is no box to type a search in.
WITH_SCRIPTS = pytest.mark.parametrize("scripts", [True], ids=["with scripts"], indirect=True)


def shown(tab):
    """All that the page shows or carries, once it is there."""
    time.sleep(0.3)
    return tab.run(SHOWN)


def leave(tab):
    """Takes the exit link, goes back, forward and back again; what was seen on the way."""
    tab.click(".help-strip .exit-link")
    arrive(tab, "/icon.svg")
    seen = []
    for step in (tab.back, tab.forward, tab.back):
        step()
        seen.append(shown(tab))
    return seen


def test_after_sending(tab, with_forms):
    """Back from the page of thanks, and forward again, nothing of the message is there."""
    tab.open(f"{with_forms}be/about/write/")
    tab.type("textarea", MARKER)
    tab.click(".contact-form__send")
    arrive(tab, "/more/")
    seen = [shown(tab)]
    for step in (tab.back, tab.forward, tab.back):
        step()
        seen.append(shown(tab))
    assert [text for text in seen if MARKER in text] == []


def test_after_leaving(tab, with_forms):
    """Back on a form that was left with something written in it, it is empty."""
    tab.open(f"{with_forms}be/about/write/")
    tab.type("textarea", MARKER)
    tab.type("[name=contact]", MARKER)
    tab.click(".form-foot a")
    arrive(tab, "/be/")
    tab.back()
    assert MARKER not in shown(tab)


@WITH_SCRIPTS
def test_after_searching(tab, with_forms):
    """Back on a page whose search box was typed into, it is empty."""
    tab.open(f"{with_forms}be/about/")
    tab.type(".search-box__input", MARKER)
    tab.click(".site-header a[href='/be/']")
    arrive(tab, "/be/")
    tab.back()
    assert MARKER not in shown(tab)


@pytest.mark.both_browsers
def test_after_exit(tab, with_forms):
    """Nor is a message there when somebody goes back and forward after the exit link."""
    tab.open(f"{with_forms}be/about/")
    tab.open(f"{with_forms}be/about/write/")
    tab.type("textarea", MARKER)
    assert [text for text in leave(tab) if MARKER in text] == []


@WITH_SCRIPTS
def test_search_after_exit(tab, with_forms):
    """Nor is what was typed into the search box."""
    tab.open(f"{with_forms}be/about/")
    tab.open(f"{with_forms}be/questions/phone/")
    tab.type(".search-box__input", MARKER)
    assert [text for text in leave(tab) if MARKER in text] == []
