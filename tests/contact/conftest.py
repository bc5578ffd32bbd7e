"""What the tests of the endpoint share: pages, throw-away keys, the application,
and the application under waitress."""

import contextlib
import io
import re
import socket
import threading
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from pysequoia import Profile, Tsk, decrypt, encrypt

from contact.app import Contact
from contact.outbox import Outbox
from contact.page import read_pages
from contact.rate_limit import RateLimit
from contact.seal import Seal
from contact.serve import server
from contact.spool import new_name
from tests.contact import pages as made
from tests.contact.keyring import GnuPG, examine

SECRET = b"a secret of thirty-two characters"
SEALED = bytes(
    encrypt(b"a message", recipients=[Tsk.generate(profile=Profile.RFC4880).extract_certificate()])
)
FORM_TYPE = "application/x-www-form-urlencoded"


@pytest.fixture(scope="session")
def page_folder(tmp_path_factory):
    """The pages of both forms in two languages."""
    return made.write(tmp_path_factory.mktemp("site") / "contact")


@pytest.fixture(scope="session")
def secret_key():
    """A throw-away key of our own making."""
    return Tsk.generate(user_id="Counsellor <counsellor@example.org>", profile=Profile.RFC4880)


@pytest.fixture(scope="session")
def own_seal(secret_key):
    """A seal to the throw-away key, which only pysequoia must read."""
    return Seal(
        [examine("counsellor.asc", bytes(secret_key.extract_certificate()))], readable=False
    )


@pytest.fixture
def opened(secret_key):
    """The text inside a sealed message."""
    return lambda sealed: decrypt(sealed, decryptor=secret_key.decryptor()).bytes.decode()


@pytest.fixture
def spool(tmp_path):
    return Outbox(tmp_path / "spool")


def put(spool, form="press", sealed=SEALED):
    """Keeps a message as the endpoint does; returns its name."""
    name = new_name(form)
    assert spool.put(name, sealed)
    return name


@pytest.fixture
def app(page_folder, own_seal, spool):
    """The application with seals for both forms, and room for a thousand messages in ten
    minutes."""
    return Contact(
        read_pages(page_folder)[0],
        {"counselling": own_seal, "press": own_seal},
        spool,
        (SECRET,),
        RateLimit(1000),
    )


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    text: str

    @property
    def kind(self):
        """The kind of page, from its heading."""
        found = re.search(r"<h1>(\w+)</h1>", self.text)
        return found[1] if found else ""

    def value(self, name):
        """What the page shows in a field."""
        return re.search(rf'name="{name}" value="([^"]*)"', self.text)[1]


def ask(app, body=b"", path="/contact/en/message", method="POST", **environ):
    """What `app` answers, called as a server calls it."""
    said = {}
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "CONTENT_TYPE": FORM_TYPE,
        "CONTENT_LENGTH": str(len(body)),
        "REMOTE_ADDR": "192.0.2.7",
        "wsgi.input": io.BytesIO(body),
        **environ,
    }
    parts = app(
        environ, lambda status, headers: said.update(status=int(status[:3]), headers=dict(headers))
    )
    return Answer(said["status"], said["headers"], b"".join(parts).decode())


def send(app, path="/contact/en/message", environ=(), **values):
    """What `app` answers to a form with these values."""
    return ask(app, urlencode(values).encode(), path, **dict(environ))


@pytest.fixture
def running(app):
    """The application under waitress; gives its port."""
    made_server = server(app, ("127.0.0.1", 0), "127.0.0.1")
    threading.Thread(target=_run, args=[made_server], daemon=True).start()
    yield made_server.effective_port
    made_server.stop()


def _run(made_server):
    with contextlib.suppress(OSError):  # it ends by its socket being closed
        made_server.run()


def talk(port, data, cut=False):
    """Sends bytes as they are and reads until the server ends the connection;
    `cut` ends ours first."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(data)
        if cut:
            client.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: client.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    return Answer(
        int(lines[0].split()[1]), dict(line.split(": ", 1) for line in lines[1:]), body.decode()
    )


def request(body, *headers, path="/contact/en/message", length=True):
    """The bytes of a POST that ends the connection."""
    lines = [
        f"POST {path} HTTP/1.1",
        "Host: example.org",
        "Connection: close",
        f"Content-Type: {FORM_TYPE}",
        *headers,
    ]
    lines += [f"Content-Length: {len(body)}"] if length else []
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


@pytest.fixture(scope="session")
def key_folder(tmp_path_factory):
    """A folder with a key made by GnuPG for everything."""
    home = tmp_path_factory.mktemp("k")
    home.chmod(0o700)
    gnupg = GnuPG(home)
    for name in ("counselling", "press", "recovery"):
        (home / "keys" / name).mkdir(parents=True)
        (home / "keys" / name / "a.asc").write_bytes(gnupg.make(name))
    yield home / "keys"
    gnupg.close()


@pytest.fixture
def settled(tmp_path, page_folder, key_folder):
    """The settings of an installation whose mail goes into a folder."""
    return {
        "CONTACT_PAGES": str(page_folder),
        "CONTACT_KEYS": str(key_folder),
        "CONTACT_SPOOL": str(tmp_path / "spool"),
        "CONTACT_SECRET": SECRET.decode(),
        "CONTACT_DELIVER": f"maildir:{tmp_path}/mail",
        "CONTACT_FROM": "form@example.org",
        "CONTACT_TO_COUNSELLING": "help@example.org",
        "CONTACT_TO_PRESS": "press@example.org",
        "CONTACT_SEEN": f"maildir:{tmp_path}/mail",
    }
