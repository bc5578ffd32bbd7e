"""A disk that is full leaves the last whole site being served, and the next build with room makes up for it."""

import subprocess

import pytest

from tests.conftest import EXAMPLE
from tests.site.pages import pelican
from tests.site.test_incremental import change_template
from tests.site.workplace import Workplace, apart

SIZE = 8 * 1024 * 1024


@pytest.fixture
def disk(tmp_path):
    """A disk of a few megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", place], capture_output=True, check=False
    )
    if mount.returncode:
        pytest.skip("A small disk cannot be mounted here: " + mount.stderr.decode().strip())
    yield place
    subprocess.run(["umount", place], check=True)


def fill(disk, left):
    """Takes all room on the disk but `left` bytes."""
    with (disk / "filler").open("wb") as file:
        free = int(subprocess.check_output(["df", "--output=avail", "-B1", disk]).split()[-1])
        file.write(b"\0" * (free - left))


@pytest.mark.parametrize("left", [0, 64 * 1024, 256 * 1024])
@pytest.mark.parametrize("cache", ["cache", "disk/cache"])
def test_full_disk(tmp_path, disk, left, cache):
    """Whatever does not fit, the site that is served is whole; once there is room the build succeeds."""
    place = Workplace.of(EXAMPLE, tmp_path)
    assert place.build("disk/output", cache) == 0
    before = place.site("disk/output")
    change_template(place, 1)
    fill(disk, left)
    assert place.build("disk/output", cache) == 1
    assert apart(place.site("disk/output"), before) == set()
    (disk / "filler").unlink()
    assert (place.build("disk/output", cache), place.build("cold", "cold-cache")) == (0, 0)
    assert apart(place.site("disk/output"), place.site("cold")) == set()


def test_said(tmp_path, disk):
    """In one line, without a traceback."""
    assert pelican(EXAMPLE, disk).returncode == 0
    fill(disk, 0)
    done = pelican(EXAMPLE, disk, site_url="http://example.org")
    assert (done.returncode, "The disk is full." in done.stdout + done.stderr) == (1, True)
    assert "Traceback" not in done.stdout + done.stderr
