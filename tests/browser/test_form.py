"""The forms in a real browser, sent to the endpoint of `make serve`."""

import os
import shutil
import threading
import time

import pytest

from plugins.features.hosting.headers import sending_to
from plugins.preview import endpoint as development
from plugins.preview.server import Preview
from tests.browser.browsers import arrive

FORMS = {"counselling": "about/write/", "press": "press/write/"}


@pytest.fixture
def folder(tmp_path):
    """Where the endpoint keeps what it gets."""
    return tmp_path / "contact"


@pytest.fixture
def served(content, folder):
    """The real content with the endpoint beside it."""
    server = Preview(content.folder, 0)
    server.endpoint = development.endpoint(folder, content.folder / "contact")
    threading.Thread(target=server.run, daemon=True).start()
    yield f"{server.address}/"
    server.stop()


def inbox(folder):
    development.deliver(folder)
    return "\n".join(development.inbox(folder))


@pytest.mark.parametrize("form", sorted(FORMS))
def test_sent(tab, with_forms, messages, form):
    """What is written in a form arrives, and its writer reads thanks in the language of the
    form."""
    tab.open(f"{with_forms}en/{FORMS[form]}")
    tab.type("textarea", "MARKER one\ntwo")
    tab.type("[name=contact]", f"{form}@example.org")
    tab.click(".contact-form__send")
    arrive(tab, f"/en/{FORMS[form]}more/")
    mail = inbox(messages)
    assert "> MARKER one\n> two" in mail
    assert f"{form}@example.org" in mail


def test_confirmed(tab, with_forms, messages):
    """An odd message is shown with everything that was chosen and written,
    and arrives after one more click."""
    tab.open(f"{with_forms}en/about/write/")
    tab.type("textarea", "http://a http://b http://c http://d <b>&amp;</b>")
    tab.click("[value=yes]")
    tab.click(".contact-form__send")
    arrive(tab, "/contact/en/message")
    assert tab.run("return document.querySelector('textarea').value").endswith(
        "http://d <b>&amp;</b>"
    )
    assert tab.run("return document.querySelector('[value=yes]').checked")
    tab.click(".contact-form__send")
    arrive(tab, "/more/")
    assert "<b>&amp;</b>" in inbox(messages)


def test_back(served, chromium):
    """After Back the form is empty."""
    context = chromium.new_context()
    tab = context.new_page()
    tab.goto(f"{served}en/about/write/")
    tab.fill("textarea", "MARKER")
    tab.click("button")
    tab.wait_for_url("**/more/")
    tab.go_back()
    tab.wait_for_url("**/about/write/")
    assert tab.input_value("textarea") == ""
    context.close()


def test_no_traces(served, chromium):
    """A form sets no cookie, stores nothing, and its program is allowed by the policy."""
    context = chromium.new_context()
    tab = context.new_page()
    said = []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(f"{served}en/about/write/")
    tab.fill("textarea", "http://a http://b http://c http://d")
    with tab.expect_navigation():
        tab.click(".contact-form__send")
    assert (
        context.cookies(),
        tab.evaluate("localStorage.length + sessionStorage.length"),
        said,
    ) == ([], 0, [])
    context.close()


WITH_SCRIPTS = pytest.mark.parametrize("scripts", [True], ids=["with scripts"], indirect=True)
HELD = """return [document.querySelector("textarea").value,
  document.querySelector(".contact-form__failed").checkVisibility(), location.pathname]"""


def broken(folder):
    """Makes what a web server answers while the endpoint is down: the form of the site, and to one
    that is sent a page without what was written."""
    html = [("Content-Type", "text/html; charset=utf-8")]

    def answer(environ, start_response):
        if environ["REQUEST_METHOD"] == "GET":
            start_response("203 Non-Authoritative Information", html)
            return [(folder / "en" / "about" / "write" / "index.html").read_bytes()]
        start_response("502 Bad Gateway", html)
        return [b"<h1>Perhaps</h1>"]

    return answer


@pytest.fixture
def unsteady(near_exit):
    """The site with an endpoint that is down; the server, to change that."""
    server = Preview(near_exit, 0)
    server.other_headers = {}
    server.endpoint = broken(near_exit)
    threading.Thread(target=server.run, daemon=True).start()
    yield server
    server.stop()


