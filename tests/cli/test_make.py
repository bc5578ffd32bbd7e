"""The first command makes the environment, also where one was interrupted; and what somebody types
behind a command reaches it as it is."""

import os
import re
import shutil
import subprocess
import sys
import venv

import pytest

from tests.conftest import MAIN
from tests.full import sample


@pytest.fixture
def place(tmp_path):
    """A folder with the Makefile and nothing to install, so that no network is needed."""
    shutil.copy(MAIN / "Makefile", tmp_path)
    for name in ("plugins", "translations", "pelicanconf.py"):  # what says sentences
        (tmp_path / name).symlink_to(MAIN / name)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "site.txt").write_text("")
    return tmp_path


def make(place):
    """What `make` says when it needs the environment."""
    command = ["make", ".venv/.site-ready", f"PYTHON={sys.executable}"]
    environment = {name: value for name, value in os.environ.items() if name != "MAKEFLAGS"}
    return subprocess.run(
        command, cwd=place, env=environment, capture_output=True, text=True, check=False
    )


def broken_before_pip(place):
    """As `python -m venv` leaves it that is killed before it has installed pip."""
    venv.create(place / ".venv", with_pip=False, symlinks=True)


def broken_in_pip(place):
    """As pip leaves it that is killed while it installs."""
    venv.create(place / ".venv", with_pip=False, symlinks=True)
    (place / ".venv" / "half").mkdir()
    (place / ".venv" / ".installing").touch()


@pytest.mark.parametrize("breaking", sample([broken_before_pip, broken_in_pip], [broken_in_pip]))
def test_interrupted(place, breaking):
    """What a killed command left is made anew, and that is said in a sentence."""
    breaking(place)
    done = make(place)
    assert done.returncode == 0, done.stderr
    assert "is not whole, since a command was interrupted" in done.stdout
    assert not (place / ".venv" / "half").exists()
    assert sorted(path.name for path in (place / ".venv").glob(".[is]*")) == [".site-ready"]


def test_from_nothing(place):
    """Where nothing was, nothing is said of an interruption."""
    done = make(place)
    assert (done.returncode, "interrupted" in done.stdout) == (0, False), done.stderr


TYPED = sorted(set(re.findall(r"call typed,([A-Z]+)", (MAIN / "Makefile").read_text("utf-8"))))
ODD = "Зарплата $1500, $(x) и ${y}: $$5 100% `id` \"так\" 'сяк' \\ # $HOME"


@pytest.mark.parametrize("name", TYPED)
def test_typed(tmp_path, name):
    """Whatever signs a text has, a command is given it as it was typed."""
    shown = tmp_path / "shown.mk"
    shown.write_text(f"shown:\n\t@printf %s $(call typed,{name})\n")
    command = ["make", "--silent", "-f", "Makefile", "-f", str(shown), "shown", f"{name}={ODD}"]
    done = subprocess.run(command, cwd=MAIN, capture_output=True, text=True, check=True)
    assert done.stdout == ODD
