"""What the documents for developers say is so: the example of a plugin builds,
and no path they name is missing."""

import json
import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import EXAMPLE, MAIN

DOCS = sorted((MAIN / "docs").rglob("*.md"))
CODE = re.compile(r"```python\n(?P<code>.*?)```", re.DOTALL)
NAMED = re.compile(r"`(?P<path>(?:plugins|theme|tests|contact|deploy|docs|translations)/[\w./-]+)`")
MODULE = re.compile(r"`(?P<file>[\w/]+\.py)`")


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """What the plugin of docs/write-a-plugin.md writes when the miniature site is built with it."""
    folder = tmp_path_factory.mktemp("plugin")
    code = CODE.search((MAIN / "docs" / "write-a-plugin.md").read_text(encoding="utf-8"))["code"]
    (folder / "reading_time.py").write_text(code, encoding="utf-8")
    settings = (
        f"import sys\nsys.path[:0] = [{str(MAIN)!r}, {str(folder)!r}]\nfrom pelicanconf import *\n"
    )
    settings += "PLUGINS = [*PLUGINS[:-2], 'reading_time', *PLUGINS[-2:]]\n"
    for name in ("theme", "translations"):
        settings += (
            f"{'THEME' if name == 'theme' else 'TRANSLATIONS_PATH'} = {str(MAIN / name)!r}\n"
        )
    (folder / "settings.py").write_text(settings, encoding="utf-8")
    shutil.copytree(EXAMPLE, folder / "content")
    command = [
        sys.executable,
        "-m",
        "pelican",
        folder / "content",
        "-o",
        folder / "output",
        "-s",
        folder / "settings.py",
    ]
    extra = ["-e", f'CACHE_PATH="{folder / "cache"}"']
    done = subprocess.run(
        [*map(str, command), *extra], cwd=MAIN, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads((folder / "output" / "reading-time.json").read_text(encoding="utf-8"))


def test_the_example_of_a_plugin_builds(written):
    """The plugin in docs/write-a-plugin.md works as it stands there."""
    assert written["en/advice/topic/first/"] >= 1


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.relative_to(MAIN).as_posix())
def test_paths_are_there(file):
    """Every path that a document names is there."""
    named = [
        found["path"].rstrip("./") for found in NAMED.finditer(file.read_text(encoding="utf-8"))
    ]
    assert [path for path in named if "…" not in path and not (MAIN / path).exists()] == []