def write_and_send(tab, server, text="MARKER one\ntwo"):
    tab.open(f"{server.address}/en/about/write/")
    tab.type("textarea", text)
    tab.click(".contact-form__send")
    time.sleep(1)


@WITH_SCRIPTS
def test_kept_while_down(tab, unsteady):
    """While the endpoint is down the text stays in the form, and the page says what to do."""
    write_and_send(tab, unsteady)
    assert tab.run(HELD) == ["MARKER one\ntwo", True, "/en/about/write/"]


ELSEWHERE = ["404 Not Found", "405 Method Not Allowed", "429 Too Many Requests", "200 OK"]


@WITH_SCRIPTS
@pytest.mark.parametrize("status", ELSEWHERE)
def test_kept_on_a_host_without_endpoint(tab, unsteady, status):
    """So it does where nobody takes forms: whatever such a host answers, the text is still there."""

    def answer(environ, start_response):
        start_response(status, [("Content-Type", "text/html; charset=utf-8")])
        return [b"<h1>A page of the host</h1>"]

    tab.open(f"{unsteady.address}/en/about/write/")
    unsteady.endpoint = answer
    tab.type("textarea", "MARKER")
    tab.click(".contact-form__send")
    time.sleep(1)
    assert tab.run(HELD) == ["MARKER", True, "/en/about/write/"]


@WITH_SCRIPTS
def test_kept_without_network(tab, unsteady):
    """So it does when the network is gone."""
    tab.open(f"{unsteady.address}/en/about/write/")
    tab.type("textarea", "MARKER")
    unsteady.stop()
    tab.click(".contact-form__send")
    time.sleep(1)
    assert tab.run(HELD) == ["MARKER", True, "/en/about/write/"]


@WITH_SCRIPTS
def test_sent_again_once(tab, unsteady, near_exit, folder):
    """Sent once more when it is up again, it arrives, once, with its line breaks."""
    write_and_send(tab, unsteady)
    unsteady.endpoint = development.endpoint(folder, near_exit / "contact")
    tab.click(".contact-form__send")
    arrive(tab, "/more/")
    assert inbox(folder).count("> MARKER one\n> two") == 1


@pytest.fixture
def two_names(near_exit, folder, tmp_path):
    """The site on one name of it, with forms that are sent to the endpoint on another one, each with
    the headers it is published with; gives the address of the site."""
    site, other = Preview(tmp_path / "site", 0), Preview(near_exit, 0)
    at, origin = (
        f"http://{name}.site.localhost:{server.port}"
        for name, server in (("contact", other), ("www", site))
    )
    shutil.copytree(near_exit, tmp_path / "site", copy_function=os.link)
    for page in (
        *(tmp_path / "site").glob("*/*/write/index.html"),
        *(tmp_path / "site").glob("contact/**/*.html"),
    ):
        text = page.read_text(encoding="utf-8").replace('action="/', f'action="{at}/')
        page.unlink()  # the other site has the same file
        page.write_text(text, encoding="utf-8")
    site.other_headers, other.other_headers = sending_to(at), {}
    other.endpoint = development.endpoint(folder, tmp_path / "site" / "contact")
    other.endpoint.site = origin
    for server in (site, other):
        server.names |= {"www.site.localhost", "contact.site.localhost"}
        threading.Thread(target=server.run, daemon=True).start()
    yield origin
    site.stop()
    other.stop()


@pytest.mark.parametrize("odd", [False, True], ids=["at once", "after one more click"])
def test_two_names(tab, two_names, folder, odd):
    """A form is sent to another name of the same site without a question about that, and its writer
    is led back, from the form and from the page that asks for one more click."""
    tab.open(f"{two_names}/en/about/write/")
    tab.type("textarea", "MARKER" + " http://a http://b http://c http://d" * odd)
    tab.click(".contact-form__send")
    if odd:
        arrive(tab, "/contact/en/message")
        assert "another site" not in tab.run("return document.body.innerText")
        tab.click(".contact-form__send")
    arrive(tab, f"{two_names}/en/about/write/more/")
    assert "MARKER" in inbox(folder)
