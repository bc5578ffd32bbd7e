"""What the staff hear: keys, queue, last delivery, and whether a person must act."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pysequoia import Profile, Tsk

from contact.deliver import Deliverer, alone
from contact.health import CODES, as_json, exit_code, look, mail_lines, spool_lines
from contact.heartbeat import beat
from contact.outgoing import Delivering
from contact.report import Line
from contact.transport import open_transport
from contact.trial import endpoint_lines
from tests.contact import pages as made
from tests.contact.conftest import SECRET, put


@pytest.fixture
def keys(tmp_path):
    """A folder of usable keys."""
    for name in ("counselling", "press", "recovery"):
        (tmp_path / "keys" / name).mkdir(parents=True)
        tsk = Tsk.generate(user_id=name, profile=Profile.RFC4880)
        (tmp_path / "keys" / name / "a.pgp").write_bytes(bytes(tsk.extract_certificate()))
    return tmp_path / "keys"


def key_report(keys):
    lines = look({"CONTACT_KEYS": str(keys)})
    return "\n".join(map(str, lines)), exit_code(lines) > 0


def wait_since(spool, hours):
    """Makes what waits look as if it had come `hours` ago."""
    for file in spool.waiting():
        os.utime(file, (time.time() - hours * 3600,) * 2)


@pytest.fixture
def delivering_now(spool):
    """A deliverer that holds its lock."""
    with alone(spool):
        yield


def alarms(spool, **how):
    return [
        (line.check, line.text)
        for line in spool_lines(spool.folder, time.time(), **how)
        if line.alarm
    ]


def test_all_well(spool, delivering_now):
    """A spool that is empty, can be written and is watched by a deliverer is well."""
    assert alarms(spool) == []


@pytest.mark.parametrize(("hours", "alarm"), [(0.5, False), (30, True)])
def test_age(spool, delivering_now, hours, alarm):
    """A message that waits for more than an hour is an alarm."""
    put(spool)
    wait_since(spool, hours)
    assert bool(alarms(spool)) == alarm


def test_future(spool, delivering_now):
    """A message from the future is an alarm about the clock."""
    put(spool)
    wait_since(spool, -1000)
    assert ["clock" in text for _, text in alarms(spool)] == [True]


def test_nobody_delivers(spool):
    """That no deliverer runs is an alarm."""
    assert [text for _, text in alarms(spool)] == ["no deliverer runs on this spool"]


def test_last_delivery(spool, delivering_now):
    """The last delivery is told, and after a set time is an alarm;
    so is trouble that came after it."""
    (spool.folder / "delivered").touch()
    os.utime(spool.folder / "delivered", (time.time() - 30 * 86400,) * 2)
    (spool.folder / "trouble").write_text("no connection: ConnectionRefusedError")
    texts = [line.text for line in spool_lines(spool.folder, time.time())]
    assert "last delivery 30 d ago" in texts
    assert any("no connection: ConnectionRefusedError" in text for text in texts)
    assert (alarms(spool, quiet_days=60), len(alarms(spool, quiet_days=14))) == ([], 1)


def test_mistyped(tmp_path):
    """A spool that is not there is an alarm, and is not made."""
    (line,) = spool_lines(tmp_path / "nowhere", time.time())
    assert (line.alarm, (tmp_path / "nowhere").exists()) == (True, False)


def test_disk(spool, delivering_now, monkeypatch):
    """A disk that takes nothing is an alarm of its own."""
    monkeypatch.setattr(
        os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    assert [check for check, _ in alarms(spool)] == ["disk"]


def test_disk_hides_no_queue(spool, delivering_now, monkeypatch):
    """A folder that nobody can write to hides nothing of what waits."""
    put(spool)
    wait_since(spool, 30)
    real = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: not str(path).endswith("tmp") and real(path, mode)
    )
    assert [check for check, _ in alarms(spool)] == ["disk", "queue"]


def test_being_sent(spool, delivering_now):
    """A message that hangs while it is sent is as old as any other."""
    put(spool)
    wait_since(spool, 30)
    spool.claim(spool.waiting()[0])
    assert len(alarms(spool)) == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("CONTACT_SPOOL", "var/lib/contact"),
        ("CONTACT_SPOOL_FILE", "/nowhere"),
        ("CONTACT_QUIET_DAYS", "14d"),
        ("CONTACT_SEEN_HOURS", "two"),
        ("CONTACT_LISTEN", "8401"),
    ],
)
def test_mistyped_settings(spool, delivering_now, tmp_path, key, value):
    """A setting that cannot be read is an alarm: it must not turn off what it is about."""
    (tmp_path / "mail" / "new").mkdir(parents=True)
    environ = {"CONTACT_SPOOL": str(spool.folder), "CONTACT_SEEN": f"maildir:{tmp_path}/mail"}
    found = look(environ | {key: value})
    assert [line.text for line in found if line.alarm and key.removesuffix("_FILE") in line.text]


def test_never_delivered(spool, delivering_now):
    """Where a deliverer has been there for long and nothing was ever sent, that is an alarm too."""
    os.utime(spool.folder / "lock", (time.time() - 30 * 86400,) * 2)
    assert (alarms(spool, quiet_days=60), len(alarms(spool, quiet_days=14))) == ([], 1)


def test_odd_things(spool, delivering_now):
    """What lies in the spool and is no message is an alarm."""
    (spool.folder / "new" / "note.txt").write_text("x")
    assert ["no messages of ours" in text for _, text in alarms(spool)] == [True]


def test_no_thing_hides_another():
    """The exit code is that of the most urgent alarm; each thing has its own state in JSON."""
    lines = [
        Line("a key expires", True, "keys"),
        Line("old", True, "queue"),
        Line("fine", False, "endpoint"),
    ]
    assert exit_code(lines) == CODES["queue"]
    assert [(each["check"], each["state"]) for each in json.loads(as_json(lines))] == [
        ("keys", "alarm"), ("queue", "alarm"), ("endpoint", "ok"),
    ]  # fmt: skip


def endpoint_environ(port, page_folder, **more):
    return {
        "CONTACT_LISTEN": f"127.0.0.1:{port}",
        "CONTACT_PAGES": str(page_folder),
        "CONTACT_SECRET": SECRET.decode(),
    }


def test_endpoint(running, page_folder, spool):
    """The endpoint is asked for a page and for both forms with a trial message,
    which nobody gets."""
    lines = list(endpoint_lines(endpoint_environ(running, page_folder)))
    assert ([alarm for _, alarm in lines], spool.waiting()) == ([False] * 3, [])


def test_endpoint_cannot_keep(running, app, page_folder):
    """An endpoint that answers and cannot keep a message is an alarm."""
    app.seals.clear()
    assert [alarm for _, alarm in endpoint_lines(endpoint_environ(running, page_folder))] == [
        False,
        True,
        True,
    ]


def test_new_language(running, page_folder, tmp_path):
    """An endpoint that does not know a language of the site yet is an alarm that names it."""
    made.write(tmp_path / "contact", ("be", "en", "ru"))
    lines = list(endpoint_lines(endpoint_environ(running, tmp_path / "contact")))
    assert [("ru 404" in text, alarm) for text, alarm in lines] == [
        (False, False),
        (True, True),
        (True, True),
    ]


@pytest.mark.parametrize(
    "wrong", [{"CONTACT_SECRET": "short"}, {"CONTACT_SECRET_FILE": "/nowhere"}]
)
def test_secret_of_no_use(running, page_folder, wrong):
    """A secret that cannot be used is an alarm; where there is none, that is said."""
    environ = endpoint_environ(running, page_folder)
    assert [alarm for _, alarm in endpoint_lines(environ | wrong)] == [False, True]
    del environ["CONTACT_SECRET"]
    assert [alarm for _, alarm in endpoint_lines(environ)] == [False, False]


def test_endpoint_dead(page_folder):
    """So is one that does not answer, and something else on its port."""
    assert [alarm for _, alarm in endpoint_lines(endpoint_environ(1, page_folder))] == [True]


def test_heartbeat(spool, own_seal, tmp_path, delivering_now):
    """A heartbeat goes the way of every message, and is seen in the mailbox."""
    settings = Delivering(
        str(spool.folder), tmp_path / "mail", "f@example.org", {"heartbeat": "h@example.org"}
    )
    place = {"CONTACT_SEEN": f"maildir:{tmp_path}/mail"}
    maildir = open_transport(settings)
    assert [line.alarm for line in mail_lines(place, time.time())] == [True]
    beat(spool, own_seal, datetime.now(UTC))
    Deliverer(spool, maildir).deliver_pending()
    assert [line.alarm for line in mail_lines(place, time.time())] == [False]
    assert [line.alarm for line in mail_lines(place, time.time() + 60 * 3600)] == [True]


def test_nobody_looks():
    """Without a mailbox to look into that is said, and is no alarm."""
    (line,) = mail_lines({}, time.time())
    assert ("nobody looks" in line.text, line.alarm) == (True, False)


@pytest.mark.parametrize("place", ["imap://x", "maildir:/nowhere", "imaps://127.0.0.1:1/"])
def test_mailbox_of_no_use(place):
    """A mailbox that cannot be looked into is an alarm in words."""
    (line,) = mail_lines({"CONTACT_SEEN": place}, time.time())
    assert line.alarm


def test_one_line_each():
    """Nothing in a line can look like another line."""
    assert "\n" not in str(Line("Eve\nok     all is well", True))


def test_unreadable_keys(keys):
    """Keys that together give unreadable packets are an alarm that says how to fix it."""
    said, alarm = key_report(keys)
    assert alarm
    assert "Make the recovery key with GnuPG" in said


def test_no_keys(tmp_path):
    """Without keys each form says what visitors read until then."""
    said, alarm = key_report(tmp_path)
    assert alarm
    assert said.count("Until then visitors read the page with the hotline.") == 2
    assert "no usable recovery key" in said


def run(*arguments, **environ):
    """`python -m contact` with nothing of this environment but the PATH."""
    return subprocess.run(
        [sys.executable, "-m", "contact", *arguments],
        env={"PATH": os.environ["PATH"]} | environ,
        capture_output=True,
        text=True,
        check=False,
    )


def test_command(spool, delivering_now):
    """`python -m contact health` says it, and its exit code is that of the alarm."""
    assert run("health", CONTACT_SPOOL=str(spool.folder)).returncode == 0
    put(spool)
    wait_since(spool, 2)
    done = run("health", CONTACT_SPOOL=str(spool.folder))
    assert (done.returncode, "ALARM" in done.stdout) == (CODES["queue"], True)
    assert json.loads(run("health", "--json", CONTACT_SPOOL=str(spool.folder)).stdout)


def test_check_of_nothing():
    """`python -m contact check` names everything that an installation lacks,
    without a traceback."""
    done = run("check")
    assert all(
        key in done.stdout
        for key in ("CONTACT_PAGES", "CONTACT_KEYS", "CONTACT_SECRET", "CONTACT_DELIVER")
    )
    assert (done.returncode > 0, done.stderr) == (True, "")


def test_resend(spool):
    """`resend` puts back what was sent and kept, and only that."""
    for keep in (True, False):
        put(spool)
        spool.done(spool.claim(spool.waiting()[0])[0], keep)
    assert run("resend", CONTACT_SPOOL=str(spool.folder)).stdout == "1 put back into the queue.\n"
    assert len(spool.waiting()) == 1


@pytest.mark.parametrize(
    ("command", "key"),
    [("serve", "CONTACT_PAGES"), ("deliver", "CONTACT_DELIVER"), ("release", "CONTACT_SPOOL")],
)
def test_settings_missing(command, key):
    """Every command names what is missing, without a traceback."""
    done = run(command)
    assert (done.returncode, key in done.stderr, "Traceback" in done.stderr) == (1, True, False)


def test_release(spool):
    """`release` puts back what was held."""
    put(spool, "press")
    spool.hold(spool.waiting()[0])
    assert run("release", CONTACT_SPOOL=str(spool.folder)).stdout == "1 put back into the queue.\n"


def test_usage():
    """Without a command the commands are listed."""
    assert "release" in run().stderr


def test_one_thing_hides_no_other(spool, monkeypatch):
    """Trouble with looking at one thing is an alarm, and the others are looked at all the same."""
    monkeypatch.setattr(
        "contact.health.mail_lines", lambda *_: (_ for _ in ()).throw(RuntimeError("odd"))
    )
    checks = {
        line.check
        for line in look({"CONTACT_SPOOL": str(spool.folder), "CONTACT_KEYS": "/nowhere"})
    }
    assert checks >= {"disk", "queue", "mail", "keys"}


@pytest.mark.parametrize("command", ["release", "heartbeat"])
def test_queue_is_no_folder(command, keys, tmp_path):
    """The address of a queue is no folder, and no folder is made of it."""
    done = run(command, CONTACT_SPOOL="https://sqs.example.org/x", CONTACT_KEYS=str(keys))
    assert (done.returncode, "Traceback" in done.stderr, Path("https:").exists()) == (
        1,
        False,
        False,
    )
