"""How a sealed message leaves: by SMTP over TLS, or into a Maildir."""

import smtplib
import ssl
from contextlib import suppress
from email.utils import formatdate
from pathlib import Path
from typing import Protocol

from contact.outgoing import Delivering, Smtp
from contact.spool import arrived, form_of

# Says nothing about the message, as PGP/MIME programs write it.
SUBJECT = "..."
MAIL = """\
From: {sender}
To: {recipient}
Date: {date}
Message-ID: <{id}@{domain}>
Subject: {subject}
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/encrypted; protocol="application/pgp-encrypted";
 boundary="{id}"

--{id}
Content-Type: application/pgp-encrypted

Version: 1

--{id}
Content-Type: application/octet-stream; name="encrypted.asc"

{sealed}
--{id}--
"""


class Later(Exception):  # noqa: N818 (it is no failure of ours)
    """This message could not be sent now; try again."""


class Refused(Exception):  # noqa: N818
    """The server will never take this message as it is."""


class Unreachable(Exception):  # noqa: N818
    """No message can be sent now."""


class Transport(Protocol):
    """One way out; used as a context for as many messages as there are."""

    def send(self, name: str, sealed: str) -> None:
        """Sends one message. Raises Later, Refused or Unreachable."""


def mail(name: str, sealed: str, settings: Delivering) -> bytes:
    """The whole mail (PGP/MIME, RFC 3156, 4); the same name gives the same bytes on each try."""
    text = MAIL.format(
        sender=settings.sender,
        recipient=settings.recipients[form_of(name)],
        date=formatdate(arrived(name)),
        id=name.replace(".", "-"),
        domain=settings.sender.rpartition("@")[2],
        subject=SUBJECT,
        sealed=sealed.strip(),
    )
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode("ascii")


class Mailer:
    """A connection to a mail server, opened when first needed and again after trouble."""

    def __init__(self, settings: Delivering, smtp: Smtp) -> None:
        self._settings = settings
        self._smtp = smtp
        self._server: smtplib.SMTP | None = None

    def send(self, name: str, sealed: str) -> None:
        """Hands one message over. Raises Later, Refused or Unreachable."""
        server = self._server or self._connected()
        self._server = server
        try:
            to = self._settings.recipients[form_of(name)]
            server.sendmail(self._settings.sender, to, mail(name, sealed, self._settings))
        except (smtplib.SMTPException, OSError) as error:
            code = _code(error)
            if not 400 <= code < 600 or code == 421:
                self.close()
            raise (Refused if 500 <= code < 600 else Later)(_said(error)) from None

    def close(self) -> None:
        """Ends the connection."""
        if self._server:
            with suppress(smtplib.SMTPException, OSError):
                self._server.quit()
            self._server.close()
        self._server = None

    def _connected(self) -> smtplib.SMTP:
        smtp, context = self._smtp, ssl.create_default_context(cafile=self._smtp.authority or None)
        server: smtplib.SMTP | None = None
        try:
            if smtp.tls:
                server = smtplib.SMTP_SSL(smtp.host, smtp.port, timeout=smtp.patience, context=context)
            else:
                server = smtplib.SMTP(smtp.host, smtp.port, timeout=smtp.patience)
                server.starttls(context=context)
            if smtp.user:
                server.login(smtp.user, smtp.password)
        except (smtplib.SMTPException, OSError) as error:
            if server:
                server.close()
            raise Unreachable(_said(error)) from None
        return server


class Maildir:
    """A folder of mail (https://cr.yp.to/proto/maildir.html), for development."""

    def __init__(self, settings: Delivering, folder: Path) -> None:
        self._settings = settings
        self._folder = folder
        for name in ("tmp", "new", "cur"):
            (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)

    def send(self, name: str, sealed: str) -> None:
        """Writes one message. Raises Unreachable."""
        try:
            (self._folder / "tmp" / name).write_bytes(mail(name, sealed, self._settings))
            (self._folder / "tmp" / name).replace(self._folder / "new" / name)
        except OSError as error:
            raise Unreachable(_said(error)) from None

    def close(self) -> None:
        """Nothing is held open."""


def transport(settings: Delivering) -> Mailer | Maildir:
    """The way out that the settings name."""
    return Mailer(settings, settings.to) if isinstance(settings.to, Smtp) else Maildir(settings, settings.to)


def _code(error: Exception) -> int:
    """The code of the server's reply, 0 when there was none."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return max(code for code, _ in error.recipients.values())
    return int(getattr(error, "smtp_code", 0)) if isinstance(error, smtplib.SMTPResponseException) else 0


def _said(error: Exception) -> str:
    """What happened, without the server's words: they may repeat addresses."""
    code = _code(error)
    return f"{type(error).__name__} {code}" if code else type(error).__name__
