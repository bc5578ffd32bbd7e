"""Every Python makes the same bytes."""

import re
import subprocess

import pytest

from tests.conftest import MAIN

VERSIONS = ("3.11", "3.12", "3.13", "3.14")


@pytest.mark.full
def test_same_bytes():
    """Each Python of this machine that the site supports builds the same, and each that is not
    here is named: none is left out in silence."""
    done = subprocess.run(
        [MAIN / ".ci" / "pythons"], capture_output=True, text=True, check=False, cwd=MAIN
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = re.findall(r"^Python (\S+?):? (?:the same|is not)", done.stdout + done.stderr, re.M)
    assert sorted(told) == sorted(VERSIONS)


def test_versions():
    """The script asks for the oldest Python that the site supports, and for those after it."""
    text = (MAIN / ".ci" / "pythons").read_text(encoding="utf-8")
    assert f"known=({' '.join(VERSIONS)})" in text
    recipe = (MAIN / "deploy" / "github" / "pythons.yml").read_text(encoding="utf-8")
    assert f".ci/pythons {' '.join(VERSIONS)}" in recipe
    assert 'requires-python = ">=3.11"' in (MAIN / "pyproject.toml").read_text(encoding="utf-8")


def test_missing():
    """A Python that was asked for and is not here is an error in one line."""
    done = subprocess.run(
        [MAIN / ".ci" / "pythons", "3.99"], capture_output=True, text=True, check=False, cwd=MAIN
    )
    assert (done.returncode, done.stderr) == (1, "Python 3.99 is not on this machine.\n")
