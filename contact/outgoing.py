"""Outgoing: what the deliverer must know of the environment, and where mail goes."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from contact.form import FIELDS
from contact.settings import Reader, WrongValue, checked, place


class Smtp(NamedTuple):
    """A mail server; `tls` from the first byte, or STARTTLS."""

    host: str
    port: int
    tls: bool
    user: str = ""
    password: str = ""
    authority: str = ""
    patience: float = 30.0

    def __repr__(self) -> str:
        return f"Smtp(host={self.host!r}, port={self.port})"


class Delivering(NamedTuple):
    """What the deliverer must know: where messages wait, and where they go."""

    spool: str
    to: Smtp | Path
    sender: str
    recipients: dict[str, str]
    keep_days: int = 0


def delivering(environ: Mapping[str, str]) -> Delivering:
    """The deliverer's settings. Raises SettingsError."""
    reader = Reader(environ)
    spool = reader.read("CONTACT_SPOOL", place)
    password = reader.read("CONTACT_SMTP_PASSWORD", str, "")
    authority = reader.read("CONTACT_SMTP_CA", certificates, "")
    patience = reader.read("CONTACT_SMTP_PATIENCE", seconds, "30")
    to = reader.read("CONTACT_DELIVER", lambda text: destination(text, password or "", authority, patience or 0))
    sender = reader.read("CONTACT_FROM", address)
    recipients = {form: reader.read(f"CONTACT_TO_{form.upper()}", address) for form in FIELDS}
    recipients["heartbeat"] = reader.read("CONTACT_TO_HEARTBEAT", address, recipients["counselling"])
    keep_days = reader.read("CONTACT_KEEP_DAYS", days, "0")
    reader.done()
    return Delivering(spool, to, sender, recipients, keep_days)


def certificates(text: str) -> str:
    """A file that is there, or nothing."""
    if text and not Path(text).is_file():
        raise WrongValue(f"is {text!r}: name a file with certificates (PEM), or leave it out.")
    return text


ONE_ADDRESS = "must be exactly one address, name@example.org; a shared mailbox reaches several people."
SECONDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]+)?|0\.[0-9]*[1-9]")
days = checked(re.compile(r"[0-9]{1,3}").fullmatch, "write whole days, such as 7; 0 keeps none.", int)
seconds = checked(SECONDS.fullmatch, "write seconds below 1000, such as 30.", float)
ADDRESS = re.compile(r"[!#-+\--:=?A-~]+@[A-Za-z0-9.-]+")  # what any mail server takes (RFC 5321), and no list
address = checked(ADDRESS.fullmatch, ONE_ADDRESS, show=False)


def destination(text: str, password: str, authority: str | None, patience: float) -> Smtp | Path:
    """`smtps://user@host:465`, `smtp://user@host:587` (STARTTLS) or `maildir:/path`."""
    if text.startswith("maildir:/"):
        return Path(text.removeprefix("maildir:"))
    try:
        url = urlsplit(text)
        host, port, user = url.hostname, url.port, unquote(url.username or "")
    except ValueError:
        host = None
    if not host or url.scheme not in ("smtp", "smtps") or url.password:
        raise WrongValue("must be smtps://user@host:465, smtp://user@host:587 or maildir:/folder, without password.")
    port = port or (465 if url.scheme == "smtps" else 587)
    return Smtp(host, port, url.scheme == "smtps", user, password, authority or "", patience)
