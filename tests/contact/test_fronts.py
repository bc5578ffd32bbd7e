"""nginx and Caddy really run in front of the endpoint, with the files of deploy/."""

import contextlib
import gzip
import os
import re
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from contact.form import BODY_LIMIT
from plugins.features.hosting.headers import EVERYWHERE
from tests.conftest import MAIN
from tests.contact.conftest import request, talk
from tests.contact.programs import find, needs
from tests.full import sample

MARKER = b"MARKER-Kalinka"
GOOD = b"message=help"
DEPLOY = MAIN / "deploy"


@dataclass
class Front:
    """A web server in front: its port, and the folder that holds all it may write."""

    port: int
    folder: Path

    def ask(self, body, *headers, **how):
        """What is answered through the web server."""
        return talk(self.port, request(body, *headers, **how))


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def nginx(folder, site, port, upstream):
    """The site file as it stands, but for names, paths and certificates,
    in a main file of its own."""
    text = (DEPLOY / "nginx" / "site.conf").read_text()
    text = re.sub(r"    listen 443 ssl http2;", f"    listen 127.0.0.1:{port};", text)
    text = re.sub(r"    (listen \[::\]|ssl_).*\n", "", text)
    text = text.replace("listen 80 default_server;", f"listen 127.0.0.1:{plain_port(port)};")
    text = text.replace("/srv/site/output", str(site)).replace(
        "127.0.0.1:8401", f"127.0.0.1:{upstream}"
    )
    text = text.replace("/var/log/nginx", str(folder))
    (folder / "site.conf").write_text(text)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    user = "user root;\n" if os.geteuid() == 0 else ""
    main = f"{user}daemon off;\npid {folder}/pid;\nerror_log {folder}/main.log emerg;\nevents {{ worker_connections 4096; }}\n"
    (folder / "nginx.conf").write_text(
        f"{main}http {{\ninclude /etc/nginx/mime.types;\n{places}access_log off;\ninclude {folder}/site.conf;\n}}\n"
    )
    return [
        find("nginx"),
        "-p",
        str(folder),
        "-c",
        str(folder / "nginx.conf"),
        "-e",
        str(folder / "main.log"),
    ]


