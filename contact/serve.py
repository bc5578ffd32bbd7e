"""The endpoint under waitress: limits in memory, a page of ours where waitress would answer in its
own words, and an end that loses nothing.
"""

import ctypes
import logging
import os
import resource
import signal
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.receiver import FixedStreamReceiver
from waitress.server import BaseWSGIServer, create_server
from waitress.task import ErrorTask
from waitress.utilities import BadRequest, Error, RequestEntityTooLarge

from contact.app import Contact
from contact.endpoint import application
from contact.form import BODY_LIMIT
from contact.headers import HEADERS, STATUSES
from contact.settings import SettingsError, serving

THREADS = 16
CONNECTIONS = 3000
CROWDED = 0.8  # of these: from here on, who has sent half a request for long is let go
PATIENCE = 60  # seconds without a byte
WHOLE = 60  # seconds for a whole request, and for reading the whole answer
WHOLE_WHEN_CROWDED = 5
READ_LIMIT = 16 * 1024 * 1024  # bytes of a body that are read to answer it in peace
LINGER = 10  # seconds to read a refusal
CHUNK = 16 * 1024  # bytes of an answer that are made at once
SILENT = 2  # seconds after which a connection without a byte is not waited for at the end
LAST_WORDS = 2  # seconds for what is refused at the end
ARENA_MAX, TRIM_THRESHOLD, MMAP_THRESHOLD = -8, -1, -3  # malloc.h
INHERITED = 3  # the first file descriptor that systemd hands over (sd_listen_fds(3))


ADJUSTMENTS: dict[str, Any] = {
    "threads": THREADS,
    "backlog": 1024,
    "asyncore_use_poll": True,  # select() cannot watch as many
    "channel_timeout": PATIENCE,
    "max_request_header_size": 16 * 1024,
    "max_request_body_size": READ_LIMIT,
    "inbuf_overflow": 2 * BODY_LIMIT,  # more than a body may have: nothing goes to a temporary file
    "outbuf_overflow": READ_LIMIT,  # nor does an answer
    "clear_untrusted_proxy_headers": True,
    "log_socket_errors": False,
    "ident": "",
}


class TimedOut(Error):  # noqa: N818
    """The request took too long."""

    code, reason = 408, "Request Timeout"


class Strict(HTTPRequestParser):
    """Takes only requests whose end cannot be mistaken (RFC 9112, 6.3): no browser sends a form otherwise."""

    error: Any = None

    def parse_header(self, header_plus: bytes) -> None:
        """Raise ParsingError for a body in chunks and for a version of HTTP that is none."""
        super().parse_header(header_plus)
        if b"\r\ntransfer-encoding" in header_plus.lower() or self.version not in ("1.0", "1.1"):
            raise ParsingError("unexpected")
        if self.content_length > BODY_LIMIT:
            self.body_rcv = FixedStreamReceiver(self.content_length, DiscardBuffer())

    def received(self, data: bytes) -> int:
        """Read a body that is too long to its end and throw it away, so that its sender reads the answer."""
        consumed = int(super().received(data))
        if self.content_length > BODY_LIMIT and self.completed and not self.error:
            self.error = RequestEntityTooLarge("long")
        return consumed


class DiscardBuffer:
    """Where a body goes that is too long."""

    def append(self, data: bytes) -> None:
        """Forget `data`."""

    def close(self) -> None:
        """Nothing was kept."""


class Told(ErrorTask):
    """What is no request gets the page that says so."""

    def execute(self) -> None:
        """Answer and end the connection."""
        code = self.request.error.code if self.request.error.code in STATUSES else 400
        environ = {"PATH_INFO": getattr(self.request, "path", ""), "REQUEST_METHOD": "POST"}
        answer = self.channel.server.endpoint.refuse(environ, code)
        self.status, self.content_length = STATUSES[code], len(answer.body)
        self.response_headers.extend([*HEADERS, *answer.headers])
        self.set_close_on_finish()
        self.channel.lingers = True
        self.write(answer.body.read())


