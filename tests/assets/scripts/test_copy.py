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
