"""Everything that a new installation needs, in one list: settings, pages, keys, spool, endpoint, mail server, and a
sealed test message there and back.
"""

import errno
import socket
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from contact.health import look, looked_at
from contact.heartbeat import MARK, last_seen, sealed_beat
from contact.outgoing import Delivering, Smtp, delivering
from contact.page import read_pages
from contact.report import Line
from contact.seals import read_seals
from contact.settings import Serving, SettingsError, default_listen, is_set, serving
from contact.spool import Spool, SpoolError, new_name
from contact.transport import Later, Mailer, Refused, Unreachable, open_transport

ARRIVES = 30  # seconds in which a test message should be seen


def check(environ: Mapping[str, str]) -> list[Line]:
    """Return one line for each thing, with an alarm where something is missing or wrong."""
    lines = looked_at("endpoint", lambda: _serving(environ)) + looked_at("mail", lambda: _delivering(environ))
    listen = {} if is_set(environ, "CONTACT_LISTEN") else {"CONTACT_LISTEN": default_listen(environ)}
    return [*lines, *look({**environ, **listen})]


def _serving(environ: Mapping[str, str]) -> Iterator[Line]:
    try:
        settings = serving(environ)
    except SettingsError as error:
        yield from (Line(line, alarm=True, check="endpoint") for line in str(error).splitlines())
        return
    yield Line("the settings of the endpoint are complete", check="endpoint")
    _, missing = read_pages(settings.pages)
    yield from (Line(f"a page is missing: {name}", alarm=True, check="endpoint") for name in missing)
    yield from _listening(settings)
    if settings.spool.startswith("/"):
        yield _spool(Path(settings.spool))


def _listening(settings: Serving) -> Iterator[Line]:
    """Yield why nobody can listen there; that somebody does already is the business of health."""
    host, port = settings.listen
    try:
        for family, kind, _, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
            with socket.socket(family, kind) as tried:
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                tried.bind(address)
    except (OSError, UnicodeError) as error:
        if getattr(error, "errno", 0) != errno.EADDRINUSE:
            why = getattr(error, "strerror", "") or "no such host"
            yield Line(f"CONTACT_LISTEN: nobody can listen at {host}:{port} ({why})", alarm=True, check="endpoint")


def _spool(folder: Path) -> Line:
    try:
        Spool(folder)
    except SpoolError as error:
        return Line(str(error), alarm=True, check="disk")
    return Line(f"{folder} can be used, and by nobody else", check="disk")


def _delivering(environ: Mapping[str, str]) -> Iterator[Line]:
    try:
        settings = delivering(environ)
    except SettingsError as error:
        yield from (Line(line, alarm=True, check="mail") for line in str(error).splitlines())
        return
    yield Line("the settings of the deliverer are complete", check="mail")
    try:
        yield from _asked(settings)
        yield from _there_and_back(settings, environ)
    except (Unreachable, Later, Refused) as error:
        yield Line(f"mail cannot be sent: {error}", alarm=True, check="mail")


def _asked(settings: Delivering) -> Iterator[Line]:
    """Yield what the mail server says about each recipient. Raise Unreachable."""
    if isinstance(settings.to, Smtp):
        refused = Mailer(settings, settings.to).ask()
        yield Line("the mail server can be reached, and takes the login", check="mail")
        for form, code in refused.items():
            yield Line(f"CONTACT_TO_{form.upper()} is refused by the mail server ({code})", alarm=True, check="mail")


def _there_and_back(settings: Delivering, environ: Mapping[str, str]) -> Iterator[Line]:
    """Yield whether a sealed test message leaves, and arrives. Raise Unreachable, Later, Refused."""
    seals, _ = read_seals(Path(environ.get("CONTACT_KEYS") or "/nowhere"))
    if not seals:
        return
    name, begun = new_name("heartbeat"), time.time()
    transport = open_transport(settings)
    transport.send(name, sealed_beat(next(iter(seals.values())), datetime.now(UTC)), begun)
    transport.close()
    place, mark = environ.get("CONTACT_SEEN", ""), name.partition(".")[0] + MARK
    yield Line("a sealed test message was sent, to where heartbeats go: open it there", check="mail")
    if place:
        until = time.monotonic() + ARRIVES
        while not (seen := last_seen(place, environ, mark)) and time.monotonic() < until:
            time.sleep(1)
        yield Line(f"the test message {'arrived' if seen else 'was not seen'} there", not seen, "mail")
