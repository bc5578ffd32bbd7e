"""What the endpoint answers, and what it keeps."""

import errno
import io
import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from contact.key import SealError
from contact.spool import Unsure
from contact.token import new_id
from plugins.features.hosting.headers import EVERYWHERE
from tests.contact.conftest import FORM_TYPE, SECRET, ask, send


def kept(spool):
    return [file.read_bytes() for file in spool.waiting()]


def test_accepted(app, spool, opened):
    """A message is kept sealed, and its writer sent on to the thanks page of the language."""
    answer = send(
        app, "/contact/be/message", message="Прывітанне", contact="a@example.org", reply="yes"
    )
    assert (answer.status, answer.headers["Location"]) == (303, "../../be/about/write/more/")
    (sealed,) = kept(spool)
    assert "message: > Прывітанне" in opened(sealed)


def test_press(app, spool):
    """The press form leads to its own thanks page, and the file says by which form it came."""
    answer = send(app, "/contact/en/press", message="A question")
    assert answer.headers["Location"] == "../../en/press/write/more/"
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
        ({"contact": "аnna@example.org"}, {}, "scripts"),
        ({"reply": "yes"}, {}, "no-contact"),
        ({}, {"HTTP_SEC_FETCH_SITE": "cross-site"}, "cross-site"),
        ({}, {"HTTP_SEC_FETCH_SITE": "same-site"}, "cross-site"),
    ],
)
def test_confirm(app, spool, values, environ, suspicion):
    """An odd message is shown to its writer, who sends it with one more click; then it is kept."""
    asked = send(app, environ=environ, **{"message": "help"} | values)
    assert (asked.status, asked.kind, f"<p>{suspicion}</p>" in asked.text, kept(spool)) == (
        200,
        "confirm",
        True,
        [],
    )
    again = {
        name: asked.value(name) for name in ("message", "reply", "contact", "when", "id", "token")
    }
    assert send(app, environ=environ, **again).status == 303
    assert len(kept(spool)) == 1


def test_rate(app, spool):
    """The network that sends too much is asked to confirm; nobody is blocked."""
    app.rate_limit._most = 2
    assert [send(app, message=str(number)).status for number in range(3)] == [303, 303, 200]


def test_token_of_another_text(app):
    """A token holds for the text it was made for and no other."""
    one = send(app, message="one", website="x")
    again = {name: one.value(name) for name in ("id", "token")}
    assert send(app, message="two", website="x", **again).kind == "confirm"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_address_opened(app, method):
    """Who opens the address of the endpoint is led to the form."""
    answer = ask(app, method=method)
    assert (answer.status, answer.headers["Location"]) == (303, "../../en/about/write/")


@pytest.mark.parametrize(
    ("path", "environ", "status"),
    [
        ("/contact/zz/message", {}, 404),
        ("/contact/en/else", {}, 404),
        ("/contact/en/message/more", {}, 404),
        ("/contact/", {}, 404),
        ("/contact/en/message", {"method": "PUT"}, 405),
        ("/contact/en/message", {"CONTENT_TYPE": "text/plain"}, 415),
        ("/contact/en/message", {"CONTENT_TYPE": ""}, 415),
        ("/contact/en/message", {"CONTENT_TYPE": "multipart/form-data; boundary=x"}, 415),
        ("/contact/en/message", {"CONTENT_LENGTH": ""}, 411),
        ("/contact/en/message", {"CONTENT_LENGTH": "-1"}, 411),
        ("/contact/en/message", {"CONTENT_LENGTH": "٣"}, 411),
        ("/contact/en/message", {"CONTENT_LENGTH": "99999999999"}, 413),
        ("/contact/en/message", {"CONTENT_LENGTH": "100"}, 400),
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
    assert (answer.status, answer.kind, answer.value("message")) == (
        503,
        "unavailable",
        "Дапамажыце",
    )
    assert kept(spool) == []


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "full"),
        OSError(errno.EIO, "broken"),
        SealError("keys"),
        RuntimeError("text"),
    ],
)
def test_cannot_keep(app, spool, capsys, monkeypatch, error):
    """Whatever fails, the writer gets the text back,
    and the journal hears of it without the text."""
    monkeypatch.setattr(app.store, "put", lambda *_: (_ for _ in ()).throw(error))
    answer = send(app, message="MARKER")
    assert (answer.status, answer.value("message")) == (503, "MARKER")
    assert "could not be kept" in (said := capsys.readouterr().err)
    assert "MARKER" not in said


