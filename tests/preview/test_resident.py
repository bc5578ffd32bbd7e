"""The resident process of `make serve` builds with the code that is there, and does not grow."""

import os
import re
import shutil
import signal
from pathlib import Path

import pytest

from plugins.preview import resident
from plugins.preview.build import Builder, Site
from tests.conftest import EXAMPLE, MAIN
from tests.site.workplace import Resident

CODE = ("plugins", "contact", "theme", "translations")
BROKEN = "\nraise RuntimeError('half an edit')\n"
GROWTH = 4 * 1024  # KiB that a dozen builds may add: less than the pages of one of them


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout that a test may change, and what builds it."""
    for name in CODE:
        shutil.copytree(MAIN / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(MAIN / "pelicanconf.py", tmp_path)
    shutil.copytree(EXAMPLE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    builder = Builder(Site(Path("content"), Path("output"), "http://127.0.0.1:8000"))
    yield tmp_path, builder
    builder.close()


def replace(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_code(checkout):
    """Changed code and settings are what the next build runs; broken code is told, and once it is
    whole the site is built again."""
    folder, builder = checkout
    page = folder / "output" / "en" / "index.html"
    assert builder.build() == ""
    first = builder.pid
    replace(folder / "pelicanconf.py", "La Strada Belarus", "Another Name")
    assert builder.build() == ""
    assert ("Another Name" in page.read_text(encoding="utf-8"), builder.pid != first) == (
        True,
        True,
    )
    robots = folder / "plugins" / "features" / "seo" / "__init__.py"
    whole = robots.read_text(encoding="utf-8")
    robots.write_text(whole + BROKEN, encoding="utf-8")
    assert "half an edit" in builder.build()
    robots.write_text(whole, encoding="utf-8")
    assert builder.build() == ""


def test_killed(checkout):
    """A resident process that somebody has killed is replaced."""
    _, builder = checkout
    builder._resident.kill()
    assert builder.build() == ""


def test_problems(checkout):
    """A mistake in a text is told in its words, by the same process, which goes on."""
    folder, builder = checkout
    page = folder / "content" / "en" / "questions" / "01-phone.md"
    assert builder.build() == ""
    first = builder.pid
    replace(page, "Title: ", "Tilte: ")
    assert (builder.build(), "01-phone.md:1: " in builder.notes) == ("", True)
    assert (builder.build(), "01-phone.md:1: " in builder.notes) == ("", True)  # told again
    replace(page, "Tilte: ", "Title: ")
    assert (builder.build(), builder.notes, builder.pid) == ("", "", first)


def test_in_its_place(checkout):
    """What is wrong with a page is shown at its address, and every other page is as it is written;
    once it is fixed the page is there again."""
    folder, builder = checkout
    page = folder / "content" / "en" / "questions" / "01-phone.md"
    other = folder / "content" / "en" / "about" / "index.md"
    replace(page, "Title: ", "Tilte: <b>")
    replace(other, "Title: ", "Title: Changed ")
    assert builder.build() == ""
    shown, beside = (
        folder / "output" / "en" / name / "index.html" for name in ("questions/phone", "about")
    )
    assert "en/questions/01-phone.md:1: " in shown.read_text(encoding="utf-8")
    assert "<h1>Changed " in beside.read_text(encoding="utf-8")
    replace(page, "Tilte: <b>", "Title: ")
    assert builder.build() == ""
    assert "01-phone.md" not in shown.read_text(encoding="utf-8")


def test_of_all_pages(checkout):
    """What is wrong with a file of data keeps all pages as they were, and is the list of
    problems."""
    folder, builder = checkout
    replace(folder / "content" / "data" / "contacts.toml", "source = ", "sauce = ")
    assert "data/contacts.toml" in builder.build()
    assert not (folder / "output").exists()


def test_never_silent(monkeypatch):
    """A build that ends without a word, as one that the system kills, has failed, and it is said."""
    monkeypatch.setattr(resident, "_build", lambda _: os.kill(os.getpid(), signal.SIGKILL))
    assert resident.forked([]) == (True, resident.ENDED)


@pytest.fixture
def place(tmp_path):
    place = Resident.of(EXAMPLE, tmp_path)
    yield place
    place.close()


def test_memory(place):
    """A dozen edits leave the resident process as large as it was."""
    page = place.content / "en" / "questions" / "01-phone.md"
    sizes = []
    for number in range(15):
        replace(page, "Summary: ", f"Summary: {number} ")
        assert place.build() == 0
        sizes.append(resident_size(place.builder.pid))
    assert sizes[-1] - sizes[2] < GROWTH


def resident_size(pid):
    """How much memory a process has, in KiB (proc_pid_status(5))."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"^VmRSS:\s+(\d+) kB", status, re.MULTILINE)[1])


def test_notes(checkout):
    """What somebody is to look at is told in the preview too, and stops nothing."""
    folder, builder = checkout
    replace(
        folder / "content" / "ru" / "questions" / "01-phone.md",
        "{contact:hotline}",
        "{contact:office}",
    )
    assert builder.build() == ""
    assert "ru/questions/01-phone.md:8: The contact hotline is not here" in builder.notes
