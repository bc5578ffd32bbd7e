"""The way out in the browsers of readers, Chromium and Firefox,
to a place that answers and to one that shows nothing."""

import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser.browsers import arrive

OUTSIDE = "/icon.svg"  # where the exit leads in these tests, see `with_forms`
WITH_SCRIPTS = pytest.mark.parametrize("scripts", [True], ids=["with scripts"], indirect=True)
# The page and the title are what a person beside the visitor sees.
SEEN = """return [...document.body.children].filter(one => one.checkVisibility()).map(one => one.className)
  .concat(document.title, document.querySelector("link[rel=icon]").href)"""
CLICK = "document.querySelector('.help-strip .exit-link').click()"


COVER = """const box = document.querySelector('.exit-page').getBoundingClientRect();
  return [box.x, box.y, box.width >= document.documentElement.clientWidth, box.height >= innerHeight]"""
LEFT_BEHIND = (
    """return [document.cookie, localStorage.length, sessionStorage.length, window.name]"""
)
ASKED = []  # the path of each request that came to the place where the exit leads, and what referred to it


class NoContent(BaseHTTPRequestHandler):
    """Answers that there is nothing to show: a browser stays where it is, as while it waits."""

    def do_GET(self):
        ASKED.append((self.path, self.headers.get("Referer")))
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
        place.write_text(re.sub(r"http://localhost:\d+/icon\.svg", silent, text))
        return f"{with_forms}{page}-waiting/"

    yield copy
    server.shutdown()


@pytest.mark.both_browsers
def test_leads_away(tab, with_forms):
    """A click on the link leaves the site for its target."""
    tab.open(f"{with_forms}be/questions/phone/")
    tab.click(".help-strip .exit-link")
    arrive(tab, OUTSIDE)


def stays(tab, path):
    """Half a second later the page is still the same."""
    time.sleep(0.5)
    assert tab.run("return location.pathname") == path


@WITH_SCRIPTS
def test_three_times_shift(tab, with_forms):
    """So does Shift, pressed three times."""
    tab.open(f"{with_forms}be/questions/phone/")
    tab.press("Shift", "Shift", "Shift")
    arrive(tab, OUTSIDE)


@WITH_SCRIPTS
def test_twice_is_not_enough(tab, with_forms):
    """Pressed twice, it does not."""
    tab.open(f"{with_forms}be/questions/phone/")
    tab.press("Shift", "Shift")
    stays(tab, "/be/questions/phone/")


@WITH_SCRIPTS
def test_covered_at_once(tab, waiting):
    """While the target is loading nothing is on the screen but a word;
    title and icon say nothing."""
    tab.open(waiting("be/questions/phone"))
    tab.run(CLICK)
    time.sleep(0.3)
    assert tab.run(SEEN) == ["exit-page", "localhost", "data:,"]


@WITH_SCRIPTS
def test_fields_are_empty(tab, waiting):
    """While the target is loading nothing stands in a form any more."""
    tab.open(waiting("be/about/write"))
    tab.type("textarea", "MARKER")
    tab.run(CLICK)
    time.sleep(0.3)
    assert tab.run("return document.querySelector('textarea').value") == ""


@WITH_SCRIPTS
def test_back_skips_the_page(tab, with_forms):
    """Back from the target shows not the page that was left but the one before it."""
    tab.open(f"{with_forms}be/about/")
    tab.open(f"{with_forms}be/questions/phone/")
    tab.click(".help-strip .exit-link")
    arrive(tab, OUTSIDE)
    tab.back()
    arrive(tab, "/be/about/")


def leave_and_go_back(tab):
    tab.click(".help-strip .exit-link")
    arrive(tab, OUTSIDE)
    tab.back()


@WITH_SCRIPTS
def test_back_skips_jumps(tab, with_forms):
    """Nor does it show an entry that a jump on that page made."""
    tab.open(f"{with_forms}be/about/")
    tab.open(f"{with_forms}be/press/facts-and-figures/")
    for anchor in ("belarus", "labour"):
        tab.run(f"document.querySelector('main a[href=\"#{anchor}\"]').click()")
        arrive(tab, f"#{anchor}")
    leave_and_go_back(tab)
    arrive(tab, "/be/about/")