def test_headers(app):
    """No answer may be stored, guessed at, framed, or tell where a visitor comes from;
    no cookie is set."""
    headers = send(app).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert not {"Set-Cookie", "Access-Control-Allow-Origin"} & set(headers)


def test_script_of_the_page(app):
    """The policy lets the scripts of the site run, and none that stands in the page."""
    assert "script-src 'self';" in send(app).headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/contact/en/message", "/contact/zz/x"])
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_one_table_of_headers(app, path, method):
    """Every answer has every header, whatever it answers;
    they are those of the site's own pages."""
    found = ask(app, b"message=x", path, method).headers
    site = {name: value for name, value in EVERYWHERE.items() if found.get(name) != value}
    assert site == {}
    assert found["Cache-Control"] == "no-store"


def form_id(app, path="/contact/en/message/form"):
    page = ask(app, path=path, method="GET")
    assert page.status == 203
    return re.search(r'name="id" value="([^"]+)"', page.text)[1]


def test_sent_twice(app, spool):
    """A form that is sent twice is one message, and its writer is thanked twice."""
    made = form_id(app)
    answers = [send(app, message="help", id=made).status for _ in range(3)]
    assert (answers, len(kept(spool))) == ([303] * 3, 1)


def test_sent_again_after_delivery(app, spool):
    """It is one message also when it was delivered in between."""
    made = form_id(app)
    send(app, message="help", id=made)
    spool.done(spool.claim(spool.waiting()[0])[0])
    assert (send(app, message="help", id=made).status, kept(spool)) == (303, [])


def test_another_text_in_the_same_form(app, spool):
    """What was changed and sent again is another message; nothing is lost."""
    made = form_id(app)
    for text in ("help", "help me"):
        send(app, message=text, id=made)
    assert len(kept(spool)) == 2


def test_two_visitors(app, spool):
    """Two visitors with the same words are two messages, with an id or without."""
    for made in (form_id(app), form_id(app), "", ""):
        send(app, message="help", **({"id": made} if made else {}))
    assert len(kept(spool)) == 4


def test_invented_id(app, spool):
    """An id that is none of ours makes no message another one's."""
    for _ in range(2):
        assert send(app, message="help", id="1800000000.aa.bb").status == 303
    assert len(kept(spool)) == 2


def test_token_is_used_once(app, spool):
    """One confirm page is one message, however often its token is used."""
    asked = send(app, message="help", website="x")
    again = {name: asked.value(name) for name in ("message", "id", "token")} | {"website": "x"}
    assert [send(app, **again).status for _ in range(100)] == [303] * 100
    assert len(kept(spool)) == 1


def test_bound(app, spool):
    """From its bound on a network gets its text back with words, and nothing is dropped unseen."""
    app.rate_limit._bound = 5
    answers = [send(app, message=str(number)) for number in range(8)]
    assert ([answer.status for answer in answers], len(kept(spool))) == ([303] * 5 + [429] * 3, 5)
    assert ("<p>busy</p>" in answers[-1].text, answers[-1].value("message")) == (True, "7")


def test_shared_address_waits(app, spool, monkeypatch):
    """Where many share an address nobody is shut out:
    a message that was confirmed a while later is kept."""
    app.rate_limit._bound = 1
    tor = {"REMOTE_ADDR": "127.0.0.1"}
    send(app, environ=tor, message="first")
    asked = send(app, environ=tor, message="second")
    again = {name: asked.value(name) for name in ("message", "id", "token")}
    assert (asked.status, send(app, environ=tor, **again).status) == (429, 429)
    later = time.time() + 30
    monkeypatch.setattr("contact.app.time.time", lambda: later)
    assert (send(app, environ=tor, **again).status, len(kept(spool))) == (303, 2)


