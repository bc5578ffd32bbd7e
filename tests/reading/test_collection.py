"""All files of a folder as documents: the same whether they were read before or not, on one core or on two."""

from dataclasses import replace

import pytest

from plugins.reading.collection import Collection
from plugins.reading.store import Store
from tests.conftest import EXAMPLE

FILES = sorted(path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.glob("[a-z][a-z]/**/*.md"))


@pytest.fixture
def collection(tmp_path, converter):
    return Collection(EXAMPLE, converter, Store(tmp_path / "documents.sqlite"), 1)


def test_read_before(collection):
    """Documents from the store are those that were put there."""
    assert collection.documents(FILES) == collection.documents(FILES)


def test_two_cores(collection, tmp_path):
    """Two cores read what one reads."""
    other = replace(collection, store=Store(tmp_path / "other.sqlite"), cores=2)
    assert other.documents(FILES) == collection.documents(FILES)


def test_read_once(collection, monkeypatch):
    """A file that has not changed is not read again."""
    collection.documents(FILES)
    monkeypatch.setattr("plugins.reading.collection.read_document", None)
    assert set(collection.documents(FILES)) == set(FILES)


def test_changed_file(collection, tmp_path):
    """A file that has changed is."""
    folder = tmp_path / "content"
    file = folder / "be" / "about.md"
    file.parent.mkdir(parents=True)
    here = replace(collection, folder=folder)
    file.write_text("Title: One\n\nText", encoding="utf-8")
    here.documents(["be/about.md"])
    file.write_text("Title: Two\n\nText", encoding="utf-8")
    assert here.documents(["be/about.md"])["be/about.md"].title == "Two"


def test_not_text(collection, tmp_path):
    """A file that is no text says so, on its first line."""
    (tmp_path / "be").mkdir()
    (tmp_path / "be" / "about.md").write_bytes(b"Title: \xff")
    page = replace(collection, folder=tmp_path).documents(["be/about.md"])["be/about.md"]
    assert [problem.line for problem in page.problems] == [1]
