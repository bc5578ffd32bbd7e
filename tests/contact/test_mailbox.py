"""The mailbox of heartbeats, asked as a real IMAP server (Dovecot) answers."""

import os
import shutil
import subprocess
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from contact.deliver import Deliverer
from contact.health import mail_lines
from contact.heartbeat import beat
from contact.outgoing import Delivering
from contact.transport import open_transport
from tests.contact.mailserver import AUTHORITY, STRANGER
from tests.contact.programs import find, needs
from tests.contact.test_stop import free_port, wait_for

pytestmark = [
    needs("dovecot"),
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can start Dovecot"),
]
NOBODY = 65534
PASSWORD = 'a password, with "quotes"'
CONFIGURATION = """
base_dir = {folder}/run
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
mail_location = maildir:{folder}/mail
first_valid_uid = 1
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {folder}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={user} home={folder}
}}
service imap-login {{
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
"""


@pytest.fixture
def mailbox():
    """A running Dovecot: its folder of mail, and the settings that name it."""
    folder, port = Path(tempfile.mkdtemp(prefix="imap")), free_port()
    folder.chmod(0o755)
    os.chown(folder, NOBODY, NOBODY)
    own = AUTHORITY.issue_cert("127.0.0.1", "localhost")
    own.private_key_pem.write_to_path(folder / "key.pem")
    (folder / "cert.pem").write_bytes(b"".join(blob.bytes() for blob in own.cert_chain_pems))
    AUTHORITY.cert_pem.write_to_path(folder / "ca.pem")
    STRANGER.cert_pem.write_to_path(folder / "stranger.pem")
    (folder / "users").write_text(f"form@example.org:{PASSWORD}::::::\n")
    (folder / "conf").write_text(CONFIGURATION.format(folder=folder, port=port, user=NOBODY))
    process = subprocess.Popen([find("dovecot"), "-F", "-c", str(folder / "conf")])
    wait_for(port)
    yield (
        folder / "mail",
        {
            "CONTACT_SEEN": f"imaps://form%40example.org@127.0.0.1:{port}/",
            "CONTACT_SEEN_PASSWORD": PASSWORD,
            "CONTACT_SMTP_CA": str(folder / "ca.pem"),
        },
    )
    process.terminate()
    process.wait(20)
    shutil.rmtree(folder)


def said(settings, later=0.0):
    return [(line.text, line.alarm) for line in mail_lines(settings, time.time() + later)]


def arrive(spool, seal, folder):
    """A heartbeat goes the way of every message, and arrives among other mail."""
    settings = Delivering(
        str(spool.folder), folder, "f@example.org", {"heartbeat": "h@example.org"}
    )
    maildir = open_transport(settings)
    beat(spool, seal, datetime.now(UTC))
    Deliverer(spool, maildir).deliver_pending()
    (folder / "new" / "1.other").write_bytes(b"Message-ID: <1@example.org>\r\n\r\nother\r\n")
    for place in (folder, *folder.rglob("*")):
        os.chown(place, NOBODY, NOBODY)


def test_seen(mailbox, spool, own_seal):
    """A heartbeat is seen once it is there, and missed when it is long ago."""
    folder, settings = mailbox
    assert said(settings) == [("no heartbeat was ever seen", True)]
    arrive(spool, own_seal, folder)
    ((text, alarm),) = said(settings)
    assert (text.startswith("the last heartbeat was seen"), alarm) == (True, False), text
    assert said(settings, 60 * 3600)[0][1]


@pytest.mark.parametrize(
    "wrong",
    [{"CONTACT_SEEN_PASSWORD": "wrong"}, {"CONTACT_SEEN_PASSWORD": "пароль"}],
    ids=["another password", "letters that IMAP cannot carry"],
)
def test_login(mailbox, wrong):
    """A login that is refused is an alarm."""
    ((text, alarm),) = said(mailbox[1] | wrong)
    assert ("cannot be looked into" in text, alarm, "пароль" in text) == (True, True, False)


def test_another_server(mailbox):
    """A server that cannot prove who it is does not get the password."""
    _, settings = mailbox
    stranger = settings["CONTACT_SMTP_CA"].replace("ca.pem", "stranger.pem")
    ((text, alarm),) = said(settings | {"CONTACT_SMTP_CA": stranger})
    assert ("SSLCertVerificationError" in text or "CERTIFICATE_VERIFY" in text, alarm) == (
        True,
        True,
    )
    assert "Login" not in (Path(stranger).parent / "log").read_text()
