"""Two browsers that keep left pages as readers' browsers do, driven through the same few verbs.

Playwright drives only its own Firefox, and turns off what Back is about in Chromium; so Chromium is
started here once more, and Firefox ESR from Debian is driven through its own protocol.
"""

import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error

from tests.browser.find_browsers import CHROMIUM, FIREFOX, OPTIONS
from tests.browser.marionette import Marionette

# Everything a page shows, and what it might carry on.
SHOWN = """return [location.href, document.title, window.name, document.body?.innerText ?? "",
  ...[...document.querySelectorAll("input, textarea, select")].map(field => field.value)].join("\\n")"""
KEYS = {"Shift": "\ue008", "Tab": "\ue004", "Enter": "\ue007"}  # WebDriver, 17.4.2 Keyboard actions
KEPT = ["--disable-back-forward-cache"]
ALSO_KEPT = (
    "--enable-features=CacheControlNoStoreEnterBackForwardCache"  # as Chrome does for its users
)


class Chromium:
    """A tab of Chromium, driven by Playwright."""

    def __init__(self, tab):
        self.tab = tab

    def open(self, url):
        self.tab.goto(url, wait_until="commit")
        self.tab.wait_for_load_state()

    def run(self, script):
        for _ in range(50):
            try:
                return self.tab.evaluate(f"() => {{ {script} }}")
            except Error:  # another page is just coming
                time.sleep(0.1)
        raise AssertionError("no page is there")

    def type(self, selector, text):
        self.tab.locator(selector).press_sequentially(text)

    def click(self, selector):
        self.tab.locator(selector).first.click(no_wait_after=True)

    def press(self, *names):
        for name in names:
            self.tab.keyboard.press(name)

    def back(self):
        self.tab.go_back(wait_until="commit")

    def forward(self):
        self.tab.go_forward(wait_until="commit")


class Firefox:
    """A tab of Firefox, driven by Marionette."""

    def __init__(self, marionette):
        self.marionette = marionette

    def open(self, url):
        self.marionette.ask("WebDriver:Navigate", url=url)

    def run(self, script):
        return self.marionette.ask("WebDriver:ExecuteScript", script=script, args=[])["value"]

    def type(self, selector, text):
        self.marionette.ask(
            "WebDriver:ElementSendKeys", id=self.marionette.element(selector), text=text
        )

    def click(self, selector):
        self.marionette.ask("WebDriver:ElementClick", id=self.marionette.element(selector))

    def press(self, *names):
        keys = [
            {"type": kind, "value": KEYS[name]} for name in names for kind in ("keyDown", "keyUp")
        ]
        self.marionette.ask(
            "WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": keys}]
        )

    def back(self):
        self.marionette.ask("WebDriver:Back")

    def forward(self):
        self.marionette.ask("WebDriver:Forward")


def arrive(tab, end):
    """Waits until the address has this `end`."""
    for _ in range(300):
        address = tab.run(
            "return document.readyState === 'complete' ? location.href : ''"
        )  # none between two pages
        if address and address.endswith(end):
            return
        time.sleep(0.1)
    raise AssertionError(f"{end} was not reached")


@contextmanager
def chromium(playwright, scripts=True):
    """Chromium, in a window of 1280 px."""
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM.find(), args=[*OPTIONS, ALSO_KEPT], ignore_default_args=KEPT
    )
    context = browser.new_context(
        viewport={"width": 1280, "height": 740}, java_script_enabled=scripts
    )
    yield Chromium(context.new_page())
    browser.close()


@contextmanager
def firefox(scripts=True):
    """Firefox, in a window of 1280 px that is not shown; its profile is thrown away."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Marionette(FIREFOX.find(), Path(folder), {"javascript.enabled": scripts})
        try:
            browser.ask("WebDriver:SetWindowRect", width=1280, height=740)
            yield Firefox(browser)
        finally:
            browser.end()
