"""The editor as a folder for a host of its own, on the files of a host of Git: signing in with a
token and with a button, a file read, changed, and proposed as a draft."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from plugins.editor.backends import Wanted
from plugins.editor.choices import read_choices
from plugins.editor.folder import write
from tests.browser.fake_github import REPOSITORY, SIGN_IN, TOKEN, GitHub
from tests.conftest import MAIN

pytestmark = pytest.mark.full
FILE = "content/be/questions/01-phone.md"
TEXT = "[data-key-path=body] [contenteditable=true]"


class Host(SimpleHTTPRequestHandler):
    """Serves a folder as hosts of static files do that read `_headers`."""

    def end_headers(self):
        said = Path(self.directory, "_headers").read_text(encoding="utf-8")
        for line in said.splitlines()[1:]:
            self.send_header(*line.strip().split(": ", 1))
        super().end_headers()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def served(tmp_path, package, monkeypatch):
    """Writes the editor for a repository of GitHub, and serves it; returns its address."""
    monkeypatch.chdir(MAIN)
    servers = []

    def make(**wanted):
        choices = read_choices(MAIN / "content", "en", str)
        write(
            tmp_path / "editor", package, choices, "A site", Wanted("github", REPOSITORY, **wanted)
        )
        host = partial(Host, directory=str(tmp_path / "editor"))
        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), host))
        threading.Thread(target=servers[0].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[0].server_address[1]}/"

    yield make
    for server in servers:
        server.shutdown()


@pytest.fixture
def github():
    """A repository with the data and a few pages of the real content."""
    files = {
        f"content/{path.relative_to(MAIN / 'content').as_posix()}": path.read_text(encoding="utf-8")
        for path in sorted((MAIN / "content").rglob("*"))
        if path.suffix in (".md", ".toml") and {"questions", "data"} & set(path.parts)
    }
    return GitHub(files)


@pytest.fixture
def tab(chromium, github):
    """A tab whose questions to GitHub are answered here; it notes what it asked and was refused."""
    context = chromium.new_context(viewport={"width": 1500, "height": 2400}, locale="en-GB")
    github.attach(context)
    page = context.new_page()
    page.said, page.asked = [], []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    context.close()


def propose(tab, address, github):
    """Opens a page, writes a word and saves; returns the branch with what it has."""
    tab.locator("[role=listbox], [role=grid], [role=tree]").first.wait_for()
    tab.goto(f"{address}#/collections/questions/entries/01-phone")
    tab.locator(TEXT).first.wait_for()
    tab.locator(TEXT).first.focus()
    tab.keyboard.press("Control+End")
    tab.keyboard.type(" новае")
    tab.wait_for_timeout(500)
    tab.get_by_role("button", name="Save", exact=True).click()
    for _ in range(100):
        if github.labels:
            break
        tab.wait_for_timeout(100)
    return github.branches


def with_a_token(tab, token=TOKEN):
    """Signs in with a token of one's own."""
    tab.get_by_role("button", name="Sign In Using Access Token").click()
    dialog = tab.locator("[role=alertdialog]").last
    dialog.locator("input").first.fill(token)
    dialog.get_by_role("button", name="Sign In", exact=True).click()


def with_a_button(tab):
    """Signs in in the window that the button opens."""
    tab.get_by_role("button", name="Sign In with").click()


def test_a_file_is_proposed_with_a_token(tab, served, github):
    """Whoever has a token opens a page and saves it: a draft with the one line that was changed; the
    page in the other languages is sent as it was."""
    address = served()
    tab.goto(address)
    with_a_token(tab)
    ((branch, changed),) = propose(tab, address, github).items()
    assert branch != "main"
    assert [path for path in changed if changed[path] != github.files[path]] == [FILE]
    old, new = github.files[FILE].splitlines(), changed[FILE].splitlines()
    assert [line for line in new if line not in old] == [f"{old[-1]} новае"]
    assert [pull["draft"] for pull in github.pulls] == [True]
    assert [(pull["head"], pull["base"]) for pull in github.pulls] == [(branch, "main")]


def test_a_button_signs_in(tab, served, github):
    """With SIGN_IN= a button opens the address that signs people in, whose answer is heard."""
    address = served(sign_in=SIGN_IN)
    tab.goto(address)
    with_a_button(tab)
    assert propose(tab, address, github)
    assert github.popups[0].startswith(f"{SIGN_IN}/auth?provider=github&")


def test_a_wrong_token_is_told(tab, served, github):
    """A token that GitHub does not know is told, and nothing is shown."""
    tab.goto(served())
    with_a_token(tab, "another")
    tab.get_by_text("The provided token is invalid").wait_for()
    assert tab.locator("[role=listbox], [role=grid], [role=tree]").count() == 0


def test_only_its_host_is_asked(tab, served, github):
    """In all of this only the folder itself and the host of the files are asked, for what they
    know, and the policy refuses nothing."""
    address = served()
    tab.goto(address)
    with_a_token(tab)
    propose(tab, address, github)
    own = (address, "https://api.github.com/", "blob:", "data:")
    assert [one for one in tab.asked if not one.startswith(own)] == []
    assert [line for line in tab.said if "Content Security Policy" in line] == []
    assert github.unknown == []
