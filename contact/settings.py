"""Settings: the environment, read once; every missing or wrong key is named together with how to fix it.

A key may instead be given as KEY_FILE, the path of a file that holds the value: passwords and secrets need not stand in
the environment.
"""

import os
from _socket import AF_INET, AF_INET6, inet_pton
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

MEBI = 1024 * 1024
PLAIN = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:-_~/")  # of an address


class SettingsError(Exception):
    """Everything that is wrong with the settings, a line each."""


class WrongValue(ValueError):  # noqa: N818 (its name is what is read)
    """What a value should be."""


class Serving(NamedTuple):
    """What the endpoint must know."""

    pages: Path
    keys: Path
    spool: str
    secrets: tuple[bytes, ...]
    listen: tuple[str, int]
    proxy: str
    rate: int
    bound: int = 0
    stop: float = 20.0
    reserve: int = 0
    site: str = ""

    def __repr__(self) -> str:
        return f"Serving(listen={self.listen})"


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


def is_set(environ: Mapping[str, str], key: str) -> bool:
    """Return whether there is anything for `key`, right or wrong."""
    return bool(environ.get(key) or environ.get(f"{key}_FILE"))


def serving(environ: Mapping[str, str]) -> Serving:
    """The endpoint's settings. Raises SettingsError."""
    reader = Reader(environ)
    pages = reader.read("CONTACT_PAGES", folder)
    keys = reader.read("CONTACT_KEYS", folder)
    spool = reader.read("CONTACT_SPOOL", place)
    now, before = reader.read("CONTACT_SECRET", secret), reader.read("CONTACT_SECRET_BEFORE", secret_or_none, "")
    listen = reader.read("CONTACT_LISTEN", host_and_port, default_listen(environ))
    proxy, rate = reader.read("CONTACT_PROXY", ip_address, ""), reader.read("CONTACT_RATE", whole_number, "10")
    bound, stop = reader.read("CONTACT_BOUND", whole_number, "100"), reader.read("CONTACT_STOP", whole_number, "20")
    reserve, site = reader.read("CONTACT_RESERVE", whole_number, "64"), reader.read("CONTACT_SITE", address, "")
    reader.done()
    secrets = tuple(filter(None, (now, before)))
    return Serving(pages, keys, spool, secrets, listen, proxy, rate, bound, stop, reserve * MEBI, site)


def default_listen(environ: Mapping[str, str]) -> str:
    """Where to listen unless it is said: containers are told the port (Cloud Run, container contract)."""
    return f"0.0.0.0:{environ['PORT']}" if environ.get("PORT") else "127.0.0.1:8401"


def folder(text: str) -> Path:
    """A folder that is there and can be read."""
    if not Path(text).is_dir() or not os.access(text, os.R_OK | os.X_OK):
        raise WrongValue(f"is {text!r}: name a folder that exists and can be read.")
    return Path(text)


def checked(
    good: Callable[[str], object], fix: str, convert: Callable[[str], Any] = str, show: bool = True
) -> Callable[[str], Any]:
    """Reads a text that is `good`; of any other says how to `fix` it, and shows it unless it is a secret."""

    def read(text: str) -> Any:
        if not good(text):
            raise WrongValue(f"is {text!r}: {fix}" if show else fix)
        return convert(text)

    return read


def _is_address(text: str) -> bool:
    scheme, _, rest = text.partition("://")
    named = scheme in ("https", "http") and rest and not rest.endswith("/")
    return not text or bool(named and not set(rest) - PLAIN)


def _number(text: str, most: int) -> bool:
    return text.isascii() and text.isdigit() and 0 < int(text[:20]) <= most


def _is_ip(text: str) -> bool:
    for family in (AF_INET, AF_INET6):
        with suppress(OSError):
            return bool(inet_pton(family, text))
    return text in ("", "*")


def _listens(text: str) -> bool:
    host, _, port = text.rpartition(":")
    return bool(host) and not host.isspace() and _number(port, 65535)


def _host_and_port(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    return host.strip("[]"), int(port)


LENGTH = "is too short: use at least 32 random characters, `openssl rand -hex 32`."
place = checked(
    lambda text: text.startswith(("/", "https://", "http://")),
    "name a folder from / on, or the https address of a queue.",
)
secret = checked(lambda text: len(text) >= 32, LENGTH, str.encode, show=False)
secret_or_none = checked(lambda text: not text or len(text) >= 32, LENGTH, str.encode, show=False)
host_and_port = checked(_listens, "write address:port, such as 127.0.0.1:8401 or [::1]:8401.", _host_and_port)
ip_address = checked(_is_ip, "write the address of the web server in front as numbers, such as 127.0.0.1; * for any.")
address = checked(_is_address, "write an address such as https://www.example.org, without a slash at its end.")
whole_number = checked(lambda text: _number(text, 10**9), "write a whole number above 0.", int)
