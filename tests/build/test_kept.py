"""What one build works out for the next."""

import pytest

from plugins.build.kept import Known, forget, kept, recall, remember


@pytest.fixture
def file(tmp_path):
    """Where something is kept that was made by "code"."""
    place = tmp_path / "cache" / "file"
    remember(place, "code", {"a": 1})
    return place


def test_remembered(file):
    """What was remembered is recalled."""
    assert recall(file, "code") == {"a": 1}


def test_made_by_something_else(file):
    """What other code made is forgotten."""
    assert recall(file, "other code") is None


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:-1], lambda data: data[:-1] + b"x"]
)
def test_damaged(file, damage):
    """A damaged file is as good as none."""
    file.write_bytes(damage(file.read_bytes()))
    assert recall(file, "code") is None


def test_made_once(tmp_path):
    """What is kept is not made again."""
    made = iter([1, 2])
    assert [kept(tmp_path / "file", "code", lambda: next(made)) for _ in range(2)] == [1, 1]


def test_known_in_the_next_build(tmp_path):
    """An answer is asked for once, in all builds together."""
    asked = []
    for _ in range(2):
        known = Known(lambda word: asked.append(word) or word.upper(), tmp_path / "file", "code")
        assert [known("a"), known("a")] == ["A", "A"]
        known.keep()
    assert asked == ["a"]


def test_forget(tmp_path):
    """What has a word in it that nobody is to read is forgotten, and nothing else."""
    for name in ("zyqvxj", "other"):
        remember(tmp_path / f"{name}-kept.pickle", "made by", {"names": [f"press/{name}"]})
    forget(tmp_path, ["press/zyqvxj"])
    assert [file.name for file in tmp_path.iterdir()] == ["other-kept.pickle"]
