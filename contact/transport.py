"""How a sealed message leaves: by SMTP over TLS, or into a Maildir."""

import os
import smtplib
import ssl
from contextlib import suppress
from email.utils import formatdate
from pathlib import Path
from typing import Protocol

from contact.armor import is_sealed
from contact.outgoing import Delivering, Smtp
from contact.spool import form_of, sync_folder

# Says nothing about the message, as PGP/MIME programs write it.
SUBJECT = "..."
LAST_DAY = 253_402_300_799.0  # the end of the year 9999; a clock can say anything
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


class LoginRefused(Unreachable):
    """The server does not know the user or the password: knocking often makes it worse."""


class Transport(Protocol):
    """One way out, for as many messages as there are."""

    def send(self, name: str, sealed: str, when: float) -> None:
        """Send one message, written at `when`. Raise Later, Refused or Unreachable."""

    def close(self) -> None:
        """End what is open."""


def mail(name: str, sealed: str, when: float, settings: Delivering) -> bytes:
    """Return the whole mail (PGP/MIME, RFC 3156, 4); each try gives the same bytes.

    Raise Refused for what is not sealed: no plain text leaves, whoever calls.
    """
    if not is_sealed(sealed):
        raise Refused("it is not sealed")
    text = MAIL.format(
        sender=settings.sender,
        recipient=settings.recipients[form_of(name)],
        date=formatdate(min(max(when, 0.0), LAST_DAY)),
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

    def send(self, name: str, sealed: str, when: float) -> None:
        """Hand one message over. Raise Later, Refused or Unreachable."""
        data = mail(name, sealed, when, self._settings)
        server = self._server or self._connected()
        self._server = server
        try:
            to = self._settings.recipients[form_of(name)]
            server.sendmail(self._settings.sender, to, data)
        except (smtplib.SMTPException, OSError) as error:
            code = _code(error)
            if not 400 <= code < 600 or code == 421:
                self.close()
            raise (Refused if 500 <= code < 600 else Later)(_said(error)) from None

    def ask(self) -> dict[str, int]:
        """Ask the server for each recipient, and send nothing; return those it refuses. Raise Unreachable."""
        self._server = server = self._connected()
        said: dict[str, int] = {}
        try:
            server.ehlo_or_helo_if_needed()
            for form, to in self._settings.recipients.items():
                said[form] = max(server.mail(self._settings.sender)[0], server.rcpt(to)[0])
                server.rset()
        except (smtplib.SMTPException, OSError) as error:
            raise Unreachable(_said(error)) from None
        finally:
            self.close()
        return {form: code for form, code in said.items() if code >= 400}

    def close(self) -> None:
        """End the connection."""
        if self._server:
            with suppress(smtplib.SMTPException, OSError):
                self._server.quit()
            self._server.close()
        self._server = None

    def _connected(self) -> smtplib.SMTP:
        smtp = self._smtp
        server: smtplib.SMTP | None = None
        try:
            context = ssl.create_default_context(cafile=smtp.authority or None)
            if smtp.tls:
                server = smtplib.SMTP_SSL(smtp.host, smtp.port, timeout=smtp.patience, context=context)
            else:
                server = smtplib.SMTP(smtp.host, smtp.port, timeout=smtp.patience)
                server.starttls(context=context)
            if smtp.user:
                server.login(smtp.user, smtp.password)
        except (smtplib.SMTPException, OSError, ValueError) as error:  # ValueError: letters that SMTP cannot carry
            if server:
                server.close()
            refused = isinstance(error, smtplib.SMTPAuthenticationError)
            raise (LoginRefused if refused else Unreachable)(_said(error)) from None
        return server


class Maildir:
    """A folder of mail (https://cr.yp.to/proto/maildir.html), for development."""

    def __init__(self, settings: Delivering, folder: Path) -> None:
        self._settings = settings
        self._folder = folder
        for name in ("tmp", "new", "cur"):
            (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)

    def send(self, name: str, sealed: str, when: float) -> None:
        """Write one message so that it survives a crash. Raise Refused, Unreachable."""
        data, file = mail(name, sealed, when, self._settings), self._folder / "tmp" / name
        try:
            with file.open("wb") as opened:
                opened.write(data)
                opened.flush()
                os.fsync(opened.fileno())
            file.replace(self._folder / "new" / name)
            sync_folder(self._folder / "new")
        except OSError as error:
            raise Unreachable(_said(error)) from None

    def close(self) -> None:
        """Nothing is held open."""


def open_transport(settings: Delivering) -> Mailer | Maildir:
    """Return the way out that the settings name."""
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
