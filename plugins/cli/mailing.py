"""A report sent by mail, through the mail server that the environment names: DUE_SMTP
(smtps://user@host:465, smtp://user@host:587 with STARTTLS, smtp://localhost:25 on the same
machine), DUE_SMTP_PASSWORD, DUE_FROM."""

import smtplib
import ssl
from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import SplitResult, unquote, urlsplit

from plugins.model.message import Message
from plugins.model.user_error import UserError

PATIENCE = 30  # seconds for one answer of the mail server
PORTS = {"smtp": 25, "smtps": 465}
HERE = ("localhost", "127.0.0.1", "::1")
EXAMPLE = "DUE_SMTP=smtps://user@mail.example.org:465 DUE_FROM=site@example.org"


class MailError(UserError):
    """A mail that could not be sent."""


def letter(sender: str, to: str, subject: str, text: str) -> EmailMessage:
    """Return the mail. Raises MailError when an address is none."""
    made = EmailMessage(policy=SMTP)
    try:
        made["From"], made["To"], made["Subject"] = sender, to, subject
    except (ValueError, IndexError):
        raise _wrong(to) from None
    addresses = [one.addr_spec for name in ("From", "To") for one in made[name].addresses]
    if len(addresses) < len(("From", "To")) or not all("@" in one for one in addresses):
        raise _wrong(to)
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence answers it
    made.set_content(text)
    return made


def _wrong(to: str) -> MailError:
    what = Message("%(to)r or DUE_FROM is no address of mail.", to=to)
    return MailError(what, Message("Write MAIL=team@example.org, and set: %(set)s", set=EXAMPLE))


def send(mail: EmailMessage, environ: Mapping[str, str]) -> None:
    """Send `mail`. Raises MailError when the server is not named, not there, or refuses it."""
    server = urlsplit(environ.get("DUE_SMTP", ""))
    if server.scheme not in PORTS or not server.hostname:
        what = Message("DUE_SMTP does not name a mail server.")
        raise MailError(what, Message("Set: %(set)s", set=EXAMPLE))
    try:
        _send(mail, server, environ.get("DUE_SMTP_PASSWORD", ""))
    except (OSError, smtplib.SMTPException) as error:
        what = Message("The mail server %(host)r did not take the mail.", host=server.hostname)
        fix = Message("It said: %(why)s. Compare DUE_SMTP, DUE_SMTP_PASSWORD, DUE_FROM.", why=error)
        raise MailError(what, fix) from None


def _send(mail: EmailMessage, server: SplitResult, password: str) -> None:
    host, port = str(server.hostname), server.port or PORTS[server.scheme]
    secure = ssl.create_default_context()
    if server.scheme == "smtps":
        with smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=secure) as open_server:
            _hand_over(mail, open_server, server, password)
        return
    with smtplib.SMTP(host, port, timeout=PATIENCE) as open_server:
        if host not in HERE:
            open_server.starttls(context=secure)
        _hand_over(mail, open_server, server, password)


def _hand_over(
    mail: EmailMessage, open_server: smtplib.SMTP, server: SplitResult, password: str
) -> None:
    if server.username:
        open_server.login(unquote(server.username), password)
    open_server.send_message(mail)
