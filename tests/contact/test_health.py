"""What the staff hear: keys, queue, last delivery, and whether a person must act."""

import os
import subprocess
import sys
import time

import pytest
from pysequoia import Profile, Tsk

from contact.health import report
from tests.contact.conftest import put


@pytest.fixture
def keys(tmp_path):
    """A folder of usable keys."""
    for name in ("counselling", "press", "recovery"):
        (tmp_path / "keys" / name).mkdir(parents=True)
        tsk = Tsk.generate(user_id=name, profile=Profile.RFC4880)
        (tmp_path / "keys" / name / "a.pgp").write_bytes(bytes(tsk.extract_certificate()))
    return tmp_path / "keys"


def wait_since(spool, hours):
    """Makes what waits look as if it had come `hours` ago."""
    for file in spool.waiting():
        os.utime(file, (time.time() - hours * 3600,) * 2)


def test_nothing_waits(spool):
    """An empty spool is well."""
    assert report(None, spool.folder) == (
        "ok     0 waiting, the oldest for 0 s\n"
        "ok     0 refused for good and held (`python -m contact release` tries again)\n"
        "ok     nothing was delivered yet",
        False,
    )


@pytest.mark.parametrize(
    ("hours", "text", "alarm"), [(0.5, "the oldest for 30 min", False), (30, "the oldest for 1 d", True)]
)
def test_age(spool, hours, text, alarm):
    """A message that waits for more than an hour is an alarm."""
    put(spool, "press")
    wait_since(spool, hours)
    said, rung = report(None, spool.folder)
    assert (text in said, rung) == (True, alarm)


def test_last_delivery(spool):
    """The last delivery is told, and trouble that came after it."""
    (spool.folder / "delivered").touch()
    os.utime(spool.folder / "delivered", (time.time() - 7200,) * 2)
    (spool.folder / "trouble").write_text("no connection: ConnectionRefusedError")
    said, _ = report(None, spool.folder)
    assert "last delivery 2 h ago" in said
    assert "no connection: ConnectionRefusedError" in said


def test_unreadable_keys(keys):
    """Keys that together give unreadable packets are an alarm that says how to mend it."""
    said, alarm = report(keys, None)
    assert alarm
    assert "Make the recovery key with GnuPG" in said


def test_no_keys(tmp_path):
    """Without keys each form says what visitors read until then."""
    said, alarm = report(tmp_path, None)
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


def test_command(spool):
    """`python -m contact health` says it, and its exit code is the alarm."""
    assert run("health", CONTACT_SPOOL=str(spool.folder)).returncode == 0
    put(spool, "press")
    wait_since(spool, 2)
    done = run("health", CONTACT_SPOOL=str(spool.folder))
    assert (done.returncode, "ALARM" in done.stdout) == (1, True)


@pytest.mark.parametrize(
    ("command", "key"), [("serve", "CONTACT_PAGES"), ("deliver", "CONTACT_DELIVER"), ("release", "CONTACT_SPOOL")]
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
