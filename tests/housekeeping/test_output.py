"""The output folder holds what the last build wrote, and nothing it left behind."""

import pytest

from plugins.housekeeping.output import Output


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "output"


@pytest.fixture
def ledger(tmp_path):
    return tmp_path / "cache" / "written.txt"


def test_write(folder):
    """A file is written with the folders it needs."""
    Output(folder).write("be/news/feed.xml", "навіны")
    assert (folder / "be/news/feed.xml").read_text(encoding="utf-8") == "навіны"


def test_unchanged(folder):
    """A file that holds the text already keeps its time."""
    Output(folder).write("a.txt", "a")
    before = (folder / "a.txt").stat().st_mtime_ns
    Output(folder).write("a.txt", "a")
    assert (folder / "a.txt").stat().st_mtime_ns == before


def test_sweep(folder, ledger):
    """What the build before wrote and this one did not is removed, with folders that are now empty."""
    first = Output(folder)
    first.write("be/old/index.html", "")
    first.write("be/index.html", "")
    first.sweep(ledger)
    second = Output(folder)
    second.write("be/index.html", "")
    assert second.sweep(ledger) == ["be/old/index.html"]
    assert sorted(path.name for path in folder.rglob("*")) == ["be", "index.html"]


def test_foreign_files(folder, ledger):
    """What no build of ours wrote stays."""
    Output(folder).write("be/index.html", "")
    (folder / "CNAME").write_text("example.org", encoding="utf-8")
    Output(folder).sweep(ledger)
    assert (folder / "CNAME").exists()


def test_first_build(folder, ledger):
    """The first build removes nothing."""
    output = Output(folder)
    output.write("a.txt", "a")
    assert output.sweep(ledger) == []


def test_lost_file(folder, ledger):
    """A file that somebody removed by hand does not matter."""
    output = Output(folder)
    output.write("a.txt", "a")
    output.sweep(ledger)
    (folder / "a.txt").unlink()
    assert Output(folder).sweep(ledger) == ["a.txt"]


@pytest.mark.parametrize("name", ["../outside.txt", "be/../../outside.txt"])
def test_outside(folder, ledger, name):
    """Nothing outside the folder is removed, whatever the ledger says."""
    folder.mkdir()
    (folder.parent / "outside.txt").write_text("", encoding="utf-8")
    ledger.parent.mkdir()
    ledger.write_text(f"{name}\n", encoding="utf-8")
    Output(folder).sweep(ledger)
    assert (folder.parent / "outside.txt").exists()


@pytest.mark.parametrize("path", ["be/index.html", "be/../be/index.html"])
def test_remember(folder, path):
    """A file is remembered by its name in the folder, however Pelican says it."""
    output = Output(folder)
    output.remember(path)
    output.remember(folder / path)
    assert output.names == {"be/index.html"}
