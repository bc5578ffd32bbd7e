"""What was read before is found again, and never trusted when it is damaged."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.reading.store import Store, key


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "cache" / "documents.sqlite")


def test_again(store):
    """What was put is there."""
    store.put({b"a": "text"}, [])
    assert store.get([b"a", b"b"]) == {b"a": "text"}


def test_empty(store):
    """Without a file there is nothing, and no file is made."""
    assert (store.get([b"a"]), store.file.exists()) == ({}, False)


def test_damaged_entry(store):
    """A damaged entry is as good as none; the others stay."""
    store.put({b"a": "text", b"b": "other"}, [])
    with closing(sqlite3.connect(store.file)) as base, base:
        ((value,),) = base.execute("SELECT value FROM entries WHERE key = ?", (b"a",)).fetchall()
        base.execute("UPDATE entries SET value = ? WHERE key = ?", (value[:-1] + b"\x00", b"a"))
    assert store.get([b"a", b"b"]) == {b"b": "other"}


@pytest.mark.parametrize("rubbish", [b"", b"rubbish" * 1000, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_damaged_file(store, rubbish):
    """A damaged file is begun anew."""
    store.file.parent.mkdir()
    store.file.write_bytes(rubbish)
    assert store.get([b"a"]) == {}
    store.put({b"a": "text"}, [])
    assert store.get([b"a"]) in ({}, {b"a": "text"})
    store.put({b"a": "text"}, [])
    assert store.get([b"a"]) == {b"a": "text"}


def test_forgetting(store):
    """What no build needs any more is forgotten once it is most of the file."""
    store.put({bytes([number]): number for number in range(100)}, [])
    store.put({b"new": 1}, [b"\x01"])
    assert store.get([b"\x01", b"\x02", b"new"]) == {b"\x01": 1, b"new": 1}


@given(st.lists(st.binary(max_size=3), max_size=4), st.lists(st.binary(max_size=3), max_size=4))
def test_key(one, other):
    """Different parts give different keys, however they are cut."""
    assert (key(*one) == key(*other)) == (one == other)