def caddy(folder, site, port, upstream):
    """The site file as it stands, but for name, path and certificates."""
    text = (DEPLOY / "caddy" / "Caddyfile").read_text()
    text = text.replace("www.example.org {", f"http://:{port} {{\n\tbind 127.0.0.1").replace(
        "/srv/site/output", str(site)
    )
    text = text.replace("127.0.0.1:8401", f"127.0.0.1:{upstream}")
    text = re.sub(r"^\{\n", "{\n\tadmin off\n", text, count=1, flags=re.MULTILINE)
    (folder / "Caddyfile").write_text(text)
    return [find("caddy"), "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def apache(folder, site, port, upstream):
    """The site file as it stands, but for names, paths and certificates,
    in a main file of its own."""
    text = (DEPLOY / "apache" / "site.conf").read_text()
    text = re.sub(r"    SSL.*\n", "", text).replace(
        "<VirtualHost *:443>", f"<VirtualHost 127.0.0.1:{port}>"
    )
    text = text.replace("<VirtualHost *:80>", f"<VirtualHost 127.0.0.1:{plain_port(port)}>")
    text = text.replace("/srv/site/output", str(site)).replace(
        "127.0.0.1:8401", f"127.0.0.1:{upstream}"
    )
    modules = [
        "mpm_event",
        "authz_core",
        "headers",
        "proxy",
        "proxy_http",
        "reqtimeout",
        "alias",
        "dir",
        "mime",
        "env",
        "setenvif",
        "filter",
        "deflate",
    ]
    lines = [f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in modules]
    lines += [
        f"Listen 127.0.0.1:{port}",
        f"Listen 127.0.0.1:{plain_port(port)}",
        f"PidFile {folder}/pid",
    ]
    lines += [
        f"ServerName localhost\nDefaultRuntimeDir {folder}\nErrorLog {folder}/main.log\nLogLevel emerg"
    ]
    lines += [
        "DirectoryIndex index.html",
        "TypesConfig /etc/mime.types",
        "StartServers 16\nServerLimit 16\nMaxRequestWorkers 400\nMinSpareThreads 400\nMaxSpareThreads 400",
    ]
    if os.geteuid() == 0:
        lines.append("User www-data")
        for place in (site, *site.parents[:3]):
            place.chmod(0o755)
    (folder / "apache.conf").write_text("\n".join([*lines, text]))
    return [find("apache2"), "-f", str(folder / "apache.conf"), "-DFOREGROUND"]


@cache
def plain_port(port):
    """The port that stands for 80."""
    return free_port()


# In the ordinary run nginx stands for all.
ALL = [
    pytest.param(make, marks=[needs(name), *([] if make is nginx else [pytest.mark.full])])
    for make, name in ((nginx, "nginx"), (caddy, "caddy"), (apache, "apache2"))
]


@contextlib.contextmanager
def started(command, port, folder):
    """Runs a web server until the block ends; what it says goes into the folder."""
    with (folder / "said.log").open("wb") as said:
        environment = os.environ | {
            "HOME": str(folder),
            "XDG_DATA_HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
        }
        process = subprocess.Popen(command, stdout=said, stderr=said, env=environment)
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            break
        time.sleep(0.05)
    else:
        raise AssertionError((folder / "said.log").read_text())
    try:
        yield
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture
def site(tmp_path, page_folder):
    """A site folder with the endpoint's pages in it."""
    shutil.copytree(page_folder, tmp_path / "site" / "contact")
    (tmp_path / "site" / "404.html").write_text("<h1>nowhere</h1>")
    (tmp_path / "site" / "en").mkdir()
    (tmp_path / "site" / "en" / "404.html").write_text("<h1>not here</h1>")
    (tmp_path / "site" / "en" / "about" / "write").mkdir(parents=True)
    (tmp_path / "site" / "en" / "about" / "write" / "index.html").write_text(
        '<h1>form</h1><input type="hidden" name="id" value="">'
    )
    return tmp_path / "site"


@pytest.fixture(params=ALL)
def front(request, tmp_path, site, running):
    """Each web server in turn, in front of the running endpoint."""
    folder, port = tmp_path / "front", free_port()
    folder.mkdir()
    with started(request.param(folder, site, port, running), port, folder):
        yield Front(port, folder)


def kept(spool):
    return len(list(spool.waiting()))


def test_sent(front, spool):
    """A form goes through; the way on is relative, so that it holds under the public name."""
    answer = front.ask(GOOD)
    assert (answer.status, answer.headers["Location"], kept(spool)) == (
        303,
        "../../en/about/write/more/",
        1,
    )


def test_answer_is_the_endpoints(front):
    """The endpoint's own refusals and headers come through."""
    answer = front.ask(b"contact=x")
    assert (answer.status, answer.kind, answer.headers["Cache-Control"]) == (
        422,
        "again",
        "no-store",
    )


def test_503(front, app, spool):
    """When nothing can be kept the visitor's text comes back through the web server."""
    app.seals.clear()
    answer = front.ask(b"message=help+me")
    assert (answer.status, answer.kind, answer.value("message")) == (503, "unavailable", "help me")


@pytest.mark.parametrize(
    ("body", "headers", "statuses"),
    [
        pytest.param(b"message=" + b"x" * 5_000_000, (), {413}, id="5 MB"),
        pytest.param(GOOD, ("Content-Length: 5",), {400}, id="two Content-Lengths"),
        pytest.param(GOOD, ("Content-Length: 12, 5",), {400}, id="two in one"),
        pytest.param(GOOD, ("Transfer-Encoding: gzip",), {400, 501}, id="another coding"),
        pytest.param(b"message=%00", (), {422}, id="NUL"),
        pytest.param(b"&".join(b"f%d=x" % n for n in range(5_000)), (), {422}, id="5 000 fields"),
    ],
)
def test_refused(front, spool, body, headers, statuses):
    """What is no form is refused by one of the two; nothing is kept."""
    assert front.ask(body, *headers, length="12, 5" not in str(headers)).status in statuses
    assert kept(spool) == 0


def test_too_long(front):
    """A body that is too long gets the page in its language, with the number to call."""
    answer = front.ask(b"message=" + b"x" * 200_000, path="/contact/be/message")
    assert (answer.status, answer.kind, '<html lang="be">' in answer.text) == (413, "refused", True)


def test_smuggled(front, spool):
    """Content-Length together with chunks is never two requests."""
    inner = request(GOOD)
    body = b"0\r\n\r\n" + inner
    data = request(body, "Transfer-Encoding: chunked").replace(b"Connection: close\r\n", b"", 1)
    with contextlib.suppress(OSError, IndexError, ValueError):
        talk(front.port, data)
    time.sleep(0.2)
    assert (
        kept(spool) <= 1
    )  # a server may end the first request at its chunks and read the second as one of its own


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/contact/en/message/confirm.html", 404),
        ("/contact/press.txt", 404),
        ("/en/about/write/", 203),
    ],
)
def test_static(front, path, status):
    """The site is served; the pages with places to fill are not."""
    data = (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{front.port}\r\nConnection: close\r\n\r\n".encode()
    )
    answer = talk(front.port, data)
    assert answer.status == status
    assert answer.headers["Referrer-Policy"] == "no-referrer"


