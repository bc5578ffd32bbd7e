"""The endpoint under waitress: limits in memory, and a page of ours where waitress would answer in its own words."""

import logging
import socket
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.receiver import FixedStreamReceiver
from waitress.server import TcpWSGIServer, create_server
from waitress.task import ErrorTask
from waitress.utilities import BadRequest, RequestEntityTooLarge

from contact.app import HEADERS, STATUSES, Contact
from contact.endpoint import application
from contact.form import BODY_LIMIT
from contact.settings import serving

THREADS = 16
CONNECTIONS = 1000
PATIENCE = 60  # seconds without a byte
READ_LIMIT = 16 * 1024 * 1024  # bytes of a body that are read to answer it in peace
LINGER = 10  # seconds to read a refusal


class Strict(HTTPRequestParser):
    """Takes only requests whose end cannot be mistaken (RFC 9112, 6.3): no browser sends a form otherwise."""

    error: Any = None

    def parse_header(self, header_plus: bytes) -> None:
        """Raises ParsingError for a body in chunks and for a version of HTTP that is none."""
        super().parse_header(header_plus)
        if b"\r\ntransfer-encoding" in header_plus.lower() or self.version not in ("1.0", "1.1"):
            raise ParsingError("unexpected")
        if self.content_length > BODY_LIMIT:
            self.body_rcv = FixedStreamReceiver(self.content_length, DiscardBuffer())

    def received(self, data: bytes) -> int:
        """Reads a body that is too long to its end and throws it away, so that its sender reads the answer."""
        consumed = int(super().received(data))
        if self.content_length > BODY_LIMIT and self.completed and not self.error:
            self.error = RequestEntityTooLarge("long")
        return consumed


class DiscardBuffer:
    """Where a body goes that is too long."""

    def append(self, data: bytes) -> None:
        """Forgets `data`."""

    def close(self) -> None:
        """Nothing was kept."""


class Told(ErrorTask):
    """What is no request gets the page that says so."""

    def execute(self) -> None:
        """Answers and ends the connection."""
        code = self.request.error.code if self.request.error.code in STATUSES else 400
        environ = {"PATH_INFO": getattr(self.request, "path", ""), "REQUEST_METHOD": "POST"}
        answer = self.channel.server.endpoint.refuse(environ, code)
        self.status, self.content_length = STATUSES[code], len(answer.body)
        self.response_headers.extend([*HEADERS, *answer.headers])
        self.set_close_on_finish()
        self.channel.lingers = True
        self.write(answer.body)


class Channel(HTTPChannel):
    """Notices when a visitor stops in the middle of a request, and lets those read on who sent too much."""

    parser_class = Strict
    error_task_class = Told
    request: Any = None
    lingers = False
    until = 0.0

    def readable(self) -> bool:
        """Whether there is something to read, be it to throw it away."""
        return bool(self.until or super().readable())

    def handle_read(self) -> None:
        """Reads on, or answers what was cut off, or throws away what was refused."""
        if self.until:
            self._throw_away()
        elif self._cut_off():
            self.request.error = BadRequest("cut off")
            with self.requests_lock:
                self.requests.append(self.request)
                self.request = None
            self.server.add_task(self)
        else:
            super().handle_read()

    def handle_close(self) -> None:
        """Closes; after a refusal only once the visitor has read it (RFC 9112, 9.6), but not for ever."""
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


def server(app: Contact, listen: tuple[str, int], proxy: str = "") -> TcpWSGIServer:
    """A server for `app`; `proxy` is the address of the web server in front, whose word on addresses is taken."""
    trusted = {"trusted_proxy": proxy, "trusted_proxy_headers": {"x-forwarded-for"}} if proxy else {}
    made = create_server(
        app,
        host=listen[0],
        port=listen[1],
        threads=THREADS,
        connection_limit=CONNECTIONS,
        asyncore_use_poll=True,  # select() cannot watch as many
        channel_timeout=PATIENCE,
        max_request_header_size=16 * 1024,
        max_request_body_size=READ_LIMIT,
        inbuf_overflow=2 * BODY_LIMIT,  # more than a body may have: nothing is written to a temporary file
        clear_untrusted_proxy_headers=True,
        log_socket_errors=False,
        ident="",
        **trusted,
    )
    made.channel_class, made.endpoint = Channel, app
    logging.getLogger("waitress").setLevel(logging.CRITICAL)  # its lines would hold addresses
    return made


def serve(environ: Mapping[str, str]) -> None:
    """Serves until stopped. Raises SettingsError."""
    settings = serving(environ)
    server(application(settings), settings.listen, settings.proxy).run()
