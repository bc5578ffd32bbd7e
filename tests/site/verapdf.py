"""veraPDF, the check of PDF/UA-1 by those who keep the standard. Neither pip nor Debian has it:
whoever installs it has this asked too."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

INSTALL = (
    "no veraPDF: `brew install verapdf`, `conda install -c conda-forge verapdf`, or its installer "
    "from https://verapdf.org/software/, which needs Java; then `verapdf` is to be on the PATH"
)
COMMAND = ("verapdf", "--flavour", "ua1", "--format", "text")


def findings(files: Sequence[Path]) -> list[str]:
    """Return what is said of each file that fails; skips where there is no veraPDF."""
    if not shutil.which(COMMAND[0]):
        pytest.skip(INSTALL)
    done = subprocess.run([*COMMAND, *map(str, files)], capture_output=True, text=True, check=False)
    passed = [line for line in done.stdout.splitlines() if line.startswith("PASS ")]
    said = [line for line in (done.stdout + done.stderr).splitlines() if line not in passed]
    return [] if len(passed) == len(files) and not done.returncode else said or ["no answer"]
