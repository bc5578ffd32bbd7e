"""How long a reader waits for the first offers of the search box, on a page of a built site,
with nothing in the cache.

    .venv/bin/python benchmarks/search_first.py OUTPUT [be ru en] [--runs 9] [--rate 6]

In Chromium over loopback with a processor six times slower. `at once`: the word is there when the
box is gone to, so the script, the manifest and the table are still to come. `at rest`: they have
come, as for anybody who types after the box is gone to. Printed: the median and the fastest, in ms
from the first key until the offers are painted. Other work on the machine counts as if the
processor were slower still; the line with `load` says how much there was.
"""

import argparse
import os
import statistics as figures
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from playwright.sync_api import sync_playwright

from tests.browser.find_browsers import CHROMIUM, OPTIONS

WORDS = {"be": "пашпарт", "ru": "документы", "en": "passport"}
BOX = ".search-box__input"
REST = 2000  # ms
SETTLED = 300  # ms, for what a page does when it has come
# All in the page, since a driver that asks again and again would have its part of the slow
# processor.
SPENT = """async word => {
  const [input, list] = [document.querySelector(".search-box__input"), document.querySelector(".search-box__list")];
  const painted = new Promise((done) => new MutationObserver((_, watcher) => {
    if (!list.children.length) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  }).observe(list, { childList: true }));
  input.focus();
  input.value = word;
  const key = performance.now();
  input.dispatchEvent(new Event("input", { bubbles: true }));
  return await painted - key;
}"""


class Quiet(SimpleHTTPRequestHandler):
    """A server that keeps connections and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """Nothing."""


def wait(browser, address, lang, rate, rest):
    """Milliseconds for one visitor with an empty cache."""
    context = browser.new_context(base_url=address)
    tab = context.new_page()
    tab.goto(f"/{lang}/about/")
    tab.wait_for_timeout(SETTLED)
    context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": rate})
    if rest:
        tab.focus(BOX)
        tab.wait_for_timeout(rest)
    spent = tab.evaluate(SPENT, WORDS[lang])
    context.close()
    return spent


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("output", type=Path)
    parser.add_argument("languages", nargs="*", default=list(WORDS))
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--rate", type=int, default=6)
    chosen = parser.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=chosen.output))
    server.handle_error = lambda *_: None  # visitors leave early
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.find(), args=OPTIONS)
        for lang in chosen.languages:
            for name, rest in (("at once", 0), ("at rest", REST)):
                spent = [
                    wait(browser, address, lang, chosen.rate, rest) for _ in range(chosen.runs)
                ]
                print(
                    f"| {lang} | {name} | {figures.median(spent):.0f} ms | {min(spent):.0f} ms |",
                    flush=True,
                )
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    server.shutdown()


if __name__ == "__main__":
    main()
