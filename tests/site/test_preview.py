"""While somebody writes, the browser shows what was written last, or what is to be fixed."""

import shutil
import socket
import subprocess
import sys
import time
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.conftest import EXAMPLE, MAIN

PATIENCE = 60  # seconds; a build takes one on a machine that has nothing else to do
NEWS = "Title: {title}\nSummary: New.\nTopics: migration\nWritten: 2026-11-24\nSources: organisation\n\nWords.\n"


@pytest.fixture
def preview(tmp_path):
    """The content folder being written, and a question to the preview of it."""
    content = shutil.copytree(EXAMPLE, tmp_path / "content")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "plugins",
        "serve",
        "--content",
        content,
        "--output",
        tmp_path / "output",
    ]
    running = subprocess.Popen([*command, "--port", str(port)], cwd=MAIN, stdout=subprocess.DEVNULL)

    def shows(path, text, status=200):
        """Waits until the answer to `path` has `status` and `text`."""
        end, answer = time.monotonic() + PATIENCE, (0, "")
        while time.monotonic() < end:
            answer = ask(f"http://127.0.0.1:{port}{path}")
            if answer[0] == status and text in answer[1]:
                return True
            time.sleep(0.05)
        raise AssertionError(answer)

    yield content, shows
    running.terminate()
    running.wait()


def ask(url):
    try:
        with urlopen(url) as answer:
            return answer.status, answer.read().decode("utf-8")
    except HTTPError as error:
        return error.code, error.read().decode("utf-8")
    except URLError:
        return 0, ""


def test_while_writing(preview):
    """Changed, broken, fixed, added, renamed, deleted:
    each shows at once, in lists, feeds and translations too."""
    content, shows = preview
    assert shows("/en/questions/phone/", "")
    page = content / "en" / "questions" / "01-phone.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("Title: ", "Title: Changed ", 1), encoding="utf-8"
    )
    assert shows("/en/questions/phone/", "<h1>Changed ")
    assert shows("/en/questions/", "Changed ")
    whole = page.read_text(encoding="utf-8")
    page.write_text(whole.replace("Title: ", "Tilte: ", 1), encoding="utf-8")
    assert shows("/en/questions/phone/", "01-phone.md:1: ")
    assert shows("/be/", "</h1>")
    page.write_text(whole, encoding="utf-8")
    assert shows("/be/", "</html>")
    for lang in ("be", "ru", "en"):
        (content / lang / "news" / "2026-11-20-added.md").write_text(
            NEWS.format(title=f"Added {lang}"), "utf-8"
        )
    for path in (
        "/en/news/added/",
        "/en/news/",
        "/en/",
        "/en/news/feed.xml",
        "/en/topics/migration/",
    ):
        assert shows(path.replace("added", "2026-11-20-added"), "Added en")
    assert shows("/be/news/2026-11-20-added/", 'href="/ru/news/2026-11-20-added/"')
    for lang in ("be", "ru", "en"):
        (content / lang / "news" / "2026-11-20-added.md").rename(
            content / lang / "news" / "2026-11-21-moved.md"
        )
    assert shows("/en/news/2026-11-21-moved/", "Added en")
    assert shows("/en/news/2026-11-20-added/", "", 404)
    for lang in ("be", "ru", "en"):
        (content / lang / "news" / "2026-11-21-moved.md").unlink()
    assert shows("/en/news/2026-11-21-moved/", "", 404)
