"""Delivery: at least once, whatever the mail server does."""

import os
import time
from email import message_from_bytes, policy

import pytest

from contact import deliver as module
from contact.deliver import Deliverer, alone, at_most, deliver, sweep, wait
from contact.health import spool_lines
from contact.outgoing import Delivering, Smtp
from contact.transport import Later, LoginRefused, Refused, Unreachable, mail, open_transport
from tests.contact.conftest import SEALED, put
from tests.contact.mailserver import AUTHORITY, FAULTS, STRANGER, Handler, mail_server

TO = {"counselling": "help@example.org", "press": "press@example.org"}
NAME = "00112233445566778899aabbccddeeff.press"
THEN = 1_800_000_000.0


@pytest.fixture
def authority(tmp_path):
    """A file with the certificate of the mail server's authority."""
    AUTHORITY.cert_pem.write_to_path(tmp_path / "ca.pem")
    return str(tmp_path / "ca.pem")


@pytest.fixture
def settings(spool, authority):
    """Settings for a server at a port, STARTTLS unless said otherwise."""

    def make(port, **more):
        to = Smtp(
            "127.0.0.1", port, **{"tls": False, "authority": authority, "patience": 1.0} | more
        )
        return Delivering(str(spool.folder), to, "form@example.org", TO)

    return make


def rounds(settings, spool, count=20):
    """Looks into the spool again and again, as fast as the backoff of tests allows."""
    deliverer = Deliverer(spool, open_transport(settings), 0.01)
    deliverer._seconds = 5.0
    for _ in range(count):
        deliverer.deliver_pending()
        deliverer.transport.close()
        if not list(spool.waiting()):
            return
        time.sleep(0.06)


def test_mail():
    """The mail is PGP/MIME with nothing of the message outside, and the same on each try."""
    settings = Delivering("", Smtp("", 0, True), "form@example.org", TO)
    text = mail(NAME, SEALED.decode(), THEN, settings)
    assert text == mail(NAME, SEALED.decode(), THEN, settings)
    parsed = message_from_bytes(text, policy=policy.default)
    assert (parsed["To"], parsed["Subject"], parsed["Message-ID"]) == (
        "press@example.org", "...", "<00112233445566778899aabbccddeeff-press@example.org>",
    )  # fmt: skip
    assert [part.get_content_type() for part in parsed.walk()] == [
        "multipart/encrypted", "application/pgp-encrypted", "application/octet-stream",
    ]  # fmt: skip
    assert parsed.defects == []


@pytest.mark.parametrize("tls", [False, True])
def test_sent(settings, spool, tls):
    """A message goes out over STARTTLS or TLS, and leaves the spool."""
    handler = Handler()
    put(spool, "press")
    with mail_server(handler, tls=tls) as port:
        rounds(settings(port, tls=tls), spool)
    assert (len(handler.mails), list(spool.waiting())) == (1, [])


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault != "550"])
def test_fault(settings, spool, fault):
    """After any fault that may pass the message arrives, under the same Message-ID."""
    handler = Handler([fault])
    put(spool, "counselling")
    with mail_server(handler) as port:
        rounds(settings(port), spool)
    assert (len(handler.mails), list(spool.waiting()), handler.faults) == (1, [], [])


def test_refused_for_good(settings, spool):
    """A message that is refused for good is held with an alarm, and blocks no other."""
    handler = Handler(["550"])
    for _ in range(3):
        put(spool, "press")
    with mail_server(handler) as port:
        rounds(settings(port), spool)
        assert (len(handler.mails), len(list(spool.held()))) == (2, 1)
        assert [
            line.alarm
            for line in spool_lines(spool.folder, time.time())
            if "1 refused" in line.text
        ] == [True]
        spool.release()
        rounds(settings(port), spool)
    assert len(handler.mails) == 3


