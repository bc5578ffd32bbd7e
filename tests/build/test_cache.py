"""What one build works out for the next."""

import pytest

from plugins.build.cache import Cache


@pytest.fixture
def cache(tmp_path):
    """A cache with something that was made by "code"."""
    found = Cache(tmp_path / "cache")
    found.put("name", "code", {"a": 1})
    return found


def test_kept(cache):
    """What was put there is got."""
    assert cache.get("name", "code") == {"a": 1}


def test_made_by_something_else(cache):
    """What other code made is not got, unless somebody asks for the last value there was."""
    assert (cache.get("name", "other code"), cache.last("name")) == (None, {"a": 1})


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:-1], lambda data: data[:-1] + b"x"]
)
def test_damaged(cache, damage):
    """A damaged file is as good as none."""
    (file,) = cache.folder.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert cache.get("name", "code") is None


def test_computed_once(cache):
    """What is kept is not computed again."""
    made = iter([1, 2])
    said = [cache.get_or_compute("once", "code", lambda: next(made)) for _ in range(2)]
    assert said == [1, 1]


def test_room(cache):
    """Values of one kind have a room of their own."""
    cache.room("pictures").put("name", "code", b"picture")
    assert (cache.names(), cache.get("name", "code")) == (["name"], {"a": 1})


def test_forget(cache):
    """What is forgotten is not there."""
    cache.forget("name")
    assert (cache.names(), cache.last("name")) == ([], None)


def test_forget_others(cache):
    """Only what is named stays; what a build that was killed has left goes too."""
    cache.put("other", "code", 1)
    (cache.folder / "name.4711").write_bytes(b"half")
    cache.forget_others({"name"})
    assert [file.name for file in cache.folder.iterdir()] == ["name.pickle"]


def test_forget_words(cache):
    """What has a word in it that nobody is to read is forgotten, and nothing else."""
    for name in ("zyqvxj", "other"):
        cache.put(f"{name}-kept", "made by", {"names": [f"press/{name}"]})
    cache.forget_words(["press/zyqvxj"])
    assert cache.names() == ["name", "other-kept"]