@WITH_SCRIPTS
def test_back_skips_languages(tab, with_forms):
    """Nor does it show the page in a language that it was switched from."""
    tab.open(f"{with_forms}be/about/")
    tab.open(f"{with_forms}be/questions/phone/")
    for lang in ("ru", "en"):
        tab.run(f"document.querySelector('.language-menu a[hreflang={lang}]').click()")
        arrive(tab, f"/{lang}/questions/phone/")
    leave_and_go_back(tab)
    arrive(tab, "/be/about/")


def test_back_inside(tab, with_forms):
    """Inside the site Back leads through the pages in the order in which they were opened."""
    tab.open(f"{with_forms}be/about/")
    for place in ("/be/contact/", "/be/questions/"):
        tab.run(f"document.querySelector('a[href=\"{place}\"]').click()")
        arrive(tab, place)
    for place in ("/be/contact/", "/be/about/"):
        tab.back()
        arrive(tab, place)


@pytest.mark.parametrize("page", ["", "404.html", "be/press/", "be/manual/"])
def test_leads_away_from(tab, with_forms, page):
    """The link leads away from the pages at the root and for journalists too."""
    tab.open(f"{with_forms}{page}")
    tab.click(".help-strip .exit-link")
    arrive(tab, OUTSIDE)


@WITH_SCRIPTS
@pytest.mark.parametrize("page", ["", "404.html", "be/press/"])
def test_shift_leads_away_from(tab, with_forms, page):
    """So does Shift, pressed three times."""
    tab.open(f"{with_forms}{page}")
    tab.press("Shift", "Shift", "Shift")
    arrive(tab, OUTSIDE)


LANGS = ("be", "ru", "en", "ar")


@pytest.mark.parametrize("lang", LANGS)
def test_each_language_at_the_root(tab, with_forms, lang):
    """Where all languages stand, each has a link that leads away."""
    tab.open(with_forms)
    tab.click(f".chooser__list [lang={lang}] .exit-link")
    arrive(tab, OUTSIDE)


def test_only_the_target(tab, waiting):
    """Whoever leaves asks for the target alone, and does not tell it where the visitor was."""
    tab.open(waiting("be/questions/phone"))
    ASKED.clear()
    tab.click(".help-strip .exit-link")
    time.sleep(1)
    assert ASKED == [("/", None)]


@WITH_SCRIPTS
def test_shift_asks_for_the_target_only(tab, waiting):
    """So it is after Shift, pressed three times."""
    tab.open(waiting("be/questions/phone"))
    ASKED.clear()
    tab.press("Shift", "Shift", "Shift")
    time.sleep(1)
    assert ASKED == [("/", None)]


@WITH_SCRIPTS
def test_cover_is_whole(tab, waiting):
    """The cover leaves no corner free, on a page that was scrolled too."""
    tab.open(waiting("be/questions/phone"))
    tab.run("scrollTo(0, document.documentElement.scrollHeight)")
    tab.run(CLICK)
    time.sleep(0.3)
    assert tab.run(COVER) == [0, 0, True, True]


@WITH_SCRIPTS
def test_restored(tab, waiting):
    """A page that the browser shows again after all is whole again."""
    tab.open(waiting("be/questions/phone"))
    title = tab.run("return document.title")
    tab.run(CLICK)
    time.sleep(0.3)
    tab.run("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    seen = "return [document.title, document.querySelector('main').checkVisibility()]"
    assert tab.run(seen) == [title, True]


@WITH_SCRIPTS
def test_spoken(tab, with_forms):
    """Each press of Shift says how many are left."""
    tab.open(f"{with_forms}en/questions/phone/")
    said = []
    for _ in range(2):
        tab.press("Shift")
        said.append(tab.run("return document.querySelector('.exit-page').textContent"))
    assert said == [
        "Shift. Press it twice more to leave this site.",
        "Shift. Press it once more to leave this site.",
    ]


@WITH_SCRIPTS
def test_capitals(tab, with_forms):
    """Capitals that are typed do not leave the page."""
    tab.open(f"{with_forms}en/search/")
    tab.type(".search-box__input", "ABCDE")
    stays(tab, "/en/search/")


@pytest.mark.parametrize("form", ["about/write/", "press/write/"])
def test_nothing_is_stored(tab, with_forms, form):
    """A form that is begun and sent stores nothing, not even under the name of the window."""
    tab.open(f"{with_forms}en/{form}")
    tab.type("textarea", "MARKER")
    begun = tab.run(LEFT_BEHIND)
    tab.click(".contact-form__send")
    arrive(tab, f"/en/{form}more/")
    assert [begun, tab.run(LEFT_BEHIND)] == [["", 0, 0, ""]] * 2
