"""One odd file among keys or messages never stops the others, and is never sent."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pysequoia import Profile, Tsk

from contact.armor import is_sealed
from contact.deliver import Deliverer, sweep
from contact.health import spool_lines
from contact.key import SealError
from contact.keyring import read_ring
from contact.outgoing import Delivering
from contact.seal import Seal
from contact.seals import read_seals
from contact.spool import Spool, SpoolError, new_name
from contact.transport import mail
from tests.contact.conftest import SEALED, put
from tests.contact.keyring import examine

PLAIN = (
    b"-----BEGIN PGP MESSAGE-----\n\nSGVscCBtZSwgdGhpcyBpcyBwbGFpbg==\n-----END PGP MESSAGE-----\n"
)


class Sent:
    """A transport that notes what it is given."""

    def __init__(self):
        self.names = []

    def send(self, name, sealed, when):
        self.names.append(name)
        assert is_sealed(sealed)

    def close(self):
        pass


def odd(kind, path, elsewhere):
    """Puts something odd at `path`."""
    match kind:
        case "folder":
            path.mkdir()
        case "dangling link":
            path.symlink_to("nowhere")
        case "link to plain text":
            elsewhere.write_text("MARKER")
            path.symlink_to(elsewhere)
        case "link to a message":
            elsewhere.write_bytes(SEALED)
            path.symlink_to(elsewhere)
        case "pipe":
            os.mkfifo(path)
        case "plain text in armour":
            path.write_bytes(PLAIN)
        case "text after the message":
            path.write_bytes(SEALED + b"MARKER")
        case "half a message":
            path.write_bytes(SEALED[: len(SEALED) // 2])
        case "huge":
            path.write_bytes(SEALED + b"\n" * 2_000_000)
        case _:
            path.write_bytes(b"")


SPOOL_KINDS = (
    *(
        "folder",
        "dangling link",
        "link to plain text",
        "link to a message",
        "pipe",
        "plain text in armour",
    ),
    *("text after the message", "half a message", "huge", "empty"),
)


@pytest.mark.parametrize("kind", SPOOL_KINDS)
def test_odd_in_the_spool(spool, tmp_path, kind, capsys):
    """What is no message is set aside with a word to the journal;
    it is not sent, the others are."""
    odd(kind, spool.folder / "new" / new_name("press"), tmp_path / "elsewhere")
    name, sent = put(spool), Sent()
    deliverer = Deliverer(spool, sent)
    deliverer.deliver_pending()
    deliverer.deliver_pending()
    assert (sent.names, spool.waiting(), len(list((spool.folder / "aside").iterdir()))) == (
        [name],
        [],
        1,
    )
    assert capsys.readouterr().err.count("set aside") == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_anothers_file(spool):
    """A message that another user put there is not sent."""
    put(spool)
    os.chown(spool.waiting()[0], 12345, 12345)
    Deliverer(spool, sent := Sent()).deliver_pending()
    assert sent.names == []


def test_cannot_be_moved(spool, capsys, monkeypatch):
    """A file that could not be taken away after sending is not sent,
    however often a deliverer starts."""
    put(spool)
    other, sent = put(spool), Sent()
    first = spool.waiting()[0] if spool.waiting()[0].name != other else spool.waiting()[1]
    real = os.rename

    def refuse(self, target):
        if self.name == first.name:
            raise PermissionError(1, "Operation not permitted")
        real(self, target)
        return target

    monkeypatch.setattr(type(first), "rename", refuse)
    for _ in range(14):
        Deliverer(spool, sent).deliver_pending()
    assert sent.names == [other]
    assert "left alone" in capsys.readouterr().err


def test_cannot_be_taken_away(spool, capsys, monkeypatch):
    """A message that was sent and then cannot be moved is not sent again by this process, the
    others are sent, and the staff hear of it."""
    names, sent = {put(spool) for _ in range(3)}, Sent()
    monkeypatch.setattr(spool, "done", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
    deliverer = Deliverer(spool, sent)
    for _ in range(5):
        deliverer.deliver_pending()
    assert (len(sent.names), set(sent.names)) == (3, names)
    assert capsys.readouterr().err.count("cannot be taken away") == 3


@pytest.mark.parametrize("error", [ValueError("odd"), UnicodeError("odd"), MemoryError("odd")])
def test_trouble_nobody_thought_of(spool, error):
    """Whatever one message does to the program, the others go on, and it waits."""
    first = put(spool)
    os.utime(spool.waiting()[0], (1, 1))
    others = {put(spool) for _ in range(2)}

    class Odd(Sent):
        def send(self, name, sealed, when):
            if name == first:
                raise error
            super().send(name, sealed, when)

    Deliverer(spool, sent := Odd()).deliver_pending()
    assert (set(sent.names), [file.name for file in spool.waiting()]) == (others, [first])


@pytest.mark.parametrize("name", ["trouble", "delivered", "lock"])
@pytest.mark.parametrize("kind", ["pipe", "folder", "link to plain text"])
def test_odd_in_place_of_a_note(spool, tmp_path, name, kind):
    """Whatever lies where the deliverer leaves word: it goes on, health ends, no other file is
    written to."""
    odd(kind, spool.folder / name, tmp_path / "elsewhere")
    sent = Sent()
    put(spool)
    Deliverer(spool, sent).deliver_pending()
    Deliverer(spool, sent).mark("trouble", "x")
    assert len(sent.names) == 1
    assert {line.check for line in spool_lines(spool.folder, time.time())} == {"disk", "queue"}
    assert kind != "link to plain text" or (tmp_path / "elsewhere").read_text() == "MARKER"


@pytest.mark.parametrize("place", ["tmp", "sent"])
def test_sweep_follows_no_link(spool, tmp_path, monkeypatch, place):
    """What is swept away is only what lies in the spool, never what a link leads to."""
    odd("link to plain text", spool.folder / place / "link", tmp_path / "elsewhere")
    later = time.time() + 2 * 24 * 3600
    monkeypatch.setattr("contact.deliver.time.time", lambda: later)
    sweep(spool)
    assert (tmp_path / "elsewhere").read_text() == "MARKER"


@pytest.mark.parametrize("name", ["😀" * 63, "ы" * 127, "x" * 255, "a\nb", "\udcff" * 200])
def test_odd_names(spool, name):
    """A file of any name at all is set aside."""
    (spool.folder / "new" / name).write_bytes(SEALED)
    Deliverer(spool, sent := Sent()).deliver_pending()
    assert (sent.names, spool.waiting(), len(list((spool.folder / "aside").iterdir()))) == (
        [],
        [],
        1,
    )


@pytest.mark.parametrize("when", [-1.0, 1e11, 1e18])
def test_date_of_a_mail(when):
    """Whatever a clock said, a mail has a date."""
    settings = Delivering("", Path(), "a@example.org", {"press": "b@example.org"})
    assert b"\r\nDate: " in mail("0" * 32 + ".press", SEALED.decode(), when, settings)


def test_sent_once(spool):
    """A message whose name was sent is not sent again, even when its file is there again."""
    name, sent = put(spool), Sent()
    Deliverer(spool, sent).deliver_pending()
    assert not spool.put(name, SEALED)
    (spool.folder / "new" / name).write_bytes(SEALED)
    Deliverer(spool, sent).deliver_pending()
    assert sent.names == [name]


def test_killed_while_sending(spool):
    """What a killed deliverer was sending waits again after the next start."""
    name = put(spool)
    spool.claim(spool.waiting()[0])
    assert spool.waiting() == []
    spool.unclaim()
    assert [file.name for file in spool.waiting()] == [name]


@pytest.mark.parametrize("ahead", [-40 * 365 * 86400, -3600, 3600, 400 * 86400])
def test_clock(spool, ahead):
    """A message is sent whatever the clock said when it was written."""
    name = put(spool)
    file = spool.waiting()[0]
    when = file.stat().st_mtime + ahead
    os.utime(file, (when, when))
    Deliverer(spool, sent := Sent()).deliver_pending()
    assert sent.names == [name]


@pytest.mark.parametrize("place", ["spool", "spool/new", "spool/tmp"])
def test_no_folder(tmp_path, place):
    """A spool that is no folder is said in words."""
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text("x")
    with pytest.raises(SpoolError, match="chown"):
        Spool(tmp_path / "spool")


def test_foreign_folder(tmp_path):
    """A folder of other things is not made a spool of, and its permissions stay as they are."""
    (tmp_path / "home").mkdir(mode=0o755)
    (tmp_path / "home" / "letters").touch()
    with pytest.raises(SpoolError, match="other things"):
        Spool(tmp_path / "home")
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o755
    assert [file.name for file in (tmp_path / "home").iterdir()] == ["letters"]


def test_private(tmp_path):
    """Nobody else may look into a spool, whoever made its folder."""
    (tmp_path / "spool").mkdir(mode=0o755)
    spool = Spool(tmp_path / "spool")
    assert {path.stat().st_mode & 0o777 for path in (spool.folder, *spool.folder.iterdir())} == {
        0o700
    }


def test_lock_of_another(spool, tmp_path):
    """A lock that cannot be opened is said in words, never as a traceback."""
    (spool.folder / "lock").symlink_to(tmp_path / "elsewhere")
    environ = {
        "PATH": os.environ["PATH"], "CONTACT_SPOOL": str(spool.folder), "CONTACT_DELIVER": f"maildir:{tmp_path}/mail",
        "CONTACT_FROM": "a@example.org", "CONTACT_TO_COUNSELLING": "b@example.org", "CONTACT_TO_PRESS": "c@example.org",
    }  # fmt: skip
    command = [sys.executable, "-m", "contact", "deliver", "--once"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, "Remove it" in done.stderr, "Traceback" in done.stderr) == (
        1,
        True,
        False,
    )


@given(st.binary(max_size=400))
def test_sealed_or_not(data):
    """No bytes at all make the last look fail, and none that are not a message pass it."""
    assert not is_sealed(data.decode("latin-1"))


@given(st.integers(0, len(SEALED) - 40), st.binary(max_size=30))
def test_nothing_added(at, added):
    """Nothing readable can be hidden in or around a message."""
    text = SEALED[:at] + added + SEALED[at:]
    if b" " in added and is_sealed(text.decode("latin-1")):
        assert b"\n\n" not in text[:at] or not added.strip()


def certificate(name="A <a@example.org>"):
    return bytes(Tsk.generate(user_id=name, profile=Profile.RFC4880).extract_certificate())


def test_damaged_keys():
    """A key with a few wrong bytes is used or refused in a sentence, never with another error."""
    chance, key = random.Random(7), certificate()
    for _ in range(300):
        data = bytearray(key)
        for _ in range(chance.choice((1, 2, 5))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            Seal([examine("a.asc", bytes(data))], readable=False)
        except SealError as error:
            assert "\n" not in str(error)


@given(st.binary(max_size=200))
def test_any_bytes(data):
    """Whatever bytes a key file holds, they are a key or a sentence."""
    try:
        examine("a.asc", data)
    except SealError as error:
        assert str(error).endswith(".")


KEY_KINDS = ("folder", "dangling link", "pipe", "half a message", "huge", "empty")


@pytest.mark.parametrize("kind", KEY_KINDS)
def test_odd_among_keys(tmp_path, kind):
    """Whatever lies among the keys is a line; the good keys are used."""
    for form in ("counselling", "press", "recovery"):
        (tmp_path / "keys" / form).mkdir(parents=True)
        (tmp_path / "keys" / form / "good.asc").write_bytes(certificate())
        odd(kind, tmp_path / "keys" / form / "a-odd.asc", tmp_path / "elsewhere")
    seals, lines = read_seals(tmp_path / "keys", readable=False)
    assert (set(seals), len(lines)) == ({"counselling", "press"}, 3)
    assert all(line.alarm for line in lines)


def test_hidden_files(tmp_path):
    """What an editor or a system leaves behind is no key and no alarm."""
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / ".DS_Store").write_bytes(b"x")
    assert read_ring(tmp_path, ("press",)).refused == []


def test_user_id_is_one_line(tmp_path):
    """A user id cannot look like a line of health."""
    owner = examine("a", certificate("Eve\nok     0 waiting\u202e")).owner
    assert owner == "Eve ok 0 waiting"
