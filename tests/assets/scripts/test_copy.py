"""What a copied quote says."""

import json
import subprocess

from tests.conftest import MAIN
from tests.node import EVALUATE

PAGE = """
const below = [];
const quote = (at) => ({ after: (button) => below.push([at, button.dataset.copyText]) });
const dataset = { quotes: %s, quote: "Copy", done: "Copied" };
globalThis.document = {
  querySelector: () => ({ dataset, querySelectorAll: () => [] }),
  querySelectorAll: () => [quote(0), quote(1)],
  createElement: () => ({ dataset: {}, addEventListener() {} }),
};
Object.defineProperty(globalThis, "navigator", { value: { clipboard: {} } });
await import("%s");
console.log(JSON.stringify(below));
"""


def below(quotes):
    """What the buttons copy, by the number of the quote below which they stand."""
    module = (MAIN / "theme" / "static" / "js" / "copy.js").as_uri()
    command = [*EVALUATE, PAGE % (json.dumps(json.dumps(quotes)), module)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_quotes():
    """Below each quote a button copies what the page has ready for it, line by line."""
    assert below(["“One:\n- a”\n— Who", "Alone."]) == [[0, "“One:\n- a”\n— Who"], [1, "Alone."]]


def test_of_a_page(content):
    """A release has as many quotes to copy as its text shows, each with who says it."""
    page = content.page("en/press/2026-11-safe-job-offers/")
    (buttons,) = page.all("div[@data-quotes]")
    shown = page.all("div[@class='prose']//blockquote")
    told = json.loads(buttons.get("data-quotes"))
    assert shown and len(told) == len(shown)
    assert all("\n— " in one for one in told)