KINDS = [
    "en/about/write/index.html",
    "theme/main.css",
    "theme/search.js",
    "search/be.json",
    "be/press/release.pdf",
]


@pytest.mark.parametrize("path", ["/en/about/write/", *(f"/{kind}" for kind in KINDS), "/nowhere"])
def test_headers_of_the_site(front, site, path):
    """Whatever kind of file is asked for, and where there is none,
    each header of the table is sent."""
    for kind in KINDS:
        (site / kind).parent.mkdir(parents=True, exist_ok=True)
        (site / kind).write_text("x")
    data = (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{front.port}\r\nConnection: close\r\n\r\n".encode()
    )
    answer = talk(front.port, data)
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE


@pytest.mark.parametrize(
    "body", [GOOD, b"contact=x", GOOD + b"&website=x", b"message=" + b"x" * 200_000]
)
def test_headers_of_the_endpoint(front, body):
    """Nor may what the endpoint answers be framed, guessed, kept, or read by another site."""
    told = front.ask(body).headers
    names = (
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Referrer-Policy",
        "Cross-Origin-Resource-Policy",
    )
    assert {name: told.get(name) for name in names} == {name: EVERYWHERE[name] for name in names}
    assert told["Cache-Control"] == "no-store"


def test_form_is_not_kept(front):
    """The page with the form is not kept in a browser's store."""
    data = f"GET /en/about/write/ HTTP/1.1\r\nHost: 127.0.0.1:{front.port}\r\nConnection: close\r\n\r\n".encode()
    assert talk(front.port, data).headers["Cache-Control"] == "no-store"


def test_address(front, app):
    """The address that is counted is the visitor's, not one that a visitor invents."""
    app.rate_limit._most = 1
    front.ask(GOOD, "X-Forwarded-For: 203.0.113.1")
    assert front.ask(GOOD, "X-Forwarded-For: 198.51.100.1").kind == "confirm"


def test_nothing_left(front, spool, tmp_path):
    """After every kind of answer no file, log or temporary file of anybody holds the text or an
    address."""
    for body in (
        b"message=%s" % MARKER,
        b"contact=%s" % MARKER,
        b"message=%s&website=x" % MARKER,
        b"message=%ff" + MARKER,
    ):
        front.ask(body)
    front.ask(b"message=" + MARKER * 10_000)
    with contextlib.suppress(OSError, IndexError):  # nginx does not answer what breaks off
        talk(
            front.port,
            request(b"message=" + MARKER, "Content-Length: 90000", length=False),
            cut=True,
        )
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert kept(spool) == 1
    assert [file for file in files if MARKER in file.read_bytes()] == []
    logs = [file for file in files if file.suffix == ".log"]
    assert [
        file for file in logs if re.search(rb"(remote_ip|client)\W+127\.0\.0\.1", file.read_bytes())
    ] == []


