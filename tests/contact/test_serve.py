"""The running server, spoken to as no browser would:
each time a clear page, and nothing is sent."""

import socket
import time
from urllib.parse import quote

import pytest

from contact.form import FIELDS, ROUTES, UNSEEN
from tests.contact.conftest import request, talk

GOOD = b"message=help"
BREAKS = [
    "%0D%0A",
    "%0D",
    "%0A",
    "%0B",
    "%0C",
    "%1C",
    "%1D",
    "%1E",
    "%C2%85",
    "%E2%80%A8",
    "%E2%80%A9",
]
LINES = [
    (form, name)
    for form in FIELDS
    for name in FIELDS[form]
    if name not in UNSEEN | {"message", "reply"}
]


def kept(spool):
    return len(list(spool.waiting()))


def test_good(running, spool):
    """An ordinary form is kept."""
    assert (talk(running, request(GOOD)).status, kept(spool)) == (303, 1)


def test_half_and_half(running, spool):
    """A form that arrives in pieces, marks and all, is kept."""
    data = request("message=Дапамажыце".encode())
    with socket.create_connection(("127.0.0.1", running), timeout=5) as client:
        for byte in data:
            client.sendall(bytes([byte]))
        assert client.recv(100).startswith(b"HTTP/1.1 303")
    assert kept(spool) == 0 + 1


@pytest.mark.parametrize(
    ("data", "status"),
    [
        pytest.param(request(GOOD, "Content-Length: 12"), 400, id="two equal Content-Lengths"),
        pytest.param(request(GOOD, "Content-Length: 5"), 400, id="two Content-Lengths"),
        pytest.param(request(GOOD, "Content-Length: 12, 5", length=False), 400, id="two in one"),
        pytest.param(request(GOOD, "Content-Length: +12", length=False), 400, id="a signed Content-Length"),
        pytest.param(request(GOOD, "Content-Length: 0x0c", length=False), 400, id="a hexadecimal Content-Length"),
        pytest.param(request(GOOD, "Transfer-Encoding: chunked"), 400, id="Content-Length and chunked"),
        pytest.param(request(b"c\r\nmessage=help\r\n0\r\n\r\n", "Transfer-Encoding: chunked", length=False), 400, id="chunked"),
        pytest.param(request(GOOD, "Transfer-Encoding: gzip"), 400, id="another coding"),
        pytest.param(request(GOOD, "Transfer-Encoding : chunked"), 400, id="a space before the colon"),
        pytest.param(request(GOOD, "Transfer-Encoding: xchunked"), 400, id="nearly chunked"),
        pytest.param(request(GOOD, length=False), 411, id="no Content-Length"),
        pytest.param(request(b"message=" + b"x" * 5_000_000), 413, id="5 MB"),
        pytest.param(request(GOOD, "Content-Length: 99999999999999999999", length=False), 413, id="a huge Content-Length"),
        pytest.param(request(b"&".join(b"f%d=x" % n for n in range(10_000))), 422, id="10 000 fields"),
        pytest.param(request(b"message=%c0%af"), 422, id="overlong UTF-8"),
        pytest.param(request(b"message=\xc0\xaf"), 422, id="overlong UTF-8, bare"),
        pytest.param(request(b"message=a%00b"), 422, id="NUL"),
        pytest.param(request(b"message=a\0b"), 422, id="NUL, bare"),
        pytest.param(request(b"message=%zz"), 422, id="a bad escape"),
        pytest.param(request(GOOD).replace(b"x-www-form-urlencoded", b"json"), 415, id="JSON"),
        pytest.param(request(GOOD).replace(b"application/x-www-form-urlencoded", b"multipart/form-data; boundary=x"), 415, id="multipart"),
        pytest.param(request(GOOD).replace(b"application/x-www-form-urlencoded", b"text/plain"), 415, id="text"),
        pytest.param(request(GOOD).replace(b"POST", b"PUT"), 405, id="PUT"),
        pytest.param(request(GOOD).replace(b"POST", b"OPTIONS"), 405, id="OPTIONS"),
        pytest.param(request(GOOD).replace(b"HTTP/1.1", b"HTTP/9.9"), 400, id="another HTTP"),
        pytest.param(request(GOOD, path="/contact/zz/x"), 404, id="another address"),
        pytest.param(request(GOOD, path="/contact/en/message%00"), 404, id="NUL in the address"),
        pytest.param(request(GOOD, path="/contact/../etc"), 404, id="dots in the address"),
        pytest.param(request(GOOD, f"X: {'x' * 20_000}"), 400, id="a huge header"),
        pytest.param(b"nonsense\r\n\r\n", 400, id="nonsense"),
        pytest.param(request(GOOD).replace(b"Host: example.org\r\n", b"Host: example.org\n"), 400, id="a bare line feed"),
    ],
)  # fmt: skip
def test_refused(running, spool, data, status):
    """A page says that nothing was sent; nothing is kept; no word is waitress's own."""
    answer = talk(running, data)
    assert (answer.status, answer.kind, kept(spool)) == (
        status,
        "again" if status == 422 else "refused",
        0,
    )
    assert "waitress" not in answer.text.lower() + str(answer.headers).lower()


