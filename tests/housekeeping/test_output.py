"""The output folder is always a whole site: the build before, or this one; never a mixture, never leftovers."""

import os
import subprocess
import sys
import threading

import pytest

from plugins.housekeeping.output import Output


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "output"


@pytest.fixture
def ledger(tmp_path):
    return tmp_path / "cache" / "written.txt"


def built(folder, ledger, **files):
    """A build that wrote `files` (`__` for `/`, `_` for `.`) and was published; what it says is gone."""
    output = Output(folder)
    for name, text in files.items():
        output.write(name.replace("__", "/").replace("_", "."), text)
    return output.publish(ledger)


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_write(folder, ledger):
    """A file is written with the folders it needs."""
    built(folder, ledger, be__news__feed_xml="навіны")
    assert (folder / "be/news/feed.xml").read_text(encoding="utf-8") == "навіны"


def test_not_before_published(folder, ledger):
    """Until a build is published the folder is as it was."""
    built(folder, ledger, a_txt="old")
    Output(folder).write("a.txt", "new")
    assert (folder / "a.txt").read_text() == "old"


def test_unchanged(folder, ledger):
    """A file that holds the text already keeps its time."""
    built(folder, ledger, a_txt="a")
    before = (folder / "a.txt").stat().st_mtime_ns
    built(folder, ledger, a_txt="a")
    assert (folder / "a.txt").stat().st_mtime_ns == before


def test_written_twice(folder, ledger):
    """What is served is not touched even when a file is written twice in one build."""
    built(folder, ledger, a_txt="old")
    output = Output(folder)
    output.write("a.txt", "old")
    output.write("a.txt", "new")
    assert (folder / "a.txt").read_text() == "old"


def test_gone(folder, ledger):
    """What the build before wrote and this one did not is gone, and said to be."""
    built(folder, ledger, be__old__index_html="", be__index_html="")
    assert built(folder, ledger, be__index_html="") == ["be/old/index.html"]
    assert names(folder) == ["be/index.html"]


def test_foreign_files(folder, ledger):
    """What no build of ours wrote stays."""
    built(folder, ledger, be__index_html="")
    (folder / "CNAME").write_text("example.org", encoding="utf-8")
    built(folder, ledger, be__index_html="changed")
    assert (folder / "CNAME").read_text() == "example.org"


def test_nothing_left_beside(folder, ledger):
    """Beside the folder nothing is left of a build."""
    built(folder, ledger, a_txt="a")
    built(folder, ledger, a_txt="b")
    assert sorted(path.name for path in folder.parent.iterdir()) == ["cache", "output"]


def test_discard(folder):
    """Nor of one that was not published."""
    output = Output(folder)
    output.write("a.txt", "a")
    output.discard()
    assert list(folder.parent.iterdir()) == []


def test_killed(folder, ledger):
    """What a killed build left behind is removed by the next one; what a running one makes is not."""
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True
    )
    for process in (gone.stdout.strip(), str(os.getppid())):
        (folder.parent / f".output.{process}").mkdir()
    Output(folder).clear_leftovers()
    assert [path.name for path in folder.parent.iterdir()] == [f".output.{os.getppid()}"]


def test_never_missing(folder, ledger):
    """While builds follow each other, a reader always finds a whole page of one of them."""
    built(folder, ledger, a_txt="0" * 1000)
    seen, stop = [], threading.Event()

    def read():
        while not stop.is_set():
            seen.append((folder / "a.txt").read_text())

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 40):
        built(folder, ledger, a_txt=str(number % 10) * 1000)
    stop.set()
    reader.join()
    assert {len(set(text)) * len(text) for text in seen} == {1000}


@pytest.mark.parametrize("name", ["../outside.txt", "be/../../outside.txt"])
def test_outside(folder, ledger, name):
    """Nothing outside the folder is removed, whatever the ledger says."""
    folder.mkdir()
    (folder.parent / "outside.txt").write_text("", encoding="utf-8")
    ledger.parent.mkdir()
    ledger.write_text(f"{name}\n", encoding="utf-8")
    Output(folder).publish(ledger)
    assert (folder.parent / "outside.txt").exists()


@pytest.mark.parametrize("path", ["be/index.html", "be/../be/index.html"])
def test_remember(folder, path):
    """A file is remembered by its name in the folder, however Pelican says it."""
    output = Output(folder)
    output.remember(path)
    output.remember(output.staging / path)
    assert output.names == {"be/index.html"}


def test_remember_nothing_else(folder):
    """A file elsewhere does not belong to the build."""
    with pytest.raises(ValueError, match="is not in"):
        Output(folder).remember("../a.txt")
