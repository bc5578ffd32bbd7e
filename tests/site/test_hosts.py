"""What a host may refuse is told in a sentence, and nothing that is served is lost."""

import ctypes
import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import EXAMPLE, MAIN
from tests.site.pages import pelican
from tests.site.test_full_disk import small_disk

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


def said(done):
    return re.sub(r"\s+", " ", done.stdout + done.stderr)


def run(folder, content=EXAMPLE, **options):
    """A build of the example into `folder`/output, as a process of its own."""
    command = [sys.executable, "-m", "pelican", str(content), "-o", str(folder / "output")]
    command += ["-s", "pelicanconf.py", "-e", f'CACHE_PATH="{folder / "cache"}"']
    inherited = os.environ | {"HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, cwd=MAIN, env=inherited, capture_output=True, text=True, check=False, **options
    )


def test_output_is_a_mount_point(tmp_path):
    """A folder that is a disk of its own cannot be replaced: what lies on it stays, and it is said
    where to build instead."""
    with small_disk(tmp_path) as disk:
        (disk / "index.html").write_text("served")
        (tmp_path / "output").symlink_to(disk)
        done = run(tmp_path)
        kept = (disk / "index.html").read_text()
    assert (done.returncode, kept) == (1, "served")
    assert "is a disk of its own" in said(done) and "OUTPUT=" in said(done)
    assert "Traceback" not in said(done)


def test_output_on_another_disk(tmp_path):
    """A link to a folder of another disk is followed: the workshop stands beside that folder."""
    with small_disk(tmp_path) as disk:
        (disk / "site").mkdir()
        (tmp_path / "output").symlink_to(disk / "site")
        first, again = run(tmp_path), run(tmp_path)
        assert (first.returncode, again.returncode) == (0, 0), said(first) + said(again)
        assert (disk / "site" / "be" / "index.html").is_file()
        assert (tmp_path / "output").is_symlink()


@pytest.mark.parametrize("place", ["", "cache", ".output.build"])
def test_not_writable(tmp_path, place):
    """Where this user may not write, that is said with the place, and what is served stays."""
    content = shutil.copytree(EXAMPLE, tmp_path / "content")
    assert run(tmp_path, content).returncode == 0
    page = tmp_path / "output" / "be" / "index.html"
    before = page.read_bytes()
    shutil.rmtree(tmp_path / (place or ".output.build"))
    (tmp_path / place).mkdir(exist_ok=True)
    file = content / "be" / "index.md"
    file.write_text(file.read_text("utf-8").replace("Summary: ", "Summary: New. "), "utf-8")
    (tmp_path / place).chmod(0o555)
    done = run(tmp_path, content, preexec_fn=without_rights)
    (tmp_path / place).chmod(0o755)
    assert (done.returncode != 0, page.read_bytes() == before) == (True, True)
    assert "may not read or write there" in said(done)
    assert "Traceback" not in said(done)


def without_rights():
    """Root is bound by permissions as anybody is (capabilities(7), prctl(2))."""
    for right in CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, right, 0, 0, 0)


def test_strict_umask(tmp_path):
    """What is published by a user whose files nobody else may read is readable by a web server."""
    previous = os.umask(0o077)
    try:
        done = pelican(EXAMPLE, tmp_path, "publishconf.py", SITEURL="https://example.org", DEMO="1")
    finally:
        os.umask(previous)
    made = list((tmp_path / "output").rglob("*"))
    assert (done.returncode, len(made) > 100) == (0, True), said(done)
    assert [path for path in made if path.stat().st_mode & 0o044 != 0o044] == []


def test_clock_of_2020(tmp_path):
    """A machine whose battery is empty is told so in one line, and nothing is published."""
    done = pelican(EXAMPLE, tmp_path, cold=True, CLOCK="2020-01-01T00:00+00:00")
    lines = [line for line in done.stderr.splitlines() if "2020-01-01" in line]
    assert (done.returncode, len(lines), (tmp_path / "output").exists()) == (1, 1, False)
    assert "The clock of this machine says 2020-01-01" in lines[0] and "Set the clock" in lines[0]
