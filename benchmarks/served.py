"""The published site as a good web server serves it:
its real headers, brotli, connections that stay open."""

import mimetypes
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli

from plugins.features.hosting.headers import headers
from plugins.preview.pages import missing_page
from tests.site.confirmed import confirm

MAIN = Path(__file__).parents[1]
PUBLIC = "https://www.example.org"
PACKED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}


@cache
def packed(file: Path) -> bytes:
    """The file as it is sent."""
    return (
        brotli.compress(file.read_bytes(), quality=9)
        if file.suffix in PACKED
        else file.read_bytes()
    )


class Server(ThreadingHTTPServer):
    """Serves `folder` on a free port of this machine."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for file in (
            found for found in folder.rglob("*.*") if found.suffix in (".html", ".css", ".js")
        ):
            packed(file)  # once, beforehand, as good servers do
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}/"


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """The file, or the 404 page."""
        path = urlsplit(self.path).path
        file = self.server.folder / unquote(path).lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        status = HTTPStatus.OK
        if not file.is_file():
            file, status = missing_page(path, self.server.folder), HTTPStatus.NOT_FOUND
        self._send(status, path, file)

    def _send(self, status: HTTPStatus, path: str, file: Path) -> None:
        data = packed(file)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        own = {"Content-Type": f"{kind}; charset=utf-8" if file.suffix in PACKED else kind}
        own |= {"Content-Encoding": "br"} if file.suffix in PACKED else {}
        self.send_response(status)
        for name, value in (headers(path) | own | {"Content-Length": str(len(data))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def publish(folder: Path) -> Path:
    """The site as it goes public once somebody has called every number, built into `folder`;
    returns where it is."""
    content = confirm(shutil.copytree(MAIN / "content", folder / "content"))
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(content),
        "-o",
        str(folder / "output"),
        "-s",
        "publishconf.py",
    ]
    environment = os.environ | {"SITEURL": PUBLIC, "PYTHONPATH": ""}
    subprocess.run(command, cwd=MAIN, env=environment, check=True, capture_output=True)
    return folder / "output"


@contextmanager
def served(output: Path | None = None) -> Iterator[Server]:
    """A server of `output`, or of a site that is published for it."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(output or publish(Path(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
