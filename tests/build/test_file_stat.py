"""What files look like from outside tells whether they have changed."""

import os
import time

import pytest

from plugins.build.file_stat import FRESH, is_unchanged, scan

LATER = 10 * FRESH


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "folder" / "a.md"
    path.parent.mkdir()
    path.write_text("one")
    return path


def seen(path, later=0):
    return scan(path.parents[1], time.time_ns() + later)["folder/a.md"]


def test_names(file):
    """Files are named from the folder that was looked at."""
    assert set(scan(file.parents[1], time.time_ns())) == {"folder/a.md"}


def test_no_folder(tmp_path):
    """Where there is no folder there is no file."""
    assert scan(tmp_path / "none", time.time_ns()) == {}


def test_unchanged(file):
    """A file nobody touched is unchanged."""
    assert is_unchanged(seen(file, LATER), seen(file, LATER), file)


def test_changed_at_once(file):
    """A change of an instant later is noticed even when size, times and place are as before."""
    before = seen(file)
    times = file.stat()
    file.write_text("two")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert not is_unchanged(before, before._replace(digest=""), file)


def test_digest_only_when_fresh(file):
    """The content is noted only of files that were just changed."""
    assert (bool(seen(file).digest), bool(seen(file, LATER).digest)) == (True, False)


@pytest.mark.parametrize(
    "change", [lambda path: path.write_text("longer"), lambda path: os.utime(path, ns=(1, 1))]
)
def test_changed(file, change):
    """Another size or time is a change."""
    before = seen(file, LATER)
    change(file)
    assert not is_unchanged(before, seen(file, LATER), file)


def test_new_and_gone(file):
    """A file that was not there or is no longer there has changed."""
    assert not is_unchanged(None, seen(file), file)
    assert not is_unchanged(seen(file), None, file)


def test_dangling_link(file):
    """A link that leads nowhere is no file."""
    (file.parent / "b.md").symlink_to("nowhere")
    assert set(scan(file.parents[1], time.time_ns())) == {"folder/a.md"}