def test_other_authority(settings, spool, tmp_path):
    """A server that cannot prove who it is gets nothing."""
    STRANGER.cert_pem.write_to_path(tmp_path / "stranger.pem")
    put(spool, "press")
    for tls in (False, True):
        with mail_server(handler := Handler(), tls=tls) as port, pytest.raises(Unreachable):
            open_transport(settings(port, tls=tls, authority=str(tmp_path / "stranger.pem"))).send(
                NAME, SEALED.decode(), THEN
            )
        assert handler.mails == {}


def test_other_name(settings):
    """Nor does one with the certificate of another name."""
    with mail_server(handler := Handler()) as port, pytest.raises(Unreachable):
        to = settings(port)
        open_transport(
            Delivering(
                to.spool, Smtp("127.0.0.2", port, False, authority=to.to.authority), to.sender, TO
            )
        ).send(NAME, SEALED.decode(), THEN)
    assert handler.mails == {}


def test_nobody_there(settings, spool, capsys):
    """While no server answers everything stays where it is, and the round ends at once."""
    for _ in range(3):
        put(spool, "press")
    Deliverer(spool, open_transport(settings(1)), 5.0 / 5).deliver_pending()
    assert len(list(spool.waiting())) == 3
    assert capsys.readouterr().err.count("no connection") == 1


@pytest.mark.parametrize(("kind", "code"), [(Later, "450"), (Refused, "550")])
def test_nothing_of_it_said(settings, kind, code):
    """What went wrong is said by a number, never in the server's words, which repeat addresses."""
    with mail_server(Handler([code])) as port, pytest.raises(kind) as error:
        open_transport(settings(port)).send(NAME, SEALED.decode(), THEN)
    assert (code in str(error.value), "example.org" in str(error.value)) == (True, False)


@pytest.mark.parametrize(
    ("tries", "least", "most"), [(0, 7, 23), (3, 60, 180), (10**6, 1800, 5400)]
)
def test_wait(tries, least, most):
    """The more tries, the longer until the next one, up to an hour or so; never twice the same."""
    assert [least <= wait(tries, jitter) <= most for jitter in (0.0, 0.5, 1.0)] == [True] * 3
    assert wait(tries, 0.1) < wait(tries, 0.9)


def test_not_before(settings, spool):
    """What was put off is not tried before its time."""
    put(spool)
    with mail_server(handler := Handler(["450"])) as port:
        deliverer = Deliverer(spool, open_transport(settings(port)), 60.0)
        for _ in range(3):
            deliverer.deliver_pending()
    assert (handler.mails, len(spool.waiting())) == ({}, 1)


def test_whole_time():
    """A server that answers a byte at a time for ever is left."""
    with pytest.raises(TimeoutError), at_most(0.05):
        time.sleep(5)


def test_stalls_for_ever(settings, spool):
    """Such a message is put off and the next one goes out over a new connection."""
    for _ in range(2):
        put(spool, "press")
    with mail_server(handler := Handler(["stall"], stall=4.0)) as port:
        Deliverer(spool, open_transport(settings(port, patience=30.0)), 1.5 / 5).deliver_pending()
    assert (len(handler.mails), len(list(spool.waiting()))) == (1, 1)


@pytest.mark.parametrize("name", ["1800000000-aa.elsewhere", "note.txt"])
def test_no_message(settings, spool, name):
    """A file that is no message of ours is set aside and blocks nothing."""
    (spool.folder / "new" / name).write_bytes(b"\xff")
    put(spool, "press")
    with mail_server(handler := Handler()) as port:
        Deliverer(spool, open_transport(settings(port)), 5.0 / 5).deliver_pending()
    assert (
        [file.name[: len(name)] for file in (spool.folder / "aside").iterdir()],
        len(handler.mails),
    ) == ([name], 1)


