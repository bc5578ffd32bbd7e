"""What the preview answers: the last build, or the list of problems while there are any."""

import threading
from contextlib import closing
from http.client import HTTPConnection
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from contact.form import PLACES, ROUTES
from plugins.features.hosting.headers import headers
from plugins.preview.pages import missing_page
from plugins.preview.server import Preview


@pytest.fixture
def preview(tmp_path):
    (tmp_path / "be").mkdir()
    (tmp_path / "be" / "index.html").write_text("дома", encoding="utf-8")
    (tmp_path / "be" / "404.html").write_text("няма", encoding="utf-8")
    (tmp_path / "404.html").write_text("nowhere", encoding="utf-8")
    server = Preview(tmp_path, 0)
    threading.Thread(target=server.run, daemon=True).start()
    yield server
    server.stop()


def ask(server, path):
    """Status, text and caching of an answer."""
    try:
        answer = urlopen(f"{server.address}{path}")
    except HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.read().decode("utf-8"), answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("/be/", 200, "дома"),
        ("/be/nothing/", 404, "няма"),
        ("/zz/", 404, "nowhere"),
        ("/..%2f..%2fetc/passwd", 404, "nowhere"),
    ],
)
def test_page(preview, path, status, text):
    """A page is the page; a missing one is answered in the language of its address."""
    assert ask(preview, path) == (status, text, "no-store")


def test_index_by_name(preview):
    """A mirror's links name the index page of a folder: it is answered under that name too."""
    assert ask(preview, "/be/index.html")[:2] == (200, "дома")


def test_above(preview):
    """What lies above the folder is not served, not even as the page for what is missing."""
    preview.folder = preview.folder / "be"
    assert ask(preview, "/../x/")[1] == "няма"


def test_head(preview):
    """Who asks for the headers only gets those of the page, and no text."""
    asking = HTTPConnection("127.0.0.1", preview.port)
    with closing(asking):
        asking.request("HEAD", "/be/")
        answer = asking.getresponse()
        assert (answer.headers["Content-Length"], answer.read()) == ("8", b"")


def test_public_headers(preview):
    """A page has the headers of the public site, but that no browser keeps it."""
    with urlopen(f"{preview.address}/be/") as answer:
        given = dict(answer.headers)
    assert given | headers("/be/") | {"Cache-Control": "no-store"} == given


def test_stopped(preview):
    """Once it has stopped nobody answers any more."""
    preview.stop()
    with pytest.raises(OSError, match="refused"):
        urlopen(f"{preview.address}/be/")


def test_problems(preview):
    """While there are problems every page shows them, without markup of their own."""
    preview.problems = "be/a.md:1: <b> is wrong."
    status, text, _ = ask(preview, "/be/")
    assert (status, "be/a.md:1: &lt;b&gt; is wrong." in text) == (503, True)


def test_mended(preview):
    """Once they are fixed the page is there again."""
    preview.problems = "be/a.md:1: wrong"
    ask(preview, "/be/")
    preview.problems = ""
    assert ask(preview, "/be/")[0] == 200


def test_endpoint(preview):
    """Below /contact/ the endpoint answers, with what was sent and from where; nowhere else."""

    def echo(environ, start_response):
        body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        start_response("200 OK", [("Cache-Control", "no-store")])
        names = (
            "REQUEST_METHOD",
            "PATH_INFO",
            "CONTENT_TYPE",
            "REMOTE_ADDR",
            "HTTP_SEC_FETCH_SITE",
        )
        return [" ".join(environ.get(name, "-") for name in names).encode(), b" ", body]

    preview.endpoint = echo
    url = f"{preview.address}/contact/be/press"
    with urlopen(Request(url, b"message=x", {"Sec-Fetch-Site": "same-origin"})) as answer:
        said = answer.read().decode()
    assert (
        said
        == "POST /contact/be/press application/x-www-form-urlencoded 127.0.0.1 same-origin message=x"
    )
    with pytest.raises(HTTPError, match="404"):
        urlopen(Request(url.replace("/contact/", "/"), b"message=x"))


@pytest.mark.parametrize(("form", "place"), PLACES.items())
def test_form_page(preview, form, place):
    """The endpoint gives the page of each form, which it has marked."""
    asked = []

    def answer(environ, start_response):
        asked.append(environ["PATH_INFO"])
        start_response("203 Non-Authoritative Information", [("Cache-Control", "no-store")])
        return [b"form"]

    preview.endpoint = answer
    assert ask(preview, f"/be/{place}/")[:2] == (203, "form")
    assert asked == [f"/contact/be/{ROUTES[form]}/form"]


def test_no_endpoint(preview):
    """While the site has no forms there is nothing below /contact/."""
    assert ask(preview, "/contact/be/press")[0] == 404


@pytest.mark.parametrize(
    ("path", "page"), [("/be/x/", "be/404.html"), ("/x/", "404.html"), ("/../x/", "404.html")]
)
def test_missing_page(preview, path, page):
    """A missing page has the 404 page of its language, or the server's own."""
    assert missing_page(path, preview.folder) == preview.folder / page


HOSTS = {
    "localhost": 200,
    "LocalHost:8000": 200,
    "127.0.0.1:8000": 200,
    "[::1]:8000": 200,
    "[::1]": 200,
    "evil.example": 421,
    "evil.example:8000": 421,
    "localhost.evil.example": 421,
    "127.0.0.1.evil.example": 421,
    "evil.example@localhost": 421,
    "localhost:8000:8000": 421,
    "": 421,
}


@pytest.mark.parametrize(("host", "status"), HOSTS.items())
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_host(preview, method, host, status):
    """Only who asks for this machine by a name of its own is answered, whatever the method."""
    preview.endpoint = lambda _, start: start("200 OK", []) and []
    path = "/contact/be/press" if method == "POST" else "/be/"
    assert status_of(preview, method, path, [host]) == status


@pytest.mark.parametrize("hosts", [[], ["localhost", "evil.example"]])
def test_one_host(preview, hosts):
    """A request without a host, or with two of them, is not answered."""
    assert status_of(preview, "GET", "/be/", hosts) == 421


def test_allowed_host(preview):
    """A name that was allowed is answered too."""
    preview.names |= {"writing.example"}
    assert status_of(preview, "GET", "/be/", ["writing.example:8000"]) == 200


def status_of(server, method, path, hosts):
    """The status of the answer to a request with these Host headers."""
    asking = HTTPConnection("127.0.0.1", server.port)
    asking.putrequest(method, path, skip_host=True)
    for host in hosts:
        asking.putheader("Host", host)
    asking.putheader("Content-Length", "0")
    asking.endheaders()
    with closing(asking):
        return asking.getresponse().status