def test_language(running):
    """What is refused before the form is read is still refused in the language of its address."""
    assert (
        '<html lang="be">'
        in talk(running, request(GOOD, "Transfer-Encoding: chunked", path="/contact/be/press")).text
    )


def test_cut_off(running, spool):
    """A body that ends too early is told so, and not kept."""
    data = request(GOOD, "Content-Length: 500", length=False)
    answer = talk(running, data, cut=True)
    assert (answer.status, answer.kind, kept(spool)) == (400, "refused", 0)


def test_gone(running, spool):
    """A visitor who is cut off altogether sends nothing, and the server goes on."""
    with socket.create_connection(("127.0.0.1", running)) as client:
        client.sendall(request(GOOD, "Content-Length: 500", length=False))
    assert (talk(running, request(GOOD)).status, kept(spool)) == (303, 1)


def test_nothing_smuggled(running, spool):
    """What follows a refused request on the same connection is not read as another."""
    talk(running, request(GOOD, "Transfer-Encoding: chunked") + request(GOOD))
    time.sleep(0.1)
    assert kept(spool) == 0


@pytest.mark.parametrize(("form", "field"), LINES)
@pytest.mark.parametrize("end", BREAKS)
def test_line_ends(running, spool, form, field, end):
    """A line end of any kind in a field of one line is shown to its writer before anything is
    sent."""
    body = f"message=help&{field}=a@example.org{end}Bcc:%20b@example.com".encode()
    answer = talk(running, request(body, path=f"/contact/en/{ROUTES[form]}"))
    assert (answer.status, answer.kind, kept(spool)) == (200, "confirm", 0)
    assert answer.value(field) == "a@example.org Bcc: b@example.com".replace("  ", " ")


@pytest.mark.parametrize("end", BREAKS[3:])
def test_line_ends_in_the_message(running, spool, end):
    """So is one in the message that no keyboard makes; ordinary line ends are ordinary."""
    assert (talk(running, request(f"message=a{end}b".encode())).kind, kept(spool)) == ("confirm", 0)
    assert talk(running, request(b"message=a%0D%0Ab")).status == 303


@pytest.mark.parametrize(
    "several",
    ["a@example.org,b@example.org", "a@example.org b@example.org", "<a@example.org>;b@x.by"],
)
def test_several_addresses(running, spool, several):
    """Several addresses in one field are shown to their writer before anything is sent."""
    answer = talk(running, request(f"message=help&contact={quote(several)}".encode()))
    assert (answer.status, answer.kind, kept(spool)) == (200, "confirm", 0)


def test_headers_with_marks(running, spool):
    """Nothing that stands in a header reaches the message."""
    talk(
        running,
        request(GOOD, "User-Agent: MARKER", "X-Forwarded-For: 203.0.113.9", "Cookie: MARKER"),
    )
    assert all(
        b"MARKER" not in file.read_bytes() for file in spool.folder.rglob("*") if file.is_file()
    )


def test_kept_alive(running, spool):
    """Two forms on one connection are two messages."""
    both = request(GOOD).replace(b"Connection: close\r\n", b"") + request(GOOD)
    assert (talk(running, both).status, kept(spool)) == (303, 2)


def test_slow_clients(running, spool):
    """Two hundred visitors who send one byte at a time do not keep another one waiting for a
    second."""
    slow = [socket.create_connection(("127.0.0.1", running)) for _ in range(200)]
    for client in slow:
        client.sendall(request(GOOD, "Content-Length: 500", length=False)[:-5])
    begun = time.perf_counter()
    assert talk(running, request(GOOD)).status == 303
    assert time.perf_counter() - begun < 1
    for client in slow:
        client.close()


def test_nothing_said(running, capfd):
    """The server writes no line about a visitor, whatever happens."""
    for data in (request(GOOD), request(b"message=%ff"), b"nonsense\r\n\r\n"):
        talk(running, data)
    assert capfd.readouterr() == ("", "")
