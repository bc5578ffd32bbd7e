"""Settings: the environment, read once; every missing or wrong key is named together with how to mend it.

A key may instead be given as KEY_FILE, the path of a file that holds the value: passwords and secrets need not stand in
the environment.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from contact.form import FIELDS


class SettingsError(Exception):
    """Everything that is wrong with the settings, a line each."""


class WrongValue(ValueError):  # noqa: N818 (its name is what is read)
    """What a value should be."""


@dataclass(frozen=True)
class Serving:
    """What the endpoint must know."""

    pages: Path
    keys: Path
    spool: str
    secrets: tuple[bytes, ...] = field(repr=False)
    listen: tuple[str, int]
    proxy: str
    rate: int


@dataclass(frozen=True)
class Smtp:
    """A mail server; `tls` from the first byte, or STARTTLS."""

    host: str
    port: int
    tls: bool
    user: str = ""
    password: str = field(default="", repr=False)
    authority: str = ""
    patience: float = 30.0


@dataclass(frozen=True)
class Delivering:
    """What the deliverer must know: where messages wait, and where they go."""

    spool: str
    to: Smtp | Path
    sender: str
    recipients: dict[str, str]


class Reader:
    """Reads keys of one environment and remembers what is wrong with them."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[str] = []

    def read(self, key: str, convert: Callable[[str], Any], default: str | None = None) -> Any:
        """The value of `key`; when it cannot be used, None, and a line in `problems`."""
        try:
            value = self._value(key, default)
            return convert(value)
        except WrongValue as error:
            self.problems.append(f"{key} {error}")
        return None

    def _value(self, key: str, default: str | None) -> str:
        file = self._environ.get(f"{key}_FILE", "")
        if file:
            try:
                return Path(file).read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError):
                raise WrongValue(f"cannot be read: name a readable text file in {key}_FILE.") from None
        value = self._environ.get(key, "").strip() or default
        if value is None:
            raise WrongValue(f"is missing: set it, or name a file that holds it in {key}_FILE (deploy/README.md).")
        return value

    def done(self) -> None:
        """Raises SettingsError with all problems when there is one."""
        if self.problems:
            raise SettingsError("\n".join(self.problems))


def serving(environ: Mapping[str, str]) -> Serving:
    """The endpoint's settings. Raises SettingsError."""
    reader = Reader(environ)
    pages = reader.read("CONTACT_PAGES", folder)
    keys = reader.read("CONTACT_KEYS", folder)
    spool = reader.read("CONTACT_SPOOL", place)
    now, before = reader.read("CONTACT_SECRET", secret), reader.read("CONTACT_SECRET_BEFORE", secret_or_none, "")
    listen = reader.read("CONTACT_LISTEN", host_and_port, "127.0.0.1:8401")
    proxy, rate = reader.read("CONTACT_PROXY", str, ""), reader.read("CONTACT_RATE", whole_number, "10")
    reader.done()
    return Serving(pages, keys, spool, tuple(filter(None, (now, before))), listen, proxy, rate)


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
    reader.done()
    return Delivering(spool, to, sender, recipients)


def folder(text: str) -> Path:
    """A folder that is there."""
    if not Path(text).is_dir():
        raise WrongValue(f"is {text!r}: name a folder that exists and can be read.")
    return Path(text)


def certificates(text: str) -> str:
    """A file that is there, or nothing."""
    if text and not Path(text).is_file():
        raise WrongValue(f"is {text!r}: name a file with certificates (PEM), or leave it out.")
    return text


def like(pattern: str, mend: str, convert: Callable[[str], Any] = str, show: bool = True) -> Callable[[str], Any]:
    """Reads what is like `pattern`; of anything else says how to `mend` it, and shows it unless it is a secret."""

    def read(text: str) -> Any:
        if not re.fullmatch(pattern, text):
            raise WrongValue(f"is {text!r}: {mend}" if show else mend)
        return convert(text)

    return read


def _host_and_port(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    return host, int(port)


PORT = r"(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])"
LENGTH = "is too short: use at least 32 random characters, `openssl rand -hex 32`."
ONE_ADDRESS = "must be exactly one address, name@example.org; a shared mailbox reaches several people."
place = like(r"(?:/|https?://).+", "name a folder from / on, or the https address of a queue.")
secret = like(r".{32,}", LENGTH, str.encode, show=False)
secret_or_none = like(r"|.{32,}", LENGTH, str.encode, show=False)
host_and_port = like(rf"[0-9A-Za-z.:-]+:{PORT}", "write address:port, such as 127.0.0.1:8401.", _host_and_port)
whole_number = like(r"[1-9][0-9]{0,8}", "write a whole number above 0.", int)
seconds = like(r"[1-9][0-9]{0,2}(?:\.[0-9]+)?|0\.[0-9]*[1-9]", "write seconds below 1000, such as 30.", float)
address = like(r"[^@\s,;<>\"\x00-\x20\x7f]+@[A-Za-z0-9.-]+", ONE_ADDRESS, show=False)


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
