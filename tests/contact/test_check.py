"""Everything that a new installation needs, in one list, and never a traceback."""

import imaplib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contact.check import check
from contact.health import exit_code
from tests.contact.mailserver import AUTHORITY, Handler, mail_server
from tests.contact.programs import needs

pytestmark = needs("gpg")


@pytest.fixture
def environ(settled, running):
    """All that an installation has whose endpoint runs."""
    return settled | {"CONTACT_LISTEN": f"127.0.0.1:{running}"}


def alarms(environ):
    return [line.text for line in check(environ) if line.alarm]


def test_all_there(environ):
    """Where nothing is missing, a sealed test message goes there and back; only the deliverer, which
    does not run here, is an alarm."""
    assert alarms(environ) == ["no deliverer runs on this spool"]
    assert any(line.text == "the test message arrived there" for line in check(environ))


def test_does_not_arrive(environ, tmp_path, monkeypatch):
    """A test message that does not arrive is an alarm."""
    monkeypatch.setattr("contact.check.ARRIVES", 0)
    for name in ("new", "cur"):
        (tmp_path / "other" / name).mkdir(parents=True)
    found = alarms(environ | {"CONTACT_SEEN": f"maildir:{tmp_path}/other"})
    assert "the test message was not seen there" in found


def test_another_heartbeat(environ, tmp_path, monkeypatch):
    """An older heartbeat in the mailbox is not taken for the test message."""
    check(environ)
    (tmp_path / "mail").rename(tmp_path / "other")
    monkeypatch.setattr("contact.check.ARRIVES", 0)
    found = alarms(environ | {"CONTACT_SEEN": f"maildir:{tmp_path}/other"})
    assert "the test message was not seen there" in found


def by_smtp(environ, port, tmp_path):
    AUTHORITY.cert_pem.write_to_path(tmp_path / "ca.pem")
    return environ | {
        "CONTACT_DELIVER": f"smtp://127.0.0.1:{port}",
        "CONTACT_SMTP_CA": str(tmp_path / "ca.pem"),
        "CONTACT_SEEN": "",
    }


def test_mail_server(environ, tmp_path):
    """The mail server is asked for each recipient, and gets the test message, sealed."""
    with mail_server(handler := Handler()) as port:
        assert alarms(by_smtp(environ, port, tmp_path)) == ["no deliverer runs on this spool"]
    (mail,) = handler.mails.values()
    assert (b"BEGIN PGP MESSAGE" in mail, b"heartbeat of" in mail) == (True, False)


def test_recipient(environ, tmp_path):
    """A recipient that the mail server refuses is named by its setting."""
    with mail_server(Handler(["550"])) as port:
        found = alarms(by_smtp(environ, port, tmp_path))
    assert "CONTACT_TO_COUNSELLING is refused by the mail server (550)" in found


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"CONTACT_LISTEN": "192.0.2.1:8401"}, "nobody can listen at 192.0.2.1:8401"),
        ({"CONTACT_LISTEN": "nowhere.invalid:8401"}, "nobody can listen at nowhere.invalid:8401"),
        ({"CONTACT_LISTEN": "x" * 300 + ":8401"}, "nobody can listen"),
        ({"CONTACT_LISTEN": "8401"}, "write address:port"),
        ({"CONTACT_PROXY": "nginx"}, "as numbers"),
        ({"CONTACT_SPOOL": "/proc/spool"}, "chown -R"),
        ({"CONTACT_KEYS": "/nowhere"}, "CONTACT_KEYS is '/nowhere'"),
        ({"CONTACT_TO_PRESS": "a@example.org, b@example.org"}, "exactly one address"),
        ({"CONTACT_DELIVER": "smtps://a..b"}, "mail cannot be sent: UnicodeError"),
        ({"CONTACT_DELIVER": "smtps://127.0.0.1:1"}, "mail cannot be sent: ConnectionRefused"),
        ({"CONTACT_DELIVER": "maildir:/proc/mail"}, "mail cannot be looked at"),
        ({"CONTACT_SMTP_CA": __file__, "CONTACT_DELIVER": "smtp://127.0.0.1:1"}, "mail cannot be"),
        ({"CONTACT_SEEN": "imap://x"}, "CONTACT_SEEN must be"),
        (
            {"CONTACT_SEEN_PASSWORD_FILE": "/nowhere", "CONTACT_SEEN": "imaps://x/"},
            "cannot be read",
        ),
    ],
)
def test_wrong(environ, monkeypatch, changed, said):
    """Each thing that is wrong is said in words, and hides none of the others."""
    monkeypatch.setattr("contact.check.ARRIVES", 0)
    found = check(environ | changed)
    assert any(said in line.text for line in found if line.alarm), [*map(str, found)]
    assert {line.check for line in found} >= {"endpoint", "mail", "keys"}


def test_mailbox_fails(environ, monkeypatch):
    """So is whatever a mailbox answers."""
    monkeypatch.setattr(
        "contact.check.last_seen", lambda *_: (_ for _ in ()).throw(imaplib.IMAP4.error("NO"))
    )
    assert any("mail cannot be looked at" in text for text in alarms(environ))


KEYS = [f"CONTACT_{name}" for name in ["PAGES", "KEYS", "SPOOL", "SECRET", "SECRET_BEFORE", "LISTEN", "PROXY", "RATE", "BOUND", "STOP", "RESERVE", "SITE", "DELIVER", "SMTP_PASSWORD", "SMTP_CA", "SMTP_PATIENCE", "FROM", "TO_COUNSELLING", "TO_PRESS", "TO_HEARTBEAT", "KEEP_DAYS", "QUIET_DAYS", "SEEN", "SEEN_PASSWORD", "SEEN_HOURS"]]  # fmt: skip
PLACES = st.sampled_from(
    ["/proc/x", "/dev/null", "/", "smtps://127.0.0.1:1", "imaps://127.0.0.1:1/"]
)
VALUES = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from(KEYS), VALUES | PLACES, max_size=25))
def test_any_settings(monkeypatch, tmp_path_factory, found):
    """Whatever stands in the settings, it is a list of words."""
    monkeypatch.setattr("contact.check.ARRIVES", 0)
    monkeypatch.setattr("contact.trial.PATIENCE", 1)
    monkeypatch.chdir(tmp_path_factory.getbasetemp())
    found = {
        key: value for key, value in found.items() if value.strip("/.") or key != "CONTACT_SPOOL"
    }
    lines = check({"CONTACT_LISTEN": "127.0.0.1:1"} | found)
    assert all("\n" not in str(line) for line in lines)
    assert exit_code(lines) > 0


def test_command(environ):
    """`python -m contact check` says it, and ends with the code of the most urgent alarm."""
    done = subprocess.run(
        [sys.executable, "-m", "contact", "check"],
        env={"PATH": os.environ["PATH"]} | environ,
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (done.returncode, "the test message arrived" in done.stdout) == (20, True), done.stderr
