"""What was typed is not there any more when somebody goes back or forward, after sending and after leaving."""

import re
import shutil
import threading
import time

import pytest

from contact import development
from plugins.preview.server import Preview
from tests.browser.browsers import SHOWN, chromium, firefox
from tests.contact.programs import needs

MARKER = "zamarkiravana"
FIREFOX = needs("firefox-esr")
# Without scripts there is no box to type a search in.
WITH_SCRIPTS = pytest.mark.parametrize("scripts", [True], ids=["with scripts"], indirect=True)


@pytest.fixture(scope="module")
def folder(published, tmp_path_factory):
    """The published build, but for Belarusian pages of help, which are copies."""
    folder = tmp_path_factory.mktemp("site")
    for one in (*published.folder.iterdir(), *(published.folder / "be").iterdir()):
        place = folder / one.relative_to(published.folder)
        if one.name not in ("be", "help"):
            place.symlink_to(one)
        elif one.name == "be":
            place.mkdir()
    shutil.copytree(published.folder / "be" / "help", folder / "be" / "help")
    return folder


@pytest.fixture(scope="module")
def served(folder, tmp_path_factory):
    """That site behind its own headers, with the endpoint of its forms; its exit leads to the same server by another name."""
    server = Preview(folder, 0)
    server.other_headers = {}
    server.endpoint = development.endpoint(tmp_path_factory.mktemp("contact"), folder / "contact")
    for page in (folder / "be" / "help").rglob("index.html"):
        near = f"http://localhost:{server.server_address[1]}/404.html"
        page.write_text(re.sub(r"https://be\.wikipedia\.org/[^\"]*", near, page.read_text()))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(params=[True, False], ids=["with scripts", "without"], scope="module")
def scripts(request):
    """Whether the browser runs scripts."""
    return request.param


@pytest.fixture(params=["chromium", pytest.param("firefox", marks=FIREFOX)], scope="module")
def tab(request, scripts):
    """A tab of a browser that keeps left pages as those of readers do."""
    one = firefox(scripts) if request.param == "firefox" else chromium(request.getfixturevalue("driver"), scripts)
    with one as found:
        yield found


def shown(tab):
    """All that the page shows or carries, once it is there."""
    time.sleep(0.3)
    return tab.run(SHOWN)


def arrive(tab, end):
    """Waits until the address has this `end`."""
    for _ in range(100):
        if tab.run("return document.readyState === 'complete' ? location.href : ''").endswith(end):
            return
        time.sleep(0.1)
    raise AssertionError(f"{end} was not reached")


def leave(tab):
    """Takes the exit link, goes back, forward and back again; what was seen on the way."""
    tab.click(".help-strip .exit-link")
    arrive(tab, "/404.html")
    seen = []
    for step in (tab.back, tab.forward, tab.back):
        step()
        seen.append(shown(tab))
    return seen


def test_after_sending(tab, served):
    """Back from the page of thanks, and forward again, nothing of the message is there."""
    tab.open(f"{served}be/help/write/")
    tab.type("textarea", MARKER)
    tab.click(".contact-form__send")
    arrive(tab, "/thanks/")
    seen = [shown(tab)]
    for step in (tab.back, tab.forward, tab.back):
        step()
        seen.append(shown(tab))
    assert [text for text in seen if MARKER in text] == []


def test_after_leaving(tab, served):
    """Back on a form that was left with something written in it, it is empty."""
    tab.open(f"{served}be/help/write/")
    tab.type("textarea", MARKER)
    tab.type("[name=contact]", MARKER)
    tab.click(".form-foot a")
    arrive(tab, "/be/")
    tab.back()
    assert MARKER not in shown(tab)


@WITH_SCRIPTS
def test_after_searching(tab, served):
    """Back on a page whose search box was typed into, it is empty."""
    tab.open(f"{served}be/about/")
    tab.type(".search-box__input", MARKER)
    tab.click(".site-header a[href='/be/']")
    arrive(tab, "/be/")
    tab.back()
    assert MARKER not in shown(tab)


def test_after_exit(tab, served):
    """Nor is a message there when somebody goes back and forward after the exit link."""
    tab.open(f"{served}be/about/")
    tab.open(f"{served}be/help/write/")
    tab.type("textarea", MARKER)
    assert [text for text in leave(tab) if MARKER in text] == []


@WITH_SCRIPTS
def test_search_after_exit(tab, served):
    """Nor is what was typed into the search box."""
    tab.open(f"{served}be/about/")
    tab.open(f"{served}be/help/hotline/")
    tab.type(".search-box__input", MARKER)
    assert [text for text in leave(tab) if MARKER in text] == []