@pytest.mark.parametrize("make", ALL)
def test_endpoint_down(make, site, tmp_path):
    """While the endpoint is down the page with the number to call is there all the same,
    and no line is logged."""
    folder, port = tmp_path / "front", free_port()
    folder.mkdir()
    with started(make(folder, site, port, free_port()), port, folder):
        answer = Front(port, folder).ask(b"message=" + MARKER, path="/contact/be/press")
    assert answer.status in (502, 503)
    assert (answer.kind, '<html lang="be">' in answer.text) == ("interrupted", True)
    assert [
        file for file in folder.rglob("*") if file.is_file() and MARKER in file.read_bytes()
    ] == []


def test_body_buffer_of_nginx():
    """nginx keeps a whole body in memory: its buffer is as long as a body may be,
    and as the endpoint's limit."""
    text = (DEPLOY / "nginx" / "site.conf").read_text()
    sizes = re.findall(r"client_(?:max_body|body_buffer)_size (\d+)k;", text)
    assert [int(size) * 1024 for size in sizes] == [BODY_LIMIT, BODY_LIMIT]


SPELLINGS = [
    "/en/about/write/",
    "/en/about/write",
    "/en/about/write/index.html",
    "//en/about//write/",
    "/en/about/%77rite/",
]


def get(port, path):
    return talk(
        port, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode()
    )


@pytest.mark.parametrize("path", sample(SPELLINGS, SPELLINGS[::2]))
def test_every_spelling(front, path):
    """However the address of a form is written, it comes with an id of its own, with 203,
    and is stored nowhere."""
    answers = [get(front.port, path) for _ in range(2)]
    ids = {re.search(r'name="id" value="([^"]+)"', answer.text)[1] for answer in answers}
    assert ({answer.status for answer in answers}, len(ids)) == ({203}, 2)
    assert answers[0].headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("make", ALL)
@pytest.mark.parametrize("path", sample(SPELLINGS[:3], SPELLINGS[:1]))
def test_form_while_down(make, site, tmp_path, path):
    """While the endpoint is down the form comes from the site, with 203 too; Apache cannot give a
    file that status, and leaves 503. No browser keeps either in memory, or on disk."""
    folder, port = tmp_path / "front", free_port()
    folder.mkdir()
    with started(make(folder, site, port, free_port()), port, folder):
        answer = get(port, path)
    assert answer.status == (503 if make is apache else 203)
    assert (answer.kind, 'name="id" value=""' in answer.text) == ("form", True)
    assert answer.headers["Cache-Control"] == "no-store"


def test_sent_twice(front, spool):
    """A form that is sent twice through the web server is one message."""
    made = re.search(r'name="id" value="([^"]+)"', get(front.port, "/en/about/write/").text)[1]
    answers = [front.ask(GOOD + b"&id=" + made.encode()).status for _ in range(3)]
    assert (answers, kept(spool)) == ([303] * 3, 1)


def test_once_each(front):
    """No header comes twice, be it of the endpoint or of the web server."""
    for path, method in (("/en/about/write/", b"GET"), ("/contact/en/message", b"POST")):
        data = request(b"contact=x", path=path).replace(b"POST", method, 1)
        with socket.create_connection(("127.0.0.1", front.port), timeout=10) as client:
            client.sendall(data)
            answer = b"".join(iter(lambda: client.recv(65536), b""))
        names = [
            line.split(b":")[0].lower()
            for line in answer.partition(b"\r\n\r\n")[0].split(b"\r\n")[1:]
        ]
        assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("make", [ALL[0], ALL[2]])
