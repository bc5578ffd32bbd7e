"""Serves the output folder as a web server would, with the contact endpoint beside it,
or the list of problems."""

import re
import sys
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO, Any, cast
from urllib.parse import unquote, urlsplit
from wsgiref.handlers import SimpleHandler

from contact.form import PLACES
from plugins.editor.serving import BELOW, LocalEditor
from plugins.features.hosting.headers import headers, status
from plugins.model.message import Message
from plugins.model.speech import WRITTEN_IN, Speech, speech

PAGE = """<!doctype html>
<html lang="{lang}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="3"><title>{title}</title>
<h1>{title}</h1><p>{about}</p>
{problems}"""
TITLE = Message("To fix")
ABOUT = Message("The site was not built. This page shows the site again once the list is empty.")
ELSEWHERE = Message(
    "This server answers as localhost only. Allow another name: make serve ALLOW_HOST=name"
)

# Under which names this machine knows itself. A page of somebody else's whose name leads here (DNS
# rebinding) would read drafts with the browser of the person who writes them.
OWN_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:\[\]]+)(?::\d+)?")
CONTACT = "/contact/"
FORM_PAGE = re.compile(rf"/+([a-z-]+)/({'|'.join(PLACES.values())})(?:/(?:index\.html)?)?")


def _listed(problems: str, say: Speech) -> bytes:
    """The page that shows `problems`, a line each."""
    lines = "".join(f"<p>{escape(line)}" for line in problems.splitlines())
    words = {"lang": say.code, "title": escape(say(TITLE)), "about": escape(say(ABOUT))}
    return PAGE.format(problems=lines, **words).encode()


def missing_page(path: str, folder: Path) -> Path:
    """The 404 page for `path`: that of its language where there is one, else the server's own."""
    own = folder / unquote(path).lstrip("/").partition("/")[0] / "404.html"
    return own if own.is_file() and own.parent.parent == folder else folder / "404.html"


def form_address(path: str) -> str:
    """Where the endpoint has the form page at `path`; empty for any other page."""
    found = FORM_PAGE.fullmatch(unquote(path))
    forms = {place: form for form, place in PLACES.items()}
    return f"{CONTACT}{found[1]}/{forms[found[2]]}/form" if found else ""


def answers_to(host: str, names: frozenset[str]) -> bool:
    """Return whether a Host header (RFC 9110, 7.2) has one of `names`, with any port."""
    found = HOST.fullmatch(host.strip().lower())
    return bool(found and found[1] in names)


class Preview(ThreadingHTTPServer):
    """`problems` is what the last build said; an empty text means that the pages are up to date.

    `say` says its own words in the language of the staff. `endpoint` is what answers below
    /contact/, a WSGI application (PEP 3333), and `editor` what answers below /editor/, whether or
    not there are problems. `other_headers` take the place of those of the public site: browsers
    shall not show an older build. It answers to no host but `names`.
    """

    daemon_threads = True

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.names = OWN_NAMES
        self.problems = ""
        self.say = speech(WRITTEN_IN)
        self.endpoint: Any = None
        self.editor: LocalEditor | None = None
        self.other_headers = {"Cache-Control": "no-store"}
        super().__init__(("127.0.0.1", port), Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away before its answer is complete is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(SimpleHTTPRequestHandler):
    """Answers one request; nothing is cached, so that a reload shows the last build."""

    server: Preview

    def __init__(self, request: object, address: object, server: Preview) -> None:
        super().__init__(request, address, server, directory=str(server.folder))  # type: ignore[arg-type]

    def parse_request(self) -> bool:
        """Return whether there is something to answer: not what is meant for another host."""
        if not super().parse_request():
            return False
        hosts = self.headers.get_all("Host", [])
        if len(hosts) == 1 and answers_to(hosts[0], self.server.names):
            return True
        self.close_connection = True
        self._say(HTTPStatus.MISDIRECTED_REQUEST, f"{self.server.say(ELSEWHERE)}\n".encode())
        return False

    def do_GET(self) -> None:
        """The page, the problem list, or a 404 page."""
        path = urlsplit(self.path).path
        if self.server.editor and (path + "/").startswith(BELOW):
            self._edit(path, self.server.editor)
        elif self.server.endpoint and form_address(path):
            self._ask_endpoint(form_address(path))
        elif path.startswith(CONTACT):
            self.do_POST()
        elif self.server.problems and path.endswith(("/", ".html")):
            self._say(
                HTTPStatus.SERVICE_UNAVAILABLE, _listed(self.server.problems, self.server.say)
            )
        elif not Path(self.translate_path(self.path)).exists():
            page = missing_page(path, self.server.folder)
            self._say(HTTPStatus.NOT_FOUND, page.read_bytes() if page.is_file() else b"404")
        else:
            super().do_GET()

    def do_POST(self) -> None:
        """What the contact endpoint answers, where there is one."""
        if self.server.endpoint is None or not urlsplit(self.path).path.startswith(CONTACT):
            self._say(HTTPStatus.NOT_FOUND, b"404")
        else:
            self._ask_endpoint(unquote(urlsplit(self.path).path))

    def _edit(self, path: str, editor: LocalEditor) -> None:
        """The editor has headers of its own; its files are named relative to the folder."""
        if path + "/" == BELOW:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", BELOW)
            self.end_headers()
            return
        found = editor.answer(unquote(path))
        self.send_response_only(found.status)
        for name, value in (found.headers | {"Content-Length": str(len(found.body))}).items():
            self.send_header(name, value)
        super().end_headers()
        self.wfile.write(found.body)

    def _ask_endpoint(self, path: str) -> None:
        self.close_connection = True
        streams = cast(IO[bytes], self.rfile), cast(IO[bytes], self.wfile)
        SimpleHandler(*streams, sys.stderr, self._environ() | {"PATH_INFO": path}).run(
            self.server.endpoint
        )

    def _environ(self) -> dict[str, str]:
        headers = {
            f"HTTP_{name.upper().replace('-', '_')}": value for name, value in self.headers.items()
        }
        return headers | {
            "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": self.headers.get("Content-Length", ""),
            "REMOTE_ADDR": self.client_address[0],
            "SERVER_PROTOCOL": "HTTP/1.0",
        }

    def _say(self, status: HTTPStatus, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_response(self, code: int, message: str | None = None) -> None:
        """A page to write on has the status of the public site."""
        found = status(urlsplit(self.path).path) if code == HTTPStatus.OK else code
        super().send_response(found, message)

    def end_headers(self) -> None:
        """The headers of the public site, but for those that this server has instead."""
        for name, value in (headers(urlsplit(self.path).path) | self.server.other_headers).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal is for the build."""
