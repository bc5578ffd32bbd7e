"""What the endpoint answers, and what it keeps."""

import errno

import pytest

from contact.key import SealError
from tests.contact.conftest import ask, send


def kept(spool):
    return [file.read_bytes() for file in spool.waiting()]


def test_accepted(app, spool, opened):
    """A message is kept sealed, and its writer sent on to the thanks page of the language."""
    answer = send(app, "/contact/be/counselling", message="Прывітанне", contact="a@example.org", reply="yes")
    assert (answer.status, answer.headers["Location"]) == (303, "../../be/help/write/thanks/")
    (sealed,) = kept(spool)
    assert "message: Прывітанне" in opened(sealed)


def test_press(app, spool):
    """The press form leads to its own thanks page, and the file says by which form it came."""
    answer = send(app, "/contact/en/press", message="A question")
    assert answer.headers["Location"] == "../../en/press/write/thanks/"
    assert [file.suffix for file in spool.waiting()] == [".press"]


def test_only_the_message_is_required(app):
    """Nothing but the message must be written."""
    assert send(app, message="x").status == 303


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"contact": "x"}, "missing"),
        ({"message": " \n "}, "missing"),
        ({"message": "x" * 5001}, "long"),
        ({"message": "x", "reply": "maybe"}, "unreadable"),
        ({"message": "x", "other": "y"}, "unreadable"),
    ],
)
def test_again(app, spool, values, problem):
    """What cannot be sent comes back with its text and what is wrong with it; nothing is kept."""
    answer = send(app, **values)
    assert (answer.status, answer.kind, f"<p>{problem}</p>" in answer.text) == (422, "again", True)
    assert kept(spool) == []


def test_text_shown_again(app):
    """The page shows what was written, and no markup in it becomes markup."""
    assert "&quot;&lt;b&gt;[[token]]" in send(app, contact='"<b>[[token]]').text


@pytest.mark.parametrize(
    ("values", "environ", "suspicion"),
    [
        ({"website": "http://spam.example"}, {}, "honeypot"),
        ({"message": "https://a https://b https://c https://d"}, {}, "links"),
        ({"contact": "a@example.org, b@example.org"}, {}, "addresses"),
        ({"contact": "a@example.org\r\nBcc: b"}, {}, "breaks"),
        ({}, {"HTTP_SEC_FETCH_SITE": "cross-site"}, "cross-site"),
        ({}, {"HTTP_SEC_FETCH_SITE": "same-site"}, "cross-site"),
    ],
)
def test_confirm(app, spool, values, environ, suspicion):
    """An odd message is shown to its writer, who sends it with one more click; then it is kept."""
    asked = send(app, environ=environ, **{"message": "help"} | values)
    assert (asked.status, asked.kind, f"<p>{suspicion}</p>" in asked.text, kept(spool)) == (200, "confirm", True, [])
    again = {name: asked.value(name) for name in ("message", "reply", "contact", "when", "token")}
    assert send(app, environ=environ, **again).status == 303
    assert len(kept(spool)) == 1


def test_rate(app, spool):
    """The network that sends too much is asked to confirm; nobody is blocked."""
    app.rate_limit._most = 2
    assert [send(app, message=str(number)).status for number in range(3)] == [303, 303, 200]


def test_token_of_another_text(app):
    """A token holds for the text it was made for and no other."""
    token = send(app, message="one", website="x").value("token")
    assert send(app, message="two", website="x", token=token).kind == "confirm"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_address_opened(app, method):
    """Who opens the address of the endpoint is led to the form."""
    answer = ask(app, method=method)
    assert (answer.status, answer.headers["Location"]) == (303, "../../en/help/write/")


@pytest.mark.parametrize(
    ("path", "environ", "status"),
    [
        ("/contact/zz/counselling", {}, 404),
        ("/contact/en/else", {}, 404),
        ("/contact/en/counselling/more", {}, 404),
        ("/contact/", {}, 404),
        ("/contact/en/counselling", {"method": "PUT"}, 405),
        ("/contact/en/counselling", {"CONTENT_TYPE": "text/plain"}, 415),
        ("/contact/en/counselling", {"CONTENT_TYPE": ""}, 415),
        ("/contact/en/counselling", {"CONTENT_TYPE": "multipart/form-data; boundary=x"}, 415),
        ("/contact/en/counselling", {"CONTENT_LENGTH": ""}, 411),
        ("/contact/en/counselling", {"CONTENT_LENGTH": "-1"}, 411),
        ("/contact/en/counselling", {"CONTENT_LENGTH": "٣"}, 411),
        ("/contact/en/counselling", {"CONTENT_LENGTH": "99999999999"}, 413),
        ("/contact/en/counselling", {"CONTENT_LENGTH": "100"}, 400),
    ],
)
def test_refused(app, spool, path, environ, status):
    """What is no form gets a page that says so, and nothing is kept."""
    answer = ask(app, b"message=x", path, **environ)
    assert (answer.status, answer.kind, kept(spool)) == (status, "refused", [])


def test_no_key(app, spool):
    """Without a usable key the page shows the text again; it is written nowhere."""
    app.seals.clear()
    answer = send(app, message="Дапамажыце")
    assert (answer.status, answer.kind, answer.value("message")) == (503, "unavailable", "Дапамажыце")
    assert kept(spool) == []


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "full"), OSError(errno.EIO, "broken"), SealError("keys"), RuntimeError("text")]
)
def test_cannot_keep(app, spool, capsys, monkeypatch, error):
    """Whatever fails, the writer gets the text back, and the journal hears of it without the text."""
    monkeypatch.setattr(app, "put", lambda *_: (_ for _ in ()).throw(error))
    answer = send(app, message="MARKER")
    assert (answer.status, answer.value("message")) == (503, "MARKER")
    assert "could not be kept" in (said := capsys.readouterr().err)
    assert "MARKER" not in said


def test_headers(app):
    """No answer may be stored, guessed at, framed, or tell where a visitor comes from; no cookie is set."""
    headers = send(app).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert not {"Set-Cookie", "Access-Control-Allow-Origin"} & set(headers)


def test_script_of_the_page(app):
    """The policy lets the scripts of the site run, and none that stands in the page."""
    assert "script-src 'self';" in send(app).headers["Content-Security-Policy"]
