"""Whether links to other sites still lead where they did."""

import shutil
import threading
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plugins.cli.parser import main
from plugins.outside import asking
from plugins.outside.asking import Answer, asked, asker
from plugins.outside.places import places
from plugins.outside.remembered import FILE, recall, remember
from tests.conftest import EXAMPLE, MAIN

TODAY = date(2026, 11, 29)


STATUS = {"/fine": 200, "/gone": 404, "/refused": 403, "/moved": 301, "/for-now": 302,
          "/loop": 301, "/to-gone": 301}  # fmt: skip
LEADS = {"/moved": "/fine", "/for-now": "/fine", "/loop": "/loop", "/to-gone": "/gone"}


class Site(BaseHTTPRequestHandler):
    """Another site: each path is an answer of its own."""

    def do_HEAD(self):
        self.send_response(405 if self.path == "/no-heads" else STATUS.get(self.path, 200))
        if self.path in LEADS:
            self.send_header("Location", LEADS[self.path])
        self.end_headers()

    def do_GET(self):
        if self.path == "/no-heads":
            self.send_response(200)
            self.end_headers()
        else:
            self.do_HEAD()

    def log_message(self, *arguments):
        """Say nothing."""


@pytest.fixture(scope="module")
def site():
    """The address of another site, on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "status", "leads_to"),
    [
        ("/fine", 200, ""),
        ("/gone", 404, ""),
        ("/refused", 403, ""),
        ("/moved", 200, "/fine"),
        ("/for-now", 200, ""),
        ("/to-gone", 404, ""),
        ("/no-heads", 200, ""),
        ("/loop", 301, ""),
    ],
)
def test_answers(site, path, status, leads_to):
    """The answer at the end of all redirects counts, and where they lead if they are for good."""
    found = asker()(site + path)
    assert found == Answer(status, leads_to and site + leads_to)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://127.0.0.1:9/", "the connection failed"),
        ("http://no-such-host.invalid/", "its name is not known here, or there is no network"),
        ("https://[bad/", "it is no address"),
    ],
)
def test_without_an_answer(address, why):
    """Where no answer comes it is said why, for each link."""
    assert asker(seconds=2)(address) == Answer(why=why)


def test_limit_of_time():
    """Nobody waits for a site that says nothing."""
    silent = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)  # listens only
    address = f"http://127.0.0.1:{silent.server_address[1]}/"
    assert asker(seconds=0.2)(address).why == "no answer came in time"
    silent.server_close()


def test_each_host_one_at_a_time():
    """Several hosts are asked at once, and no host two things at once."""
    busy, most = [], []

    def ask(address):
        busy.append(address.split("/")[2])
        most.append(max(busy.count(host) for host in busy))
        busy.remove(address.split("/")[2])
        return Answer(200)

    addresses = [f"https://{host}.example/{page}" for host in "ab" for page in range(20)]
    assert asked(addresses, ask).keys() == set(addresses)
    assert max(most) == 1


def test_places():
    """Links of texts and of data are found, each with file and line."""
    found = places(EXAMPLE, ("be", "ru", "en"))
    files = {place.file for some in found.values() for place in some}
    assert "data/sources.toml" in files
    assert all(place.line for some in found.values() for place in some)


@pytest.mark.parametrize("days", [0, 13, 14, 400])
def test_remembered(tmp_path, days):
    """What was fine is not asked again for two weeks; what was not is asked each time."""
    answers = {"https://a.example": Answer(200), "https://b.example": Answer(404)}
    remember(tmp_path, answers, {}, TODAY)
    known = recall(tmp_path, TODAY + timedelta(days))
    assert set(known) == ({"https://a.example"} if days < 14 else set())


@pytest.mark.parametrize("text", ["", "[", "[1]", '{"a": 1}', '{"a": "x"}'])
def test_a_damaged_memory_is_none(tmp_path, text):
    """A file that somebody has damaged is as good as none."""
    (tmp_path / FILE).write_text(text)
    assert recall(tmp_path, TODAY) == {}


def test_command(tmp_path, capsys, monkeypatch):
    """The command tells each link that is not fine, with file and line, and ends with exit code 1
    only where there is one."""
    monkeypatch.setattr(
        asking, "asker", lambda: lambda address: Answer(404 if "gone" in address else 200)
    )
    content = shutil.copytree(EXAMPLE, tmp_path / "content")
    page = content / "en" / "about" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n[a](https://a.example/gone)\n", "utf-8")
    command = ["links", "--content", str(content), "--cache", str(tmp_path / "cache")]
    with pytest.raises(SystemExit) as end:
        main(command)
    assert end.value.code == "1 to look at."
    assert "en/about/index.md:8: https://a.example/gone is gone: 404." in capsys.readouterr().err
    page.write_text(page.read_text("utf-8").replace("/gone", "/fine"), "utf-8")
    main(command)
    assert "to ask: 1" in capsys.readouterr().out


def test_never_by_itself():
    """Nothing that runs unattended asks other sites."""
    files = [MAIN / ".ci" / "run", *(MAIN / "deploy").rglob("*")]
    told = [file.name for file in files if file.is_file() and b"make links" in file.read_bytes()]
    assert told == []
