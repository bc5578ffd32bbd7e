"""All files of a folder as documents: the same whether they were read before or not,
on one core or on two."""

import shutil
import time
from dataclasses import fields, replace

import pytest

from plugins.build.file_stat import scan
from plugins.model.document import Document
from plugins.reading.collection import Collection
from plugins.reading.remembered import StoredText
from plugins.reading.store import Store
from tests.conftest import EXAMPLE

FILES = sorted(path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.glob("[a-z][a-z]/**/*.md"))


@pytest.fixture
def collection(tmp_path, converter):
    return Collection(EXAMPLE, converter, Store(tmp_path / "documents.sqlite"), 1)


def read(collection, files=FILES):
    """What is found in `files` as they look now, and is remembered."""
    found = collection.documents(files, scan(collection.folder, time.time_ns()))
    found.remember()
    return found


def values(documents):
    """Documents by file, as their attributes say."""
    names = ["content", *(field.name for field in fields(Document) if field.name != "text")]
    return {file: {name: getattr(one, name) for name in names} for file, one in documents.items()}


def test_read_before(collection):
    """Documents from the store are those that were put there, their texts too."""
    fresh, known = read(collection).fresh, read(collection).known
    assert (values(fresh), {type(one.text) for one in known.values()}) == (
        values(known),
        {StoredText},
    )


def test_two_cores(collection, tmp_path):
    """Two cores read what one reads."""
    other = replace(collection, store=Store(tmp_path / "other.sqlite"), cores=2)
    assert values(read(other).fresh) == values(read(collection).fresh)


def test_read_once(collection, monkeypatch):
    """A file that has not changed is not read again."""
    read(collection)
    monkeypatch.setattr("plugins.reading.collection.read_document", None)
    assert set(read(collection).known) == set(FILES)


@pytest.fixture
def here(collection, tmp_path):
    """A collection of one file."""
    folder = tmp_path / "content"
    (folder / "be").mkdir(parents=True)
    (folder / "be" / "about.md").write_text("Title: One\n\nText", encoding="utf-8")
    here = replace(collection, folder=folder)
    read(here, ["be/about.md"])
    return here


def test_changed_at_once(here):
    """A file that was changed an instant after it was read is read again,
    though it is as long as it was."""
    (here.folder / "be" / "about.md").write_text("Title: Two\n\nText", encoding="utf-8")
    assert read(here, ["be/about.md"]).fresh["be/about.md"].title == "Two"


def test_copied(here, tmp_path):
    """A copy with other times is known by what it holds."""
    copy = replace(here, folder=shutil.copytree(here.folder, tmp_path / "copy"))
    assert set(read(copy, ["be/about.md"]).known) == {"be/about.md"}


def test_lost_text(here, tmp_path):
    """A text that the store has lost is read again from its file."""
    known = read(here, ["be/about.md"]).known["be/about.md"]
    (tmp_path / "documents.sqlite").unlink()
    fetch = replace(here, store=Store(tmp_path / "documents.sqlite")).text
    known = replace(known, text=replace(known.text, fetch=fetch))
    assert known.content == "<p>Text</p>"


@pytest.mark.parametrize(
    ("source", "same"),
    [
        ("Title: One\n\nOther", True),
        ("Title: One\n\n## Heading\n\nText", True),
        ("Title: Two\n\nText", False),
    ],
)
def test_face(here, source, same):
    """What other pages can show of a document is the same as long as only its text has changed."""
    before = read(here, ["be/about.md"]).known["be/about.md"]
    (here.folder / "be" / "about.md").write_text(source, encoding="utf-8")
    after = read(here, ["be/about.md"]).fresh["be/about.md"]
    assert (
        before.interface_digest == after.interface_digest,
        before.content_digest == after.content_digest,
    ) == (same, False)


def test_not_text(collection, tmp_path):
    """A file that is no text says so, on its first line."""
    (tmp_path / "be").mkdir()
    (tmp_path / "be" / "about.md").write_bytes(b"Title: \xff")
    page = read(replace(collection, folder=tmp_path), ["be/about.md"]).fresh["be/about.md"]
    assert [problem.line for problem in page.problems] == [1]
