"""The minifier of scripts, in a process of its own.

It is a library written in Go, which must not be loaded into a process that is forked later, as the
one of `make serve` is; and it takes a tenth of a second, so what it makes is kept.
"""

import json
import subprocess
import sys
from collections.abc import Sequence

PROGRAM = """import json, minify, sys
texts = json.loads(sys.stdin.buffer.read())
print(json.dumps([minify.string("application/javascript", text) for text in texts]))
"""


def minified(texts: Sequence[str]) -> list[str]:
    """Return each of the scripts `texts` without comments and needless spaces, and with short
    names for what no other script sees."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps(texts),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    found: list[str] = json.loads(done.stdout)
    return found
