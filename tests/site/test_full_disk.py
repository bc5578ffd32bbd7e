"""A disk that is full leaves the last whole site being served,
and the next build with room makes up for it."""

import subprocess
from contextlib import contextmanager

import pytest

from tests.conftest import EXAMPLE
from tests.full import sample
from tests.site.pages import pelican
from tests.site.workplace import Workplace, apart

SIZE = 20 * 1024 * 1024


@contextmanager
def small_disk(folder):
    """A disk of a few megabytes."""
    place = folder / "disk"
    place.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", place],
        capture_output=True,
        check=False,
    )
    if mount.returncode:
        pytest.skip("A small disk cannot be mounted here: " + mount.stderr.decode().strip())
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


@pytest.fixture(params=sample(["cache", "disk/cache"], ["disk/cache"]), scope="module")
def place(request, tmp_path_factory):
    """A workplace whose output is on such a disk, and whose cache is on it or is not."""
    made = Workplace.of(EXAMPLE, tmp_path_factory.mktemp("workplace"))
    made.cache = request.param
    with small_disk(made.folder):
        assert made.build("disk/output", made.cache) == 0
        yield made


@pytest.fixture(scope="module")
def wholes(tmp_path_factory):
    """The two sites between which the footer changes, each as a build from nothing makes it."""
    made = Workplace.of(EXAMPLE, tmp_path_factory.mktemp("wholes"))
    for output in ("one", "other"):
        assert made.build(output, f"cache-of-{output}") == 0
        change_footer(made)
    return [made.site("one"), made.site("other")]


def change_footer(place):
    """Every page has another footer, or its first one again."""
    file = place.folder / "theme" / "templates" / "components" / "site-footer.html"
    text = file.read_text(encoding="utf-8")
    plain, changed = "<footer class", '<footer data-number="1" class'
    assert (plain in text) != (changed in text)
    file.write_text(
        text.replace(changed, plain) if changed in text else text.replace(plain, changed, 1),
        "utf-8",
    )


def fill(disk, left):
    """Takes all room on the disk but `left` bytes."""
    with (disk / "filler").open("wb") as file:
        free = int(subprocess.check_output(["df", "--output=avail", "-B1", disk]).split()[-1])
        file.write(b"\0" * (free - left))


@pytest.mark.parametrize("left", sample([0, 64 * 1024, 256 * 1024], [64 * 1024]))
def test_full_disk(place, wholes, left):
    """Whatever does not fit, the site that is served is whole;
    once there is room the build succeeds."""
    disk = place.folder / "disk"
    before = place.site("disk/output")
    (after,) = [site for site in wholes if site != before]
    change_footer(place)
    fill(disk, left)
    assert place.build("disk/output", place.cache) == 1
    assert apart(place.site("disk/output"), before) == set()
    (disk / "filler").unlink()
    assert place.build("disk/output", place.cache) == 0
    assert apart(place.site("disk/output"), after) == set()


def test_said(tmp_path):
    """In one line, without a traceback."""
    with small_disk(tmp_path) as disk:
        assert pelican(EXAMPLE, disk).returncode == 0
        fill(disk, 0)
        done = pelican(EXAMPLE, disk, site_url="http://example.org")
    assert (done.returncode, "The disk is full." in done.stdout + done.stderr) == (1, True)
    assert "Traceback" not in done.stdout + done.stderr
