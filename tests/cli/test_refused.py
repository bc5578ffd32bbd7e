"""What a machine refuses a command is said in one line; what a command makes is for everybody."""

import os
import subprocess
import sys

import pytest

from tests.conftest import MAIN

COMMANDS = {
    "nowhere": "mirror --output {site} --folder /proc/nowhere/copy --site-url https://a.example",
    "no folder": "mirror --output {site} --folder /dev/null/copy --site-url https://a.example",
    "no site": "mirror --output {site}/nothing --folder {site}/copy --site-url https://a.example",
}


@pytest.fixture
def site(tmp_path):
    """A published site of one page."""
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").write_text("<!doctype html><title>A</title>")
    return tmp_path / "output"


def run(command, **options):
    words = [sys.executable, "-m", "plugins", *command.split()]
    return subprocess.run(words, cwd=MAIN, capture_output=True, text=True, check=False, **options)


@pytest.mark.parametrize("command", COMMANDS)
def test_refused(site, command):
    """Without a traceback, with the place."""
    done = run(COMMANDS[command].format(site=site))
    said = done.stderr.strip()
    assert (done.returncode, "Traceback" in said, said.count("\n")) == (1, False, 0)
    assert "/" in said


def test_strict_umask(site, tmp_path):
    """A copy of the site that is made by a user whose files nobody else may read can be read."""
    folder = tmp_path / "mirror" / "site"
    command = f"mirror --output {site} --folder {folder} --site-url https://a.example"
    done = run(command, preexec_fn=lambda: os.umask(0o077))
    made = [folder, folder.with_suffix(".zip"), *folder.rglob("*")]
    assert done.returncode == 0, done.stderr
    assert [path for path in made if path.stat().st_mode & 0o044 != 0o044] == []
