"""The endpoint on a developer's machine."""

from pathlib import Path

import pytest
from pysequoia import Tsk

from plugins.preview.endpoint import SECRET, ForeignKeyError, deliver, endpoint, inbox
from tests.contact.conftest import send


def test_round_trip(tmp_path, page_folder):
    """What is written in a form is in the inbox, and everything on disk between is sealed."""
    app = endpoint(tmp_path, page_folder)
    assert send(app, message="MARKER Прывітанне").status == 303
    deliver(tmp_path)
    (mail,) = inbox(tmp_path)
    assert "message: > MARKER Прывітанне" in mail
    assert not [
        file for file in tmp_path.rglob("*") if file.is_file() and b"MARKER" in file.read_bytes()
    ]


def test_same_keys(tmp_path, page_folder):
    """Keys are made once: what was sealed before can be opened after a new start."""
    send(endpoint(tmp_path, page_folder), message="one")
    send(endpoint(tmp_path, page_folder), message="two")
    deliver(tmp_path)
    assert [mail.split("message: > ")[1] for mail in inbox(tmp_path)] in (
        ["one", "two"],
        ["two", "one"],
    )


def test_foreign_key(tmp_path, page_folder):
    """A key that was not made here is not touched, by the endpoint or the inbox."""
    (tmp_path / SECRET).write_bytes(bytes(Tsk.generate(user_id="Counsellor <c@example.org>")))
    with pytest.raises(ForeignKeyError):
        endpoint(tmp_path, page_folder)
    with pytest.raises(ForeignKeyError):
        list(inbox(tmp_path))


def test_foreign_mail(tmp_path, page_folder, own_seal):
    """Mail that was sealed to another key stays closed."""
    app = endpoint(tmp_path, page_folder)
    app.seals["counselling"] = own_seal
    send(app, message="MARKER")
    deliver(tmp_path)
    (mail,) = inbox(tmp_path)
    assert "does not open it" in mail
    assert "MARKER" not in mail


def test_nothing_yet(tmp_path):
    """An inbox that never was is empty."""
    assert list(inbox(tmp_path)) == []


def test_no_forms(tmp_path):
    """A site without forms has no endpoint."""
    assert endpoint(tmp_path, tmp_path) is None


def test_a_folder_named_from_here(tmp_path, monkeypatch):
    """The folder may be named from where the program stands, as `make serve` does."""
    monkeypatch.chdir(tmp_path)
    deliver(Path("var/contact"))
    assert (tmp_path / "var" / "contact" / "spool" / "new").is_dir()
