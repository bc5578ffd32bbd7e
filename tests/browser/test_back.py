"""What was typed is not there any more when somebody goes back or forward, after sending and after leaving."""

import shutil
import threading
import time

import pytest

from contact import development
from plugins.preview.server import Preview
from tests.browser.browsers import SHOWN, chromium, firefox

MARKER = "zamarkiravana"


@pytest.fixture(scope="module")
def served(published, tmp_path_factory):
    """The published build behind its own headers, with the endpoint of its forms."""
    server = Preview(published.folder, 0)
    server.other_headers = {}
    server.endpoint = development.endpoint(tmp_path_factory.mktemp("contact"), published.folder / "contact")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(params=["chromium", "firefox"], scope="module")
def tab(request):
    """A tab of a browser that keeps left pages as those of readers do."""
    if request.param == "firefox":
        pytest.importorskip("marionette_driver", reason="no marionette_driver: Firefox is not asked")
        if not (shutil.which("firefox-esr") or shutil.which("firefox")):
            pytest.skip("no Firefox")
        with firefox() as found:
            yield found
        return
    with chromium(request.getfixturevalue("driver")) as found:
        yield found


def shown(tab):
    """All that the page shows or carries, once it is there."""
    time.sleep(0.3)
    return tab.run(SHOWN)


def arrive(tab, part):
    """Waits until the address has `part`."""
    for _ in range(100):
        if part in tab.run("return location.href"):
            return
        time.sleep(0.1)
    raise AssertionError(f"{part} was not reached")


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


def test_after_searching(tab, served):
    """Back on a page whose search box was typed into, it is empty."""
    tab.open(f"{served}be/about/")
    tab.type(".search-box__input", MARKER)
    tab.click(".site-footer a")
    arrive(tab, "/be/")
    tab.back()
    assert MARKER not in shown(tab)