def test_unsure(app, monkeypatch):
    """Where it is not known whether a message was kept the page does not say that it was not."""
    monkeypatch.setattr(app.store, "put", lambda *_: (_ for _ in ()).throw(Unsure()))
    answer = send(app, message="MARKER")
    assert (answer.status, answer.kind, answer.value("message")) == (503, "unsure", "MARKER")


def test_fault_of_ours(app, monkeypatch):
    """After a fault that nobody thought of no page says that nothing was sent, or that it was."""
    monkeypatch.setattr(app.store, "put", lambda *_: (_ for _ in ()).throw(Unsure()))
    monkeypatch.setattr(app, "_show", lambda *_: (_ for _ in ()).throw(RuntimeError("MARKER")))
    assert (send(app, message="x").status, send(app, message="x").kind) == (503, "interrupted")


@pytest.mark.parametrize(
    ("where", "status"), [("same-origin", 303), ("same-site", 303), ("cross-site", 200)]
)
def test_other_name_of_the_site(app, where, status):
    """Where the forms stand on another name of the same site, they come from there without a
    question, their writers go back there, and the policy of each answer lets them."""
    app.site = "https://www.example.org"
    answer = send(app, environ={"HTTP_SEC_FETCH_SITE": where}, message=where)
    assert answer.status == status
    assert (
        "form-action 'self' https://www.example.org;" in answer.headers["Content-Security-Policy"]
    )
    way = "https://www.example.org/en/about/write/more/" if status == 303 else None
    assert answer.headers.get("Location") == way
    assert ask(app, method="GET").headers["Location"] == "https://www.example.org/en/about/write/"


def test_trial(app, spool):
    """A trial that our own health asks for goes all the way and leaves nothing;
    no invented one does."""
    made = new_id(SECRET, int(time.time()), "trial")
    assert (send(app, message="trial", id=made).status, kept(spool)) == (303, [])
    assert not list((spool.folder / "tmp").iterdir())


def test_letter_says_why(app, spool, opened):
    """The letter says what was suspected, and which letters are of another script."""
    asked = send(app, message="help", contact="аnna@example.org")
    again = {name: asked.value(name) for name in ("message", "contact", "id", "token")}
    send(app, **again)
    text = opened(kept(spool)[0])
    assert "suspicion: scripts а U+0430" in text


def test_no_line_of_ours(app, spool, opened):
    """No line of a visitor's text can look like a line of ours."""
    send(app, message="help\nform: press\nlang: be")
    lines = opened(kept(spool)[0]).splitlines()
    assert [line for line in lines if line.startswith("form:")] == ["form: counselling"]


def test_renewed_keys(app, own_seal):
    """A key that can be used later is used then, without a restart."""
    app.seals.clear()
    app.renew = lambda: {"counselling": own_seal}
    assert send(app, message="help").status == 303


def test_room_for_answers(app, monkeypatch):
    """When many read slowly the next one gets a short page, and those before keep theirs."""
    monkeypatch.setattr("contact.app.ROOM_FOR_ANSWERS", 15_000)
    streams = [app.answer(request_of("x" * 6000)) for _ in range(2)]
    app._answers.update(answer.body for answer in streams)
    assert send(app, message="x" * 6000).kind == "interrupted"
    streams[0].body.close()
    assert send(app, message="x" * 6000).kind == "again"


def request_of(text):
    body = f"message={text}".encode()
    return {
        "REQUEST_METHOD": "POST", "PATH_INFO": "/contact/en/message", "CONTENT_TYPE": FORM_TYPE,
        "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body),
    }  # fmt: skip


def test_many_at_once(app, capsys):
    """Sixteen threads that show long texts again do not get in each other's way."""
    with ThreadPoolExecutor(16) as pool:
        answers = list(
            pool.map(lambda number: send(app, message="x" * 6000 + str(number)).status, range(200))
        )
    assert (set(answers), capsys.readouterr().err) == ({422}, "")