class Channel(HTTPChannel):
    """Notices when a visitor stops in the middle of a request or takes too long for it, and lets
    those read on who sent too much.
    """

    parser_class = Strict
    error_task_class = Told
    request: Any = None
    lingers = served = False
    until = begun = 0.0

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.sendbuf_len: int = CHUNK

    def readable(self) -> bool:
        """Return whether there is something to read, be it to throw it away."""
        return bool(self.until or super().readable())

    def handle_read(self) -> None:
        """Read on, or answer what was cut off, or throw away what was refused."""
        if self.until:
            self._throw_away()
        elif self._cut_off():
            self.give_up(BadRequest("cut off"))
        else:
            super().handle_read()

    def received(self, data: bytes) -> bool:
        """Note when a request began."""
        if self.request is None:
            self.begun = time.monotonic()
        return bool(super().received(data))

    def service(self) -> None:
        """Answer; from here on time runs for reading it."""
        super().service()
        self.served, self.begun = True, time.monotonic()

    def give_up(self, error: Error) -> None:
        """Answer a request that has not arrived in full."""
        self.request.error = error
        with self.requests_lock:
            self.requests.append(self.request)
            self.request = None
        self.server.add_task(self)

    def hurry(self, seconds: float) -> None:
        """Let go of who takes longer than `seconds` for a request or for reading the answer."""
        late = self.begun and time.monotonic() - self.begun > seconds
        if self.until and time.monotonic() > self.until:
            self.will_close = True
        if not late or self.requests or self.until:
            return
        if self.request is not None and self.request.headers_finished:
            self.give_up(TimedOut("too slow"))
        elif self.request is not None or self.total_outbufs_len:
            self.will_close = True

    def is_idle(self) -> bool:
        """Return whether nothing is on its way here in either direction."""
        if self.until:
            return time.monotonic() > self.until
        if self.requests or self.request is not None or self.total_outbufs_len:
            return False
        return self.served or time.time() - self.creation_time > SILENT

    def handle_close(self) -> None:
        """Close; after a refusal only once the visitor has read it (RFC 9112, 9.6), but not for ever."""
        if self.lingers and self.connected:
            self.lingers, self.will_close, self.until = False, False, time.monotonic() + LINGER
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_WR)
        else:
            super().handle_close()

    def _throw_away(self) -> None:
        with suppress(OSError):
            if self.socket.recv(65536) and time.monotonic() < self.until:
                return
        super().handle_close()

    def _cut_off(self) -> bool:
        begun = self.request is not None and self.request.headers_finished and not self.requests
        with suppress(OSError):
            return begun and not self.socket.recv(1, socket.MSG_PEEK)
        return False


class Server:
    """waitress on every socket it listens on, each of them strict; ends without losing a message."""

    def __init__(self, app: Contact, **adjustments: Any) -> None:
        self.map: dict[int, Any] = {}
        self._stopping = threading.Event()
        create_server(app, map=self.map, **adjustments)
        self.listeners = [each for each in self.map.values() if isinstance(each, BaseWSGIServer)]
        for listener in self.listeners:
            listener.channel_class, listener.endpoint = Channel, app
        self.task_dispatcher = self.listeners[0].task_dispatcher

    @property
    def effective_port(self) -> int:
        """The port of the first socket."""
        return int(self.listeners[0].effective_port)

    def channels(self) -> Iterator[Channel]:
        """Yield every connection there is."""
        for listener in self.listeners:
            yield from list(listener.active_channels.values())

    def run(self, limit: float = 0.0) -> None:
        """Serve until `stop`; then finish what has arrived within `limit` seconds."""
        next_look = 0.0
        while not self._stopping.is_set():
            self._loop(1.0)
            if time.monotonic() > next_look:
                next_look = time.monotonic() + 1
                crowded = len(self.map) > CROWDED * self.listeners[0].adj.connection_limit
                self._hurry(WHOLE_WHEN_CROWDED if crowded else WHOLE)
        self._finish(limit)

    def stop(self, *_: object) -> None:
        """Let `run` come to its end; may be called by a signal."""
        self._stopping.set()
        self.listeners[0].pull_trigger()

    def _loop(self, seconds: float) -> None:
        wasyncore.loop(timeout=seconds, map=self.map, use_poll=True, count=1)

    def _hurry(self, seconds: float) -> None:
        for channel in self.channels():
            channel.hurry(seconds)

    def _finish(self, limit: float) -> None:
        """Take in who has already knocked, close the door, and answer everybody inside."""
        for listener in self.listeners:
            _take_in(listener)
        until = time.monotonic() + limit
        while (waiting := self._still_here()) and time.monotonic() < until:
            self._loop(0.05)
        for channel in waiting:
            channel.hurry(-1)
        until = time.monotonic() + LAST_WORDS
        while self._still_here() and time.monotonic() < until:
            self._loop(0.05)
        self.task_dispatcher.shutdown(cancel_pending=False, timeout=LAST_WORDS)

    def _still_here(self) -> list[Channel]:
        """Return who is to be answered yet; lets go of the others."""
        for channel in self.channels():
            if channel.is_idle():
                channel.will_close = True
        return [channel for channel in self.channels() if not channel.is_idle()]

    def close(self) -> None:
        """Close everything at once."""
        wasyncore.close_all(self.map)


