"""A build that is killed or fails leaves the last whole site being served;
two at once do not mix."""

import json
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.conftest import EXAMPLE, MAIN
from tests.full import amount
from tests.site.pages import pelican

MOMENTS = amount(20, 8)


@pytest.fixture
def copy(tmp_path):
    """A copy of the example that may be changed."""
    return shutil.copytree(EXAMPLE, tmp_path / "example")


def command(content, folder, *more):
    """A build of `content` into `folder`/output; `more` are options and, last, settings."""
    cache = f"CACHE_PATH={json.dumps(str(folder / 'cache'))}"
    places = [str(content), "-o", str(folder / "output"), "-s", "pelicanconf.py"]
    return [sys.executable, "-m", "pelican", *places, "-e", cache, *more]


def start(content, folder):
    """A build that has begun."""
    return subprocess.Popen(
        command(content, folder), cwd=MAIN, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def snapshot(folder):
    """Every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def title(folder, name):
    """Gives every page of the example another look, so that a mixture of two builds would show."""
    for lang in ("be", "ru", "en", "ar"):
        path = folder / lang / "index.md"
        fields = path.read_text(encoding="utf-8").splitlines()
        fields[0] = f"Title: {name}"
        path.write_text("\n".join(fields), encoding="utf-8")


def test_killed(copy, tmp_path):
    """Killed at any moment, a build leaves the site of before, or its own when it was done."""
    sites = []
    for name in ("One", "Two"):
        title(copy, name)
        assert pelican(copy, tmp_path).returncode == 0
        sites.append(snapshot(tmp_path / "output"))
    chance = random.Random(1)
    title(copy, "One")
    begun = time.monotonic()
    start(copy, tmp_path).wait()
    longest = time.monotonic() - begun
    for moment in range(MOMENTS):
        title(copy, ("Two", "One")[moment % 2])
        build = start(copy, tmp_path)
        time.sleep(chance.uniform(0, longest))
        build.send_signal(signal.SIGKILL)
        build.wait()
        assert snapshot(tmp_path / "output") in sites


def test_failed(copy, tmp_path):
    """A build that fails while pages are rendered leaves the site of before."""
    assert pelican(copy, tmp_path).returncode == 0
    before = snapshot(tmp_path / "output")
    theme = shutil.copytree(MAIN / "theme", tmp_path / "theme")
    page = theme / "templates" / "pages" / "glossary.html"
    page.write_text(
        page.read_text(encoding="utf-8") + "{% block main %}{{ nothing }}{% endblock %}",
        encoding="utf-8",
    )
    title(copy, "Another")
    broken = command(copy, tmp_path, "-t", str(theme))
    done = subprocess.run(broken, cwd=MAIN, capture_output=True, check=False)
    assert (done.returncode, snapshot(tmp_path / "output") == before) == (1, True)


def test_two_at_once(copy, tmp_path):
    """Of two builds at once each is whole, and the later one stays."""
    other = shutil.copytree(copy, tmp_path / "other")
    title(copy, "One")
    title(other, "Two")
    sites = []
    for content, name in ((copy, "one"), (other, "two")):
        assert pelican(content, tmp_path / name).returncode == 0
        sites.append(snapshot(tmp_path / name / "output"))
    builds = [start(copy, tmp_path), start(other, tmp_path)]
    assert [build.wait() for build in builds] == [0, 0]
    assert snapshot(tmp_path / "output") in sites


@pytest.mark.parametrize("cores", [1, 2])
def test_same_bytes(tmp_path, example, cores):
    """The same content gives the same bytes, in any folder and on any number of cores,
    whether read before or not."""
    content = shutil.copytree(EXAMPLE, tmp_path / "elsewhere")
    for _ in range(2):
        subprocess.run(
            command(content, tmp_path, f"CORES={cores}"), cwd=MAIN, capture_output=True, check=True
        )
        assert snapshot(tmp_path / "output") == snapshot(example.folder)
