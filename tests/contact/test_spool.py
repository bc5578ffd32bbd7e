"""What is in the spool is whole, and survives."""

import errno
import os

import pytest

from contact.outbox import Outbox
from contact.spool import Unsure, form_of
from tests.contact.conftest import SEALED, put, send


def files(spool):
    return [file for file in spool.folder.rglob("*") if file.is_file()]


def test_put(spool):
    """A message is one file, readable by its owner alone, named after when and how it came."""
    name = put(spool, "press", b"sealed")
    (file,) = files(spool)
    assert (file.parent.name, file.name, file.read_bytes(), file.stat().st_mode & 0o777) == (
        "new",
        name,
        b"sealed",
        0o600,
    )
    assert form_of(name) == "press"


def test_order(spool, monkeypatch):
    """Write, sync the file, rename, sync the folder: in this order, and only then the name."""
    done = []
    for name in ("write", "fsync", "rename"):
        real = getattr(os, name)
        monkeypatch.setattr(
            os, name, lambda *args, name=name, real=real: (done.append(name), real(*args))[1]
        )
    put(spool, "press", b"sealed")
    assert done == ["write", "fsync", "rename", "fsync"]


def test_short_writes(spool, monkeypatch):
    """A system that writes a few bytes at a time still keeps the whole."""
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:3]))
    put(spool, "press", b"a whole message")
    assert files(spool)[0].read_bytes() == b"a whole message"


@pytest.mark.parametrize("broken", ["write", "fsync", "second fsync"])
def test_full(spool, monkeypatch, broken):
    """When the disk is full at any moment, nothing is left and the caller knows."""
    real, count = os.fsync, iter(range(10))

    def fail(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    def second(descriptor):
        return fail() if next(count) else real(descriptor)

    monkeypatch.setattr(os, broken.split()[-1], second if broken.startswith("second") else fail)
    with pytest.raises(OSError):
        put(spool, "press", b"sealed")
    assert files(spool) == []


def test_taken_meanwhile(spool, monkeypatch):
    """When the disk fails after the deliverer has taken the message, nobody is told that it was not
    kept."""

    def fail(folder):
        spool.claim(spool.waiting()[0])
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr("contact.spool.sync_folder", fail)
    with pytest.raises(Unsure):
        put(spool)


def test_known_and_not_synced(spool, monkeypatch):
    """Nor when it was kept before and the disk fails at the second try."""
    name = put(spool)
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "broken")))
    with pytest.raises(Unsure):
        spool.put(name, SEALED)


def test_held(spool):
    """What is held is not lost, and can be released."""
    name = put(spool, "press", b"sealed")
    spool.hold(spool.waiting()[0])
    assert (spool.waiting(), [file.name for file in spool.held()]) == ([], [name])
    assert (spool.release(), [file.name for file in spool.waiting()]) == (1, [name])


@pytest.fixture
def small(tmp_path):
    """A disk of 64 KB."""
    place = tmp_path / "small"
    place.mkdir()
    if os.geteuid() != 0 or os.system(f"mount -t tmpfs -o size=64k tmpfs {place} 2>/dev/null"):
        pytest.skip("a small disk can be mounted by root only")
    yield place
    os.system(f"umount {place}")


def test_small_disk(small):
    """On a disk that is really full nothing truncated stays."""
    spool = Outbox(small / "spool")
    with pytest.raises(OSError):
        for _ in range(20):
            put(spool, "press", b"x" * 12_000)
    assert {file.stat().st_size for file in files(spool)} == {12_000}


def test_small_disk_behind_a_form(small, app, opened):
    """A visitor whose message does not fit on the disk gets the text back;
    those thanked are whole."""
    spool = Outbox(small / "spool")
    app.store = spool
    answers = [send(app, message=f"number {number}") for number in range(10)]
    thanked = [number for number, answer in enumerate(answers) if answer.status == 303]
    others = [answer for answer in answers if answer.status != 303]
    assert {(answer.status, answer.kind, answer.value("message")[:7]) for answer in others} == {
        (503, "unavailable", "number ")
    }
    assert (
        sorted(int(opened(file.read_bytes()).split("number ")[1]) for file in files(spool))
        == thanked
    )