def _take_in(listener: BaseWSGIServer) -> None:
    """Accept every connection that the system has made already; then accept no more.

    A socket of systemd's stays open: those who come later wait there for the next process.
    """
    listener.socket.setblocking(False)
    before = -1
    while len(listener.active_channels) > before:
        before = len(listener.active_channels)
        listener.handle_accept()
    listener.accepting = False
    listener.del_channel()
    listener.socket.close()


def server(
    app: Contact, listen: tuple[str, int], proxy: str = "", sockets: list[socket.socket] | None = None
) -> Server:
    """Return a server for `app`; `proxy` is the address of the web server in front, whose word on
    addresses is taken. Raise SettingsError when nobody can listen there.
    """
    trusted = {"trusted_proxy": proxy, "trusted_proxy_headers": {"x-forwarded-for"}} if proxy else {}
    place = {"sockets": sockets} if sockets else {"host": listen[0], "port": listen[1]}
    logging.getLogger("waitress").setLevel(logging.CRITICAL)  # its lines would hold addresses
    try:
        return Server(app, connection_limit=_connections(), **ADJUSTMENTS, **place, **trusted)
    except (OSError, ValueError) as error:
        where, why = f"{listen[0]}:{listen[1]}", getattr(error, "strerror", "") or "no such host"
        raise SettingsError(
            f"CONTACT_LISTEN is {where!r}, where nobody can listen ({why}): name an address of this machine and a "
            "port that is free and above 1023, such as 127.0.0.1:8401."
        ) from None


def _connections() -> int:
    """Return how many connections there may be: fewer where the system allows fewer open files."""
    return max(100, min(CONNECTIONS, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 100))


def inherited(environ: Mapping[str, str]) -> list[socket.socket]:
    """Return the sockets that systemd has opened for this process (sd_listen_fds(3))."""
    if environ.get("LISTEN_PID") != str(os.getpid()):
        return []
    count = int(environ.get("LISTEN_FDS", "0"))
    return [socket.socket(fileno=INHERITED + number) for number in range(count)]


def give_memory_back() -> None:
    """Let the C library keep no freed memory for later: what was written stays nowhere longer than it
    is needed, and many slow readers cost little (mallopt(3); other C libraries do it or ignore it).
    """
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        for option, value in ((ARENA_MAX, 1), (TRIM_THRESHOLD, 64 * 1024), (MMAP_THRESHOLD, 32 * 1024)):
            mallopt(option, value)


def serve(environ: Mapping[str, str]) -> None:
    """Serve until stopped. Raise SettingsError."""
    give_memory_back()
    settings = serving(environ)
    made = server(application(settings), settings.listen, settings.proxy, inherited(environ))
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, made.stop)
    made.run(settings.stop)
