"""Texts lie compressed beside themselves, for web servers."""

import gzip
import os

import brotli
import pytest

from plugins.features.hosting.compressed import compress

TEXT = "Тэкст " * 500


@pytest.fixture
def folder(tmp_path):
    """A folder with a page, a picture, a short text and a page of the endpoint."""
    (tmp_path / "contact").mkdir()
    for name in ("page.html", "contact/again.html"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "short.txt").write_text("short")
    (tmp_path / "picture.jpg").write_bytes(b"x" * 5000)
    return tmp_path


def names(folder):
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.*"))


def test_beside(folder):
    """A text lies there in both ways; pictures, short texts and pages with places to fill do not."""
    compress(folder, 1)
    assert names(folder) == [
        "contact/again.html",
        "page.html",
        "page.html.br",
        "page.html.gz",
        "picture.jpg",
        "short.txt",
    ]


def test_same_text(folder):
    """Both hold the text."""
    compress(folder, 1)
    unpacked = [
        gzip.decompress((folder / "page.html.gz").read_bytes()),
        brotli.decompress((folder / "page.html.br").read_bytes()),
    ]
    assert unpacked == [TEXT.encode()] * 2


def test_only_what_changed(folder):
    """What was made from the same text is not made again; what is older than its text is."""
    compress(folder, 1)
    before = (folder / "page.html.gz").stat().st_ino
    compress(folder, 1)
    kept = (folder / "page.html.gz").stat().st_ino
    (folder / "page.html").write_text(TEXT * 2)
    os.utime(folder / "page.html", (2**31, 2**31))
    compress(folder, 1)
    assert before == kept
    assert gzip.decompress((folder / "page.html.gz").read_bytes()) == (TEXT * 2).encode()


def test_same_bytes(folder, tmp_path_factory):
    """The same text gives the same bytes."""
    compress(folder, 1)
    other = tmp_path_factory.mktemp("other")
    (other / "page.html").write_text(TEXT)
    compress(other, 1)
    assert (other / "page.html.gz").read_bytes() == (folder / "page.html.gz").read_bytes()


def test_begun(folder):
    """What was being written when a machine went down is no longer there the next time: its text
    may have been withdrawn since."""
    for ending in (".gz", ".br"):
        (folder / "contact" / f".again.html{ending}").write_bytes(b"withdrawn")
    compress(folder)
    assert [name for name in names(folder) if "/." in name] == []
