"""`make due` tells what lapses, and mails it."""

import shutil
import socket

import pytest
from aiosmtpd.controller import Controller

from plugins.cli.mailing import MailError, letter, send
from plugins.cli.parser import main
from tests.conftest import EXAMPLE


class Box:
    """Keeps every mail."""

    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.mails.append((envelope.mail_from, envelope.rcpt_tos, envelope.content.decode()))
        return "250 OK"


@pytest.fixture
def box(monkeypatch):
    """The mailbox of a mail server on this machine, which DUE_SMTP names."""
    found = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(found, hostname="127.0.0.1", port=port)
    controller.start()
    monkeypatch.setenv("DUE_SMTP", f"smtp://127.0.0.1:{port}")
    monkeypatch.setenv("DUE_FROM", "site@example.org")
    yield found
    controller.stop()


@pytest.fixture
def content(tmp_path):
    """A copy of the example in which a contact has expired long ago."""
    copy = shutil.copytree(EXAMPLE, tmp_path / "content")
    file = copy / "data" / "contacts.toml"
    text = file.read_text(encoding="utf-8")
    assert "expires = 2999-01-01" in text
    file.write_text(text.replace("expires = 2999-01-01", "expires = 2026-01-01", 1))
    return copy


def test_report_is_mailed(box, content, capsys):
    """What is due is printed, and mailed to whoever is named, in the language of the staff."""
    main(["due", "--content", str(content), "--mail", "team@example.org"])
    ((sender, to, mail),) = box.mails
    assert (sender, to) == ("site@example.org", ["team@example.org"])
    assert "2026-01-01  the contact hotline expires" in mail
    assert "Auto-Submitted: auto-generated" in mail
    assert "2026-01-01  the contact hotline expires" in capsys.readouterr().out


def test_nothing_due_is_not_mailed(box, tmp_path):
    """Nobody is sent a mail that says nothing."""
    copy = shutil.copytree(EXAMPLE, tmp_path / "content")
    (copy / "data" / "review.toml").write_text(
        "\n".join(f"{name.name} = 99999" for name in (copy / "en").iterdir())
        + "\nhome = 99999\n404 = 99999\ncontact = 99999\nsearch = 99999\nlanguages = 99999\n"
    )
    main(["due", "--content", str(copy), "--mail", "team@example.org"])
    assert box.mails == []


@pytest.mark.parametrize(
    ("environ", "what"),
    [
        ({}, "DUE_SMTP does not name a mail server."),
        ({"DUE_SMTP": "mail.example.org"}, "DUE_SMTP does not name a mail server."),
        ({"DUE_SMTP": "smtp://127.0.0.1:9"}, "The mail server '127.0.0.1' did not take the mail."),
    ],
)
def test_no_server(environ, what):
    """A server that is not named, or not there, is a sentence with what to do."""
    with pytest.raises(MailError) as error:
        send(letter("site@example.org", "team@example.org", "Due", "Words."), environ)
    assert error.value.what == what


@pytest.mark.parametrize(
    ("sender", "to"), [("", "a@example.org"), ("a@example.org", "team"), ("a@example.org", "a\nb")]
)
def test_no_address(sender, to):
    """What is no address of mail is told before anything is sent."""
    with pytest.raises(MailError):
        letter(sender, to, "Due", "Words.")