def test_plain_http(make, site, tmp_path):
    """Who comes by http:// is sent on to https://, and stands in no log."""
    folder, port = tmp_path / "front", free_port()
    folder.mkdir()
    with started(make(folder, site, port, free_port()), port, folder):
        answer = get(plain_port(port), "/en/questions/MARKER-Kalinka")
    assert (answer.status, answer.headers["Location"]) == (
        301,
        "https://www.example.org/en/questions/MARKER-Kalinka",
    )
    files = [file for file in folder.rglob("*") if file.is_file() and file.suffix == ".log"]
    assert [
        file for file in files if MARKER in file.read_bytes() or b"127.0.0.1" in file.read_bytes()
    ] == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nowhere", "nowhere"),
        ("/en/nowhere/", "not here"),
        ("/en/questions/nowhere.html", "not here"),
        ("/xx/nowhere/", "nowhere"),
        ("/theme/ltr.1.css", "nowhere"),
    ],
)
def test_missing(front, site, path, words):
    """What is not there is answered with 404 in the language of the address, and no browser keeps
    that for ever."""
    answer = get(front.port, path)
    found = (answer.status, answer.headers.get("Cache-Control"), answer.text)
    assert found == (404, "no-cache", f"<h1>{words}</h1>")


@pytest.mark.parametrize("path", [".git/config", "en/.htaccess", ".env", "en/.%65nv"])
def test_hidden(front, site, path):
    """What begins with a dot is nobody's to see."""
    hidden = site / path.replace("%65", "e")
    hidden.parent.mkdir(exist_ok=True)
    hidden.write_text("secret")
    answer = get(front.port, f"/{path}")
    assert (answer.status, "secret" in answer.text) == (404, False)


def test_well_known(front, site):
    """What is said to everybody is not hidden."""
    (site / ".well-known").mkdir()
    (site / ".well-known" / "security.txt").write_text("Contact: x")
    assert get(front.port, "/.well-known/security.txt").text == "Contact: x"


@pytest.mark.parametrize("ending", ["html", "css", "js", "txt", "xml", "csv"])
def test_charset(front, site, ending):
    """Every text says in which letters it is written."""
    (site / f"text.{ending}").write_text("тэкст", encoding="utf-8")
    told = get(front.port, f"/text.{ending}").headers["Content-Type"]
    assert told.lower().replace(" ", "").endswith(";charset=utf-8")


@pytest.mark.parametrize("name", ["en/questions/index.html", "theme/ltr.1.css", "search/be.json"])
def test_compressed(front, site, name):
    """Texts come compressed to those who can read that."""
    text = "text " * 1000
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(text)
    (site / f"{name}.gz").write_bytes(gzip.compress(text.encode()))
    path = name.removesuffix("index.html")
    lines = f"GET /{path} HTTP/1.1", f"Host: 127.0.0.1:{front.port}", "Accept-Encoding: gzip"
    with socket.create_connection(("127.0.0.1", front.port), timeout=10) as client:
        client.sendall("\r\n".join([*lines, "Connection: close", "", ""]).encode())
        answer = b"".join(iter(lambda: client.recv(65536), b""))
    head = answer.partition(b"\r\n\r\n")[0].lower()
    assert (b"content-encoding: gzip" in head, len(answer) < 3000) == (True, True)


def test_message_is_not_compressed(front):
    """What the endpoint answers holds what a visitor wrote, and its length tells nothing of that."""
    answer = front.ask(b"contact=x", "Accept-Encoding: gzip")
    assert "Content-Encoding" not in answer.headers


def test_dripping(front):
    """Beside three hundred connections that drip a normal message needs no second."""
    with contextlib.ExitStack() as slow:
        for _ in range(300):
            client = slow.enter_context(socket.create_connection(("127.0.0.1", front.port)))
            client.sendall(request(GOOD, "Content-Length: 500", length=False)[:-5])
        seconds = []
        for _ in range(5):
            begun = time.perf_counter()
            assert front.ask(GOOD).status == 303
            seconds.append(time.perf_counter() - begun)
    assert min(seconds) < 1
