"""The Nu HTML checker on every page of the published site,
and on what the contact endpoint answers.

npm install vnu-jar; apt-get install default-jre-headless
VNU=node_modules/vnu-jar/build/dist/vnu.jar python benchmarks/nu.py [--output folder]
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.served import publish
from contact.page import CHOICE, VALUE

MEMORY = ("-Xss4m", "-Xmx800m")


def answered(page: Path) -> None:
    """A page of the endpoint with everything said that it can say, and a value in every place."""
    text = CHOICE.sub(lambda choice: choice[2], page.read_text(encoding="utf-8"))
    page.write_text(VALUE.sub("1", text), encoding="utf-8")


def main() -> None:
    """Prints what is wrong, and how many pages were read."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--output", type=Path, help="a published site; without it one is built")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = shutil.copytree(wanted.output or publish(Path(folder)), Path(folder) / "checked")
        for page in site.glob("contact/*/*/*.html"):
            answered(page)
        command = [
            "java",
            *MEMORY,
            "-jar",
            os.environ["VNU"],
            "--skip-non-html",
            "--format",
            "gnu",
            str(site),
        ]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stderr
        print(re.sub(f"file:{re.escape(str(site))}/", "", said), end="")
        errors, warnings = said.count(": error"), said.count(" warning:")
        print(f"{len(list(site.rglob('*.html')))} pages, {errors} errors, {warnings} warnings")
        sys.exit(errors > 0)


if __name__ == "__main__":
    main()
