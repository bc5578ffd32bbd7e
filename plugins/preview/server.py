"""Serves the output folder as a web server would, with the contact endpoint beside it,
or the list of problems. Waitress speaks HTTP, WhiteNoise has the files."""

import logging
import re
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from html import escape
from http import HTTPStatus
from pathlib import Path
from threading import Event
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from waitress import wasyncore
from waitress.server import create_server

from contact.form import PLACES, ROUTES
from plugins.editor.serving import BELOW, LocalEditor
from plugins.features.hosting.headers import headers, status
from plugins.model.message import Message
from plugins.model.speech import WRITTEN_IN, Speech, speech
from plugins.preview.pages import Pages, missing_page

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
READING = ("GET", "HEAD")
THREADS = 8
STOPPED = 5  # seconds to wait for what is being answered when the server ends

Headers = dict[str, str]


def _listed(problems: str, say: Speech) -> bytes:
    """The page that shows `problems`, a line each."""
    lines = "".join(f"<p>{escape(line)}" for line in problems.splitlines())
    words = {"lang": say.code, "title": escape(say(TITLE)), "about": escape(say(ABOUT))}
    return PAGE.format(problems=lines, **words).encode()


def form_address(path: str) -> str:
    """Where the endpoint has the form page at `path`; empty for any other page."""
    found = FORM_PAGE.fullmatch(path)
    forms = {place: form for form, place in PLACES.items()}
    return f"{CONTACT}{found[1]}/{ROUTES[forms[found[2]]]}/form" if found else ""


def answers_to(host: str, names: frozenset[str]) -> bool:
    """Return whether a Host header (RFC 9110, 7.2) has one of `names`, with any port."""
    found = HOST.fullmatch(host.strip().lower())
    return bool(found and found[1] in names)


class Preview:
    """`problems` is what the last build said; an empty text means that the pages are up to date.

    `say` says its own words in the language of the staff. `endpoint` is what answers below
    /contact/, a WSGI application (PEP 3333), and `editor` what answers below /editor/, whether or
    not there are problems. `other_headers` take the place of those of the public site: browsers
    shall not show an older build. It answers to no host but `names`. Raises OSError when the port
    cannot be used.
    """

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.names = OWN_NAMES
        self.problems = ""
        self.say = speech(WRITTEN_IN)
        self.endpoint: WSGIApplication | None = None
        self.editor: LocalEditor | None = None
        self.other_headers = {"Cache-Control": "no-store"}
        self._map: dict[int, Any] = {}
        self._stopping, self._stopped = Event(), Event()
        # It would warn whenever a browser asks for more at once than there are threads.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        place = {"host": "127.0.0.1", "port": port, "threads": THREADS, "ident": ""}
        self._listener = create_server(self.answer, map=self._map, **place)

    @property
    def port(self) -> int:
        """Return the port, also where it was asked for any (0)."""
        return int(self._listener.effective_port)

    @property
    def address(self) -> str:
        """Return where browsers find it."""
        return f"http://127.0.0.1:{self.port}"

    def run(self) -> None:
        """Serve until `stop`."""
        while not self._stopping.is_set():
            wasyncore.loop(timeout=1, map=self._map, use_poll=True, count=1)
        self._listener.task_dispatcher.shutdown(cancel_pending=True, timeout=STOPPED)
        wasyncore.close_all(self._map)
        self._stopped.set()

    def stop(self) -> None:
        """Let `run`, which is in another thread, come to its end."""
        if not self._stopping.is_set():
            self._stopping.set()
            with suppress(OSError):  # it was about to look, and has ended by itself
                self._listener.pull_trigger()
        self._stopped.wait(STOPPED)

    def answer(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a request (PEP 3333); not one that is meant for another host."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        if answers_to(environ.get("HTTP_HOST", ""), self.names):
            answering = self._answering(path, environ["REQUEST_METHOD"] in READING)
        else:
            said = f"{self.say(ELSEWHERE)}\n".encode()
            answering = self._saying(path, HTTPStatus.MISDIRECTED_REQUEST, said)
        return answering(environ, start)

    def _answering(self, path: str, reading: bool) -> WSGIApplication:
        """What answers at `path`: the editor, the endpoint, the list of problems or a page."""
        form = form_address(path) if reading and self.endpoint else ""
        if reading and self.editor and f"{path}/".startswith(BELOW):
            return partial(_edit, path, self.editor)
        if self.endpoint and (form or path.startswith(CONTACT)):
            return partial(_asking, self.endpoint, form or path)
        if not reading or path.startswith(CONTACT):
            return self._saying(path, HTTPStatus.NOT_FOUND, b"404")
        if self.problems and path.endswith(("/", ".html")):
            page = _listed(self.problems, self.say)
            return self._saying(path, HTTPStatus.SERVICE_UNAVAILABLE, page)
        return partial(self._page, path)

    def _page(self, path: str, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """A page to write on has the status of the public site."""

        def begin(code: str, given: list[tuple[str, str]], *more: Any) -> Any:
            told = _line(status(path)) if code == _line(HTTPStatus.OK) else code
            return start(told, list((dict(given) | self._headers(path)).items()), *more)

        missing = missing_page(path, self.folder)
        body = missing.read_bytes() if missing.is_file() else b"404"
        pages = Pages(partial(_answer, HTTPStatus.NOT_FOUND, body, {}), self.folder)
        answered: Iterable[bytes] = pages(environ, begin)
        return answered

    def _saying(self, path: str, code: HTTPStatus, body: bytes) -> WSGIApplication:
        return partial(_answer, code, body, self._headers(path))

    def _headers(self, path: str) -> Headers:
        """The headers of the public site, but for those that this server has instead."""
        return headers(path) | self.other_headers


def _edit(
    path: str, editor: LocalEditor, environ: WSGIEnvironment, start: StartResponse
) -> Iterable[bytes]:
    """The editor has headers of its own; its files are named relative to the folder."""
    if f"{path}/" == BELOW:
        return _answer(HTTPStatus.FOUND, b"", {"Location": BELOW}, environ, start)
    found = editor.answer(path)
    return _answer(found.status, found.body, found.headers, environ, start)


def _asking(
    endpoint: WSGIApplication, path: str, environ: WSGIEnvironment, start: StartResponse
) -> Iterable[bytes]:
    return endpoint(environ | {"PATH_INFO": path}, start)


def _answer(
    code: HTTPStatus, body: bytes, more: Headers, environ: WSGIEnvironment, start: StartResponse
) -> Iterable[bytes]:
    given = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
    start(_line(code), list((given | more).items()))
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _line(code: HTTPStatus) -> str:
    return f"{code.value} {code.phrase}"
