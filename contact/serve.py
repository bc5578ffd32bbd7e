"""The endpoint under waitress: limits in memory, and a page of ours where waitress would answer in its own words."""

import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import TcpWSGIServer, create_server
from waitress.task import ErrorTask
from waitress.utilities import BadRequest

from contact.app import STATUSES, Contact
from contact.form import BODY_LIMIT
from contact.health import read_seals
from contact.limit import Limit
from contact.page import read_pages
from contact.settings import Serving, SettingsError, serving
from contact.spool import Spool

THREADS = 8
CONNECTIONS = 1000
PATIENCE = 60  # seconds without a byte


class Strict(HTTPRequestParser):
    """Takes only requests whose end cannot be mistaken (RFC 9112, 6.3): no browser sends a form otherwise."""

    def parse_header(self, header_plus: bytes) -> None:
        """Raises ParsingError for a body of announced chunks."""
        super().parse_header(header_plus)
        if self.chunked or "TRANSFER_ENCODING" in self.headers:
            raise ParsingError("chunked")


class Told(ErrorTask):
    """What is no request gets the page that says so."""

    def execute(self) -> None:
        """Answers and ends the connection."""
        request = self.request
        environ = {"PATH_INFO": getattr(request, "path", ""), "REQUEST_METHOD": "POST"}
        code = request.error.code if request.error.code in STATUSES else 400
        answer = self.channel.server.application.refuse(environ, code)
        self.status = STATUSES[code]
        self.content_length = len(answer.body)
        self.response_headers.extend(answer.headers)
        self.response_headers.extend([("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")])
        self.set_close_on_finish()
        self.write(answer.body)


class Channel(HTTPChannel):
    """Notices when a visitor stops in the middle of a request."""

    parser_class = Strict
    error_task_class = Told

    def handle_read(self) -> None:
        """Reads on, or answers what was cut off."""
        if self._cut_off():
            self.request.error = BadRequest("cut off")
            with self.requests_lock:
                self.requests.append(self.request)
                self.request = None
            self.server.add_task(self)
        else:
            super().handle_read()

    def _cut_off(self) -> bool:
        begun = self.request is not None and self.request.headers_finished and not self.requests
        with suppress(OSError):
            return begun and not self.socket.recv(1, socket.MSG_PEEK)
        return False


def application(settings: Serving) -> Contact:
    """The endpoint for these settings; tells the journal about every key that cannot be used. Raises SettingsError."""
    pages, missing = read_pages(settings.pages)
    if missing:
        names = "\n".join(f"  {name}" for name in missing)
        raise SettingsError(f"CONTACT_PAGES lacks pages: build the site again, or name its folder `contact`.\n{names}")
    seals, lines = read_seals(settings.keys)
    for line in lines:
        print(f"contact: {line}", file=sys.stderr, flush=True)
    return Contact(pages, seals, queue(settings.spool), settings.secrets, Limit(settings.rate))


def queue(place: str) -> Any:
    """The spool in a folder, or the queue at an address."""
    if place.startswith("/"):
        return Spool(Path(place))
    from contact.aws import Sqs  # noqa: PLC0415 (boto3 is installed only where it is needed)

    return Sqs(place)


def server(app: Contact, listen: tuple[str, int], proxy: str = "") -> TcpWSGIServer:
    """A server for `app`; `proxy` is the address of the web server in front, whose word on addresses is taken."""
    trusted = {"trusted_proxy": proxy, "trusted_proxy_headers": {"x-forwarded-for"}} if proxy else {}
    made = create_server(
        app,
        host=listen[0],
        port=listen[1],
        threads=THREADS,
        connection_limit=CONNECTIONS,
        channel_timeout=PATIENCE,
        max_request_header_size=16 * 1024,
        max_request_body_size=BODY_LIMIT + 1,
        inbuf_overflow=2 * BODY_LIMIT,  # more than a body may have: nothing is written to a temporary file
        clear_untrusted_proxy_headers=True,
        log_socket_errors=False,
        ident="",
        **trusted,
    )
    made.channel_class = Channel
    return made


def serve(environ: Mapping[str, str]) -> None:
    """Serves until stopped. Raises SettingsError."""
    settings = serving(environ)
    server(application(settings), settings.listen, settings.proxy).run()
