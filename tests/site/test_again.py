"""Pelican builds again and again in one process, as `pelican --autoreload` does."""

import subprocess
import sys

from tests.conftest import EXAMPLE
from tests.site.pages import MAIN
from tests.site.workplace import Workplace, apart

AGAIN = """
import sys
from pathlib import Path
from pelican import get_instance, parse_arguments
pelican, _ = get_instance(parse_arguments(sys.argv[3:]))
pelican.run()
page = Path(sys.argv[1])
for words in ("First addition.", "Second addition."):
    page.write_text(page.read_text(encoding="utf-8") + f"\\n{words}\\n", encoding="utf-8")
    pelican.run()
pelican.run()
for sheet in Path(sys.argv[2]).glob("templates/editions/*.typ"):
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\\n// again\\n", encoding="utf-8")
pelican.run()
"""
LONGEST = 240  # seconds; a build that waits for itself ends as a failure


def test_again(tmp_path):
    """What is edited after a build that found nothing to do is built by the next one,
    in the same process too; so is all that is printed, when its sheets change."""
    place = Workplace.of(EXAMPLE, tmp_path)
    assert place.build() == 0, (tmp_path / "said").read_text()
    page = place.content / "en" / "about" / "index.md"
    places = [place.content, "-o", tmp_path / "output", "-t", tmp_path / "theme"]
    places += ["-s", "pelicanconf.py"]
    extra = [
        f'CACHE_PATH="{tmp_path / "cache"}"',
        f'TRANSLATIONS_PATH="{tmp_path / "translations"}"',
    ]
    done = subprocess.run(
        [sys.executable, "-c", AGAIN, page, tmp_path / "theme", *places, "-e", *extra],
        cwd=MAIN,
        timeout=LONGEST,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Second addition." in (tmp_path / "output" / "en" / "about" / "index.html").read_text(
        encoding="utf-8"
    )
    assert place.build_from_nothing("cold") == 0
    assert apart(place.site(), place.site("cold")) == set()
