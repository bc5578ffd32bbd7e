"""A restart loses nobody: what has arrived is finished,
what has not is not said to be sent or lost."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time

import pytest

from contact.serve import inherited, server
from contact.settings import SettingsError
from tests.conftest import MAIN
from tests.contact import pages as made
from tests.contact.conftest import SECRET, request, talk

GOOD = b"message=help"


@pytest.fixture
def slow_disk(app, spool):
    """The application with a disk on which each message takes a moment."""
    real = spool.put

    def put(name, sealed):
        time.sleep(0.02)
        return real(name, sealed)

    app.store = type("Slow", (), {"put": staticmethod(put), "probe": spool.probe})()
    return app


def start(app, limit=10.0):
    made_server = server(app, ("127.0.0.1", 0), "127.0.0.1")
    thread = threading.Thread(target=made_server.run, args=[limit], daemon=True)
    thread.start()
    return made_server, thread


def test_in_flight(slow_disk, spool):
    """Of 150 messages in flight at SIGTERM each is kept and its writer thanked."""
    made_server, thread = start(slow_disk)
    clients = [
        socket.create_connection(("127.0.0.1", made_server.effective_port), timeout=20)
        for _ in range(150)
    ]
    for client in clients:
        client.sendall(request(GOOD))
    made_server.stop()
    answers = [client.recv(100)[:12] for client in clients]
    thread.join(15)
    assert (set(answers), len(spool.waiting()), thread.is_alive()) == (
        {b"HTTP/1.1 303"},
        150,
        False,
    )


def test_half_a_message(app, spool):
    """A message that is still arriving is waited for."""
    made_server, thread = start(app)
    with socket.create_connection(("127.0.0.1", made_server.effective_port), timeout=20) as client:
        client.sendall(request(GOOD)[:-3])
        time.sleep(0.2)
        made_server.stop()
        time.sleep(0.5)
        client.sendall(request(GOOD)[-3:])
        assert client.recv(100).startswith(b"HTTP/1.1 303")
    thread.join(15)
    assert (len(spool.waiting()), thread.is_alive()) == (1, False)


def test_never_arrives(app, spool):
    """What has not arrived when the time is up is refused on a page, and the server ends."""
    made_server, thread = start(app, 0.5)
    with socket.create_connection(("127.0.0.1", made_server.effective_port), timeout=20) as client:
        client.sendall(request(GOOD)[:-3])
        time.sleep(0.2)
        made_server.stop()
        assert client.recv(100).startswith(b"HTTP/1.1 408")
    thread.join(15)
    assert (spool.waiting(), thread.is_alive()) == ([], False)


def test_idle(app):
    """Connections on which nothing happens do not keep the server from its end."""
    made_server, thread = start(app, 60)
    idle = [socket.create_connection(("127.0.0.1", made_server.effective_port)) for _ in range(5)]
    time.sleep(0.1)
    made_server.stop()
    thread.join(8)
    assert not thread.is_alive()
    for client in idle:
        client.close()


def test_slow_request(app, monkeypatch):
    """A request that drips for longer than allowed is ended with a page."""
    monkeypatch.setattr("contact.serve.WHOLE", 0.5)
    made_server, thread = start(app, 0)
    with socket.create_connection(("127.0.0.1", made_server.effective_port), timeout=20) as client:
        client.sendall(request(GOOD)[:-5])
        assert client.recv(100).startswith(b"HTTP/1.1 408")
    made_server.stop()
    thread.join(8)


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def environ(tmp_path, tmp_path_factory, secret_key):
    """All that `python -m contact serve` needs."""
    made.write(tmp_path / "site" / "contact")
    for form in ("counselling", "press", "recovery"):
        (tmp_path / "keys" / form).mkdir(parents=True)
        (tmp_path / "keys" / form / "a.pgp").write_bytes(bytes(secret_key.extract_certificate()))
    return {
        "PATH": os.environ["PATH"], "CONTACT_PAGES": str(tmp_path / "site" / "contact"),
        "CONTACT_KEYS": str(tmp_path / "keys"), "CONTACT_SPOOL": str(tmp_path / "spool"),
        "CONTACT_SECRET": SECRET.decode(), "CONTACT_RATE": "100000", "CONTACT_BOUND": "100000",
    }  # fmt: skip


def run(environ, **more):
    return subprocess.Popen(
        [sys.executable, "-m", "contact", "serve"],
        env=environ | more,
        cwd=MAIN,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for(port):
    for _ in range(300):
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
    raise AssertionError("nobody listens")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_process(environ, tmp_path, host):
    """The process ends by SIGTERM without an error; on every socket of `localhost` it is strict."""
    port = free_port()
    process = run(environ, CONTACT_LISTEN=f"{host}:{port}")
    wait_for(port)
    chunked = request(b"c\r\nmessage=help\r\n0\r\n\r\n", "Transfer-Encoding: chunked", length=False)
    assert talk(port, chunked).status == 400
    process.send_signal(signal.SIGTERM)
    assert (process.wait(20), process.stderr.read().count("Traceback")) == (0, 0)


@pytest.mark.parametrize("place", ["nowhere.invalid:8401", "192.0.2.1:8401", "127.0.0.1:{busy}"])
def test_cannot_listen(app, place):
    """Where nobody can listen is said in words."""
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        host, _, port = place.format(busy=busy.getsockname()[1]).rpartition(":")
        with pytest.raises(SettingsError, match="nobody can listen"):
            server(app, (host, int(port)))


def test_socket_of_systemd(app, monkeypatch):
    """A socket that systemd has opened is used; without one, the address of the settings is."""
    assert inherited({"LISTEN_PID": "1", "LISTEN_FDS": "1"}) == []
    with socket.create_server(("127.0.0.1", 0)) as opened:
        monkeypatch.setattr("contact.serve.INHERITED", os.dup(opened.fileno()))
        found = inherited({"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"})
        assert server(app, ("", 0), sockets=found).effective_port == opened.getsockname()[1]
        found[0].detach()
