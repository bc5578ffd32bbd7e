"""Pictures are looked at and made once."""

from time import time_ns

import pytest

from plugins.build.cache import Cache
from plugins.build.file_stat import scan
from plugins.images import develop
from plugins.images.album import Album
from plugins.images.picture import Flaw
from tests.images.photos import photo


@pytest.fixture
def album(tmp_path):
    """Two pictures, one of them damaged, that were there long before."""
    folder = tmp_path / "content"
    (folder / "media").mkdir(parents=True)
    (folder / "media" / "a.jpg").write_bytes(photo(700, 300))
    (folder / "media" / "b.jpg").write_bytes(photo()[:300])
    return Album(folder, Cache(tmp_path / "memory"), scan(folder, time_ns() + 10**9), cores=1)


def test_known(album):
    """What is known of a picture is its size as it is seen."""
    assert (album.look(["media/a.jpg"])["media/a.jpg"].width) == 700


def test_flaw(album):
    """A damaged picture is a flaw with words, beside the others."""
    found = album.look(["media/a.jpg", "media/b.jpg"])
    assert isinstance(found["media/b.jpg"], Flaw)
    assert not isinstance(found["media/a.jpg"], Flaw)


def test_looked_at_once(album, monkeypatch):
    """A picture that has not changed is not opened again."""
    before = album.look(["media/a.jpg"])
    monkeypatch.setattr(develop, "developed", None)
    assert album.look(["media/a.jpg"]) == before


def test_made_once(album, monkeypatch):
    """A size that was made is not made again, even when the output folder is gone."""
    picture = album.look(["media/a.jpg"])["media/a.jpg"]
    made = album.made(picture, 320, "webp")
    monkeypatch.setattr(develop, "encoded", None)
    assert album.made(picture, 320, "webp") == made


def test_another_picture(album):
    """A file that holds another picture is another picture, under another name."""
    before = album.look(["media/a.jpg"])["media/a.jpg"]
    (album.folder / "media" / "a.jpg").write_bytes(photo(700, 310))
    after = Album(album.folder, album.cache, {}, 1).look(["media/a.jpg"])["media/a.jpg"]
    assert before.file(320, "jpg") != after.file(320, "jpg")


def test_damaged_memory(album):
    """A note that is damaged is as good as none."""
    before = album.look(["media/a.jpg"])
    for note in album.cache.folder.iterdir():
        note.write_bytes(b"{")
    assert album.look(["media/a.jpg"]) == before
