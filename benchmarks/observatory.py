"""The rules of MDN's HTTP Observatory on the published site, on this machine:
`python benchmarks/observatory.py`.

    npm install --ignore-scripts @mdn/mdn-http-observatory@1.4
        (its scripts would fetch lists from elsewhere)
    OBSERVATORY=node_modules/@mdn/mdn-http-observatory python benchmarks/observatory.py [--output
    folder]

It knows no list of preloaded hosts here, and two rules need public HTTPS: a redirection to it, and
HSTS.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.served import served


def main() -> None:
    """Prints each rule, whether it is met, and what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--output", type=Path, help="a published site; without it one is built")
    observatory = Path(os.environ["OBSERVATORY"])
    preloaded = observatory / "conf" / "hsts-preload.json"
    if not preloaded.exists():
        preloaded.write_text("{}", encoding="utf-8")
    with served(parser.parse_args().output) as server:
        host = server.address.removeprefix("http://").rstrip("/")
        done = subprocess.run(
            ["node", str(observatory / "src/scan.js"), host],
            capture_output=True,
            text=True,
            check=True,
        )
    for name, found in json.loads(done.stdout)["tests"].items():
        print(f"| {name} | {'met' if found['pass'] else 'not met'} | {found['result']} |")


if __name__ == "__main__":
    main()
