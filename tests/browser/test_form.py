"""The forms in a real browser, sent to the endpoint of `make serve`."""

import threading

import pytest

from contact import development
from plugins.preview.server import Preview

FORMS = {"counselling": "help/write/", "press": "press/write/"}


@pytest.fixture
def folder(tmp_path):
    """Where the endpoint keeps what it gets."""
    return tmp_path / "contact"


@pytest.fixture
def served(content, folder):
    """The real content with the endpoint beside it."""
    server = Preview(content.folder, 0)
    server.endpoint = development.endpoint(folder, content.folder / "contact")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def tab(request, chromium):
    """A tab, with and without JavaScript."""
    context = chromium.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def inbox(folder):
    development.deliver(folder)
    return "\n".join(development.inbox(folder))


@pytest.mark.parametrize("form", sorted(FORMS))
def test_sent(tab, served, folder, form):
    """What is written in a form arrives, and its writer reads thanks in the language of the form."""
    tab.goto(f"{served}en/{FORMS[form]}")
    tab.fill("textarea", "MARKER one\ntwo")
    tab.fill("[name=contact]", "a@example.org")
    tab.click("button")
    tab.wait_for_url(f"{served}en/{FORMS[form]}thanks/")
    mail = inbox(folder)
    assert "> MARKER one\n> two" in mail
    assert "a@example.org" in mail


def test_confirmed(tab, served, folder):
    """An odd message is shown with everything that was chosen and written, and arrives after one more click."""
    tab.goto(f"{served}en/help/write/")
    tab.fill("textarea", "\n http://a http://b http://c http://d <b>&amp;</b>")
    tab.check("[value=yes]")
    tab.click("button")
    tab.wait_for_url(f"{served}contact/en/counselling")
    assert tab.input_value("textarea") == "http://a http://b http://c http://d <b>&amp;</b>"
    assert tab.is_checked("[value=yes]")
    tab.click("button")
    tab.wait_for_url("**/thanks/")
    assert "<b>&amp;</b>" in inbox(folder)


def test_back(served, chromium):
    """After Back the form is empty."""
    context = chromium.new_context()
    tab = context.new_page()
    tab.goto(f"{served}en/help/write/")
    tab.fill("textarea", "MARKER")
    tab.click("button")
    tab.wait_for_url("**/thanks/")
    tab.go_back()
    tab.wait_for_url("**/help/write/")
    assert tab.input_value("textarea") == ""
    context.close()


def test_no_traces(served, chromium):
    """A form sets no cookie, stores nothing, and its program is allowed by the policy."""
    context = chromium.new_context()
    tab = context.new_page()
    said = []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(f"{served}en/help/write/")
    tab.fill("textarea", "http://a http://b http://c http://d")
    tab.click("button")
    assert (context.cookies(), tab.evaluate("localStorage.length + sessionStorage.length"), said) == ([], 0, [])
    context.close()
