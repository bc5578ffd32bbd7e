"""The editor beside the preview: what is answered below /editor/, and to whom."""

import json
import threading
from http.client import HTTPConnection

import pytest

from plugins.editor.serving import LocalEditor
from plugins.preview.server import Preview
from tests.conftest import MAIN


@pytest.fixture
def editor(package):
    """The editor of the real content."""
    return LocalEditor(
        MAIN / "content", "La Strada", "http://127.0.0.1:8000", "be", str, MAIN / "theme"
    )


@pytest.fixture
def ask(tmp_path, editor):
    """Asks a preview with that editor for a path."""
    server = Preview(tmp_path, 0)
    server.editor = editor
    server.problems = "be/a.md:1: wrong"
    threading.Thread(target=server.run, daemon=True).start()

    def answer(path, host="127.0.0.1"):
        connection = HTTPConnection("127.0.0.1", server.port)
        connection.request("GET", path, headers={"Host": host})
        found = connection.getresponse()
        return found.status, dict(found.headers), found.read()

    yield answer
    server.stop()


FILES = [
    ("/editor/", "text/html; charset=utf-8"),
    ("/editor/editor.js", "text/javascript; charset=utf-8"),
    ("/editor/config.json", "application/json; charset=utf-8"),
    ("/editor/site.css", "text/css; charset=utf-8"),
    ("/editor/fonts/source-sans-3-latin-wght-normal.woff2", "font/woff2"),
]


@pytest.mark.parametrize(("path", "kind"), FILES)
def test_its_files_are_served(ask, path, kind):
    """The editor is there, also while there are problems: it is where they are fixed."""
    status, headers, body = ask(path)
    assert (status, headers["Content-Type"], bool(body)) == (200, kind, True)


def test_it_has_a_policy_of_its_own(ask):
    """Scripts, fonts and requests are those of this machine only."""
    policy = ask("/editor/")[1]["Content-Security-Policy"]
    rules = dict(rule.partition(" ")[::2] for rule in policy.split("; "))
    assert rules["script-src"] == rules["font-src"] == "'self'"
    assert rules["connect-src"] == "'self' blob: data:"
    assert "http" not in policy


@pytest.mark.parametrize(
    "path", ["/editor/../pelicanconf.py", "/editor/%2e%2e/pelicanconf.py", "/editor/no"]
)
def test_nothing_else_is_served(ask, path):
    """Only the files of the editor are answered, none of the folder around them."""
    assert ask(path)[0] == 404


def test_the_address_without_a_slash_leads_there(ask):
    """/editor leads to /editor/, below which its files are named."""
    status, headers, _ = ask("/editor")
    assert (status, headers["Location"]) == (302, "/editor/")


def test_pages_of_others_are_not_answered(ask):
    """It answers to no other name than this machine's, so no page of others can read drafts."""
    assert ask("/editor/config.json", host="evil.example")[0] == 421


def test_an_editor_that_is_not_installed_says_how(tmp_path, editor):
    """Without the package its page says which command installs it, in the language of who edits."""
    said = LocalEditor(
        MAIN / "content", "", "", "be", lambda text: f"Сказана: {text}", package=lambda: None
    ).answer("/editor/")
    assert (said.status, "Сказана: " in said.body.decode()) == (404, True)
    assert "make edit" in said.body.decode()


def test_the_configuration_is_that_of_now(tmp_path, package):
    """What can be chosen is read at each question: a new topic can be chosen at once."""
    content = tmp_path / "content"
    for name in ("data", "be"):
        (content / name).parent.mkdir(exist_ok=True)
    for file in [*(MAIN / "content/data").iterdir(), *(MAIN / "content/be/news").iterdir()]:
        place = content / file.relative_to(MAIN / "content")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.read_bytes())
    editor = LocalEditor(content, "", "", "be", str, MAIN / "theme")
    before = editor.answer("/editor/config.json").body
    topics = content / "data" / "topics.toml"
    topics.write_text(topics.read_text("utf-8") + '\n[fresh]\nbe = "Свежае"\n', encoding="utf-8")
    after = editor.answer("/editor/config.json").body
    assert ("Свежае" in before.decode(), "Свежае" in after.decode()) == (False, True)
    assert json.loads(after)["cms"]["collections"]
