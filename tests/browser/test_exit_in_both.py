"""The way out in the browsers of readers, Chromium and Firefox,
to a place that answers and to one that shows nothing."""

import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser.browsers import arrive

WITH_SCRIPTS = pytest.mark.parametrize("scripts", [True], ids=["with scripts"], indirect=True)
# The page and the title are what a person beside the visitor sees.
SEEN = """return [...document.body.children].filter(one => one.checkVisibility()).map(one => one.className)
  .concat(document.title, document.querySelector("link[rel=icon]").href)"""
CLICK = "document.querySelector('.help-strip .exit-link').click()"


class NoContent(BaseHTTPRequestHandler):
    """Answers that there is nothing to show: a browser stays where it is, as while it waits."""

    def do_GET(self):
        self.send_response(204)
        self.end_headers()

    def log_message(self, *words):
        """Says nothing."""


@pytest.fixture(scope="module")
def waiting(with_forms, near_exit):
    """Makes a copy of a page whose exit leads to an address that never shows anything."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), NoContent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    silent = f"http://localhost:{server.server_address[1]}/"

    def copy(page):
        text = (near_exit / page / "index.html").read_text()
        place = near_exit / f"{page}-waiting" / "index.html"
        place.parent.mkdir(exist_ok=True)
        place.write_text(re.sub(r"http://localhost:\d+/404\.html", silent, text))
        return f"{with_forms}{page}-waiting/"

    yield copy
    server.shutdown()


@pytest.mark.both_browsers
def test_leads_away(tab, with_forms):
    """A click on the link leaves the site for its target."""
    tab.open(f"{with_forms}be/help/hotline/")
    tab.click(".help-strip .exit-link")
    arrive(tab, "/404.html")


@WITH_SCRIPTS
def test_three_times_shift(tab, with_forms):
    """So does Shift, pressed three times."""
    tab.open(f"{with_forms}be/help/hotline/")
    tab.press("Shift", "Shift", "Shift")
    arrive(tab, "/404.html")


@WITH_SCRIPTS
def test_twice_is_not_enough(tab, with_forms):
    """Pressed twice, it does not."""
    tab.open(f"{with_forms}be/help/hotline/")
    tab.press("Shift", "Shift")
    time.sleep(0.5)
    assert tab.run("return location.pathname") == "/be/help/hotline/"


@WITH_SCRIPTS
def test_covered_at_once(tab, waiting):
    """While the target is loading nothing is on the screen but a word;
    title and icon say nothing."""
    tab.open(waiting("be/help/hotline"))
    tab.run(CLICK)
    time.sleep(0.3)
    assert tab.run(SEEN) == ["exit-page", "localhost", "data:,"]


@WITH_SCRIPTS
def test_fields_are_empty(tab, waiting):
    """While the target is loading nothing stands in a form any more."""
    tab.open(waiting("be/help/write"))
    tab.type("textarea", "MARKER")
    tab.run(CLICK)
    time.sleep(0.3)
    assert tab.run("return document.querySelector('textarea').value") == ""


@WITH_SCRIPTS
def test_back_skips_the_page(tab, with_forms):
    """Back from the target shows not the page that was left but the one before it."""
    tab.open(f"{with_forms}be/about/")
    tab.open(f"{with_forms}be/help/hotline/")
    tab.click(".help-strip .exit-link")
    arrive(tab, "/404.html")
    tab.back()
    arrive(tab, "/be/about/")
