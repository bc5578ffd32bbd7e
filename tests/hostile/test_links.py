"""Links and special files below the content, the theme and the translations:
never read, never published, always told."""

import os
import shutil
import socket
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest

from plugins.build.plain_files import strangers
from tests.conftest import EXAMPLE, MAIN
from tests.site.pages import pelican

SECRET = "geheimwort-of-the-build-machine"
FOLDERS = (
    "data",
    "en",
    "en/press",
    "media",
    "kits",
    "kits/2026-06-summer",
    "ledger",
    "revisions",
    "new",
)
# How a link may lead, by the folder it stands in and the folder with the secret.
WAYS = {
    "absolute": lambda place, outside: outside / "secret.md",
    "relative": lambda place, outside: os.path.relpath(outside / "secret.md", place),
    "to-folder": lambda place, outside: outside,
    "dangling": lambda place, outside: "nowhere.md",
    "inside": lambda place, outside: os.path.relpath(place.parent, place),
    "to-itself": lambda place, outside: "to-itself",
    "device": lambda place, outside: "/dev/zero",
}
ENDINGS = {"data": "toml", "media": "jpg", "kits": "jpg", "ledger": "txt"}


@pytest.fixture
def outside(tmp_path):
    """A folder of the machine that builds, with a secret in it."""
    folder = tmp_path / "outside"
    folder.mkdir()
    for name in ("secret.md", "secret.jpg", "kit.toml"):
        (folder / name).write_text(f"Title: {SECRET}\nSummary: {SECRET}\n\n{SECRET}\n")
    return folder


@pytest.fixture
def content(tmp_path):
    """A copy of the example."""
    return shutil.copytree(EXAMPLE, tmp_path / "content")


def plant_links(content, outside):
    """Every way a link may lead, in every folder; what was planted."""
    planted = []
    for folder in FOLDERS:
        place = content / folder
        place.mkdir(parents=True, exist_ok=True)
        for name, leads in WAYS.items():
            link = place / f"{name}.{ENDINGS.get(folder.partition('/')[0], 'md')}"
            link.symlink_to(leads(place, outside))
            planted.append(link)
    return planted


def test_every_link_is_told(content, outside):
    """Every link is a problem with its path, wherever it stands and wherever it leads."""
    planted = plant_links(content, outside)
    assert sorted(one.file for one in strangers(content)) == sorted(map(os.path.relpath, planted))


def test_nothing_is_published(content, outside, tmp_path):
    """A build with links in its content names each of them and publishes nothing,
    and no word of what they lead to."""
    planted = plant_links(content, outside)
    done = pelican(content, tmp_path, cold=True)
    said = done.stdout + done.stderr
    written = [file for file in (tmp_path / "output").rglob("*") if file.is_file()]
    assert (done.returncode != 0, written, SECRET in said, "Traceback" in said) == (
        True,
        [],
        False,
        False,
    )
    assert [str(link) for link in planted if f"{os.path.relpath(link, MAIN)}:1: " not in said] == []


@pytest.mark.parametrize(
    "folder", ["theme/templates/pages", "theme/static/css", "theme/static/js", "translations/be"]
)
def test_theme_and_translations(tmp_path, outside, folder):
    """So it is in the theme and the translations."""
    place = tmp_path / folder
    place.mkdir(parents=True)
    (place / "link.html").symlink_to(outside / "secret.md")
    assert [one.file for one in strangers(tmp_path / folder.partition("/")[0])] == [
        os.path.relpath(place / "link.html")
    ]


def _socket(path):
    with chdir(path.parent):  # the name of a socket is at most 107 bytes long
        socket.socket(socket.AF_UNIX).bind(path.name)


SPECIALS = {"pipe": os.mkfifo, "socket": _socket}
PLACES = [
    "en/about.md",
    "data/facts.toml",
    "media/a.svg",
    "media/a.jpg",
    "kits/2026-06-summer/kit.toml",
]
PLACES += ["ledger/addresses.txt", "revisions/a.txt", "en/.hidden", "data/languages.toml"]


@pytest.mark.parametrize("kind", SPECIALS)
def test_special_files(content, tmp_path, kind):
    """A pipe or a socket anywhere is a problem, and no build waits for it."""
    for place in PLACES:
        (content / place).parent.mkdir(parents=True, exist_ok=True)
        (content / place).unlink(missing_ok=True)
        SPECIALS[kind](content / place)
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(content),
        "-o",
        str(tmp_path / "output"),
        "-s",
        "pelicanconf.py",
    ]
    done = subprocess.run(
        command, cwd=MAIN, capture_output=True, text=True, timeout=60, check=False
    )
    told = [line for line in done.stderr.splitlines() if f":1: This is a {kind}" in line]
    assert (done.returncode, len(told)) == (1, len(PLACES))


@pytest.mark.parametrize("command", ["status", "due", "language be", "messages"])
def test_commands(content, outside, command):
    """No command reads a link or waits for a pipe either."""
    (content / "en" / "news" / "2020-01-01-link.md").symlink_to(outside / "secret.md")
    os.mkfifo(content / "en" / "news" / "2020-01-02-pipe.md")
    call = [sys.executable, "-m", "plugins", *command.split(), "--content", str(content)]
    done = subprocess.run(call, cwd=MAIN, capture_output=True, text=True, timeout=60, check=False)
    assert (
        done.returncode,
        done.stderr.count(":1: This is a "),
        SECRET in done.stdout + done.stderr,
    ) == (1, 2, False)


def test_emacs(content):
    """The link by which Emacs marks a file that is open leads nowhere and is left alone; one that
    leads somewhere is not."""
    (content / "en" / ".#index.md").symlink_to("editor@desk.example.4711:1764376000")
    (content / "en" / ".#secret.md").symlink_to("/etc/hostname")
    assert [Path(one.file).name for one in strangers(content)] == [".#secret.md"]


def test_plain():
    """The real content, theme and translations have neither."""
    assert strangers(MAIN / "content", MAIN / "theme", MAIN / "translations") == []
