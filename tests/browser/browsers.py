"""Two browsers that keep left pages as readers' browsers do, driven through the same few verbs.

Playwright drives only its own Firefox, and turns off what Back is about in Chromium; so Chromium is started here once
more, and Firefox ESR from Debian is driven through its own protocol by Mozilla's client.
"""

import shutil
import socket
import time
from contextlib import closing, contextmanager

from playwright.sync_api import Error

from tests.browser.chromium import OPTIONS, find

# Everything a page shows, and what it might carry on.
SHOWN = """return [location.href, document.title, window.name, document.body?.innerText ?? "",
  ...[...document.querySelectorAll("input, textarea, select")].map(field => field.value)].join("\\n")"""
KEPT = ["--disable-back-forward-cache"]
ALSO_KEPT = "--enable-features=CacheControlNoStoreEnterBackForwardCache"  # as Chrome does for its users


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

    def press_enter(self, selector):
        self.tab.locator(selector).press("Enter")

    def click(self, selector):
        self.tab.locator(selector).first.click(no_wait_after=True)

    def back(self):
        self.tab.go_back(wait_until="commit")

    def forward(self):
        self.tab.go_forward(wait_until="commit")


class Firefox:
    """A tab of Firefox, driven by Marionette."""

    def __init__(self, marionette):
        self.marionette = marionette

    def open(self, url):
        self.marionette.navigate(url)

    def run(self, script):
        return self.marionette.execute_script(script)

    def type(self, selector, text):
        self.marionette.find_element("css selector", selector).send_keys(text)

    def press_enter(self, selector):
        self.type(selector, "\ue007")

    def click(self, selector):
        self.marionette.find_element("css selector", selector).click()

    def back(self):
        self.marionette.go_back()

    def forward(self):
        self.marionette.go_forward()


@contextmanager
def chromium(playwright):
    """Chromium, in a window of 1280 px."""
    browser = playwright.chromium.launch(executable_path=find(), args=[*OPTIONS, ALSO_KEPT], ignore_default_args=KEPT)
    context = browser.new_context(viewport={"width": 1280, "height": 740})
    yield Chromium(context.new_page())
    browser.close()


@contextmanager
def firefox():
    """Firefox, without a window; its profile is thrown away."""
    from marionette_driver.marionette import Marionette  # noqa: PLC0415

    browser = Marionette(bin=shutil.which("firefox-esr") or shutil.which("firefox"), headless=True, port=free_port())
    browser.start_session()
    yield Firefox(browser)
    browser.delete_session()
    browser.cleanup()
    browser.profile.cleanup()


def free_port():
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