def test_full_disk(settings, spool, monkeypatch):
    """A disk that is full keeps no message from leaving."""
    put(spool, "press")
    monkeypatch.setattr(module, "_as_it_is", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
    with mail_server(handler := Handler()) as port:
        Deliverer(spool, open_transport(settings(port)), 5.0 / 5).deliver_pending()
    assert (len(handler.mails), list(spool.waiting())) == (1, [])


def test_one_deliverer(spool):
    """There is one deliverer for a spool."""
    with alone(spool), pytest.raises(BlockingIOError), alone(spool):
        pass


def test_sweep(spool, monkeypatch):
    """What a killed process left half-written is removed a day later, not before."""
    (spool.folder / "tmp" / "old").write_bytes(b"x")
    later = time.time() + 2 * module.LEFT_OVER
    monkeypatch.setattr(module.time, "time", lambda: later)
    new = spool.folder / "tmp" / "new"
    new.write_bytes(b"x")
    os.utime(new, (later, later))
    sweep(spool)
    assert [file.name for file in (spool.folder / "tmp").iterdir()] == ["new"]


def test_maildir(spool, tmp_path):
    """In development mail goes into a folder."""
    put(spool, "press")
    deliver(Delivering(str(spool.folder), tmp_path / "mail", "form@example.org", TO), once=True)
    assert [file.suffix for file in (tmp_path / "mail" / "new").iterdir()] == [".press"]
    assert list(spool.waiting()) == []


def test_maildir_is_synced(spool, tmp_path, monkeypatch):
    """In a Maildir file and folder are on the disk before the spool lets go of its copy."""
    done, real = [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda descriptor: (done.append("sync"), real(descriptor)))
    settings = Delivering(str(spool.folder), tmp_path / "mail", "form@example.org", TO)
    put(spool, "press")
    done.clear()
    let_go = spool.done
    monkeypatch.setattr(spool, "done", lambda *how: (done.append("done"), let_go(*how)))
    Deliverer(spool, open_transport(settings)).deliver_pending()
    assert done == ["sync", "sync", "done"]


def test_resent(spool):
    """What was kept and is to be sent again is sent again."""

    class Fine:
        sent = 0

        def send(self, name, sealed, when):
            self.sent += 1

    put(spool)
    deliverer = Deliverer(spool, Fine(), keep=True)
    deliverer.deliver_pending()
    assert spool.resend() == 1
    deliverer.deliver_pending()
    assert (deliverer.transport.sent, spool.waiting()) == (2, [])


def test_odd_login(settings, spool):
    """A password that SMTP cannot carry, certificates that are none and a name that is none are
    said in a word, and the queue waits."""
    put(spool, "press")
    for odd in (
        {"user": "a", "password": "пароль"},
        {"authority": __file__},
        {"host": "a..b"},
        {"host": "." + "x" * 300},
    ):
        with mail_server(handler := Handler()) as port:
            to = settings(port)
            way = open_transport(to._replace(to=to.to._replace(**odd)))
            with pytest.raises(Unreachable):
                way.send(NAME, SEALED.decode(), THEN)
        assert (handler.mails, len(spool.waiting())) == ({}, 1)


def test_stopped(spool):
    """At SIGTERM the deliverer finishes the message it is sending, and begins no other."""
    for _ in range(3):
        put(spool)
    sent = []

    class Slow:
        def send(self, name, sealed, when):
            deliverer.stopping.set()
            sent.append(name)

    deliverer = Deliverer(spool, Slow())
    deliverer.deliver_pending()
    assert (len(sent), len(spool.waiting())) == (1, 2)


def test_backoff_of_the_connection(spool):
    """A server that refuses the login is asked more and more rarely, about once an hour at last."""

    class Closed:
        def send(self, name, sealed, when):
            raise LoginRefused("SMTPAuthenticationError 535")

    put(spool)
    deliverer = Deliverer(spool, Closed())
    rests = [deliverer.deliver_pending() for _ in range(15)]
    assert rests[0] < 30
    assert all(rest >= 1800 for rest in rests[-3:])
    assert len(spool.waiting()) == 1


def test_kept_for_days(spool):
    """What was sent is kept as ciphertext only where that is wanted;
    its name is known either way."""

    class Fine:
        def send(self, name, sealed, when):
            pass

    for keep in (False, True):
        name = put(spool)
        Deliverer(spool, Fine(), keep=keep).deliver_pending()
        assert bool((spool.folder / "sent" / name).read_bytes()) == keep
