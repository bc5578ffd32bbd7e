"""What was read before is found again, and never trusted when it is damaged."""

import os
import random
import re
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.reading.store import Parts, Store, key

FILES = {"a.md": ("look", b"a"), "b.md": ("look", b"b")}
A, B = Parts(b"face a", b"text a"), Parts(b"face b", b"text b")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cache" / "documents.sqlite"


@pytest.fixture
def store(file):
    return Store(file)


def damage(file, table):
    with closing(sqlite3.connect(file)) as base, base:
        ((value,),) = base.execute(f"SELECT value FROM {table} WHERE key = ?", (b"a",)).fetchall()
        base.execute(f"UPDATE {table} SET value = ? WHERE key = ?", (value[:-1] + b"\x00", b"a"))


def test_again(store):
    """What was put is there, also for another build."""
    store.put({b"a": A}, {"a.md": ("look", b"a")})
    for one in (store, Store(store.file)):
        assert (one.faces([b"a", b"b"]), one.text(b"a"), one.text(b"b")) == (
            {b"a": b"face a"},
            b"text a",
            None,
        )
        assert one.files() == {"a.md": ("look", b"a")}


def test_empty(store):
    """Without a file there is nothing, and no file is made."""
    assert (store.faces([b"a"]), store.text(b"a"), store.files(), store.file.exists()) == (
        {},
        None,
        {},
        False,
    )


def test_damaged_face(store):
    """A damaged entry is as good as none; the others stay."""
    store.put({b"a": A, b"b": B}, FILES)
    damage(store.file, "faces")
    assert store.faces([b"a", b"b"]) == {b"b": b"face b"}


def test_damaged_text(store):
    """So is a damaged text."""
    store.put({b"a": A, b"b": B}, FILES)
    damage(store.file, "texts")
    assert (store.text(b"a"), store.text(b"b")) == (None, b"text b")


@pytest.mark.parametrize(
    "rubbish", [b"", b"rubbish" * 1000, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_damaged_file(file, rubbish):
    """A damaged file is begun anew."""
    file.parent.mkdir()
    file.write_bytes(rubbish)
    store = Store(file)
    assert store.faces([b"a"]) == {}
    store.put({b"a": A}, FILES)
    store.put({b"a": A}, FILES)
    assert Store(file).faces([b"a"]) == {b"a": b"face a"}


def test_forgetting(store):
    """What no file has any more is forgotten."""
    store.put(
        {bytes([n]): A for n in range(100)}, {f"{n}.md": ("", bytes([n])) for n in range(100)}
    )
    store.put({b"new": B}, {"one.md": ("", b"new"), "two.md": ("", b"\x01")})
    assert set(store.faces([b"\x01", b"\x02", b"new"])) == {b"\x01", b"new"}


def test_overwritten(store):
    """No byte of what was forgotten is left in the file, however large it was."""
    long = Parts(b"zyqvxj face" * 1000, b"zyqvxj text" * 1000)
    store.put({b"a": A, b"long": long}, FILES | {"zyqvxj.md": ("zyqvxj look", b"long")})
    assert b"zyqvxj" in store.file.read_bytes()
    store.put({}, FILES)
    assert b"zyqvxj" not in store.file.read_bytes()


def test_deleted_by_an_older_version(file):
    """A file that an older version wrote is cleaned of what that had only marked as deleted."""
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("PRAGMA secure_delete = OFF")
        base.execute("CREATE TABLE texts (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
        base.execute("INSERT INTO texts VALUES (?, ?)", (b"long", b"zyqvxj" * 1000))
        base.commit()
        base.execute("DELETE FROM texts")
    assert b"zyqvxj" in file.read_bytes()
    Store(file).files()
    Store(file).put({b"a": A}, FILES)
    assert b"zyqvxj" not in file.read_bytes()


def test_after_a_fork(store):
    """Another process reads the store through a connection of its own."""
    store.put({b"a": A}, FILES)
    process = os.fork()
    if process == 0:
        os._exit(0 if store.text(b"a") == b"text a" else 1)
    assert os.waitpid(process, 0)[1] == 0
    assert store.text(b"a") == b"text a"


@given(st.lists(st.binary(max_size=3), max_size=4), st.lists(st.binary(max_size=3), max_size=4))
def test_key(one, other):
    """Different parts give different keys, however they are cut."""
    assert (key(*one) == key(*other)) == (one == other)


@pytest.mark.parametrize("seed", range(8))
def test_nothing_of_it_is_left(file, store, seed):
    """However many documents come and go, no byte of one that is gone is in the file."""
    chance, known = random.Random(seed), {}
    for turn in range(12):
        for number in range(chance.randrange(1, 40)):
            known[f"{chance.randrange(60)}.md"] = f"word-{turn}-{number}-"
        known = {name: word for name, word in known.items() if chance.random() < 0.85}
        new = {
            key(word.encode()): Parts(
                (word * chance.randrange(1, 200)).encode(),
                (word * chance.randrange(1, 600)).encode(),
            )
            for word in known.values()
        }
        store.put(new, {name: (word, key(word.encode())) for name, word in known.items()})
        left = {found.decode() for found in re.findall(rb"word-\d+-\d+-", file.read_bytes())}
        assert left - set(known.values()) == set()
