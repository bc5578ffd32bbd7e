"""A kind of page is added from outside as docs/add-a-kind.md says: one row, one template, words."""

import json
import re
import shutil
import subprocess
import sys
from textwrap import dedent

import pytest

from tests.conftest import EXAMPLE, MAIN
from tests.site.pages import LOCAL, Output

pytestmark = pytest.mark.slow

CODE = re.compile(r"```(?P<language>python|jinja)\n(?P<code>.*?)```", re.DOTALL)
ABOVE = '    Kind("book",'
INDEX = "Title: Events\nSummary: What is planned.\nWritten: 2026-11-24\nSources: organisation\n\nWords.\n"
FIELDS = "Title: A meeting\nSummary: We meet.\nTopics: labour\nWritten: 2026-11-24\nSources: organisation\n"
EVENT = f"{FIELDS}\nCome to the meeting.\n"
COPIED = ("plugins", "theme", "translations", "contact", "pelicanconf.py")
CLOCK = "2026-11-25T10:00+03:00"
PAGE = "en/events/2026-12-10-meeting/"


def add(folder):
    """Adds the row and the template of the document to the project in `folder`."""
    text = (MAIN / "docs" / "add-a-kind.md").read_text(encoding="utf-8")
    code = {found["language"]: dedent("   " + found["code"]) for found in CODE.finditer(text)}
    table = folder / "plugins" / "model" / "kinds.py"
    rows = table.read_text(encoding="utf-8")
    assert rows.count(ABOVE) == 1
    table.write_text(rows.replace(ABOVE, f"{code['python'].rstrip()},\n{ABOVE}"), encoding="utf-8")
    template = folder / "theme" / "templates" / "pages" / "event.html"
    template.write_text(code["jinja"], encoding="utf-8")


def run(folder, **changes):
    """Builds the project in `folder` and returns what Pelican did."""
    extra = {"CACHE_PATH": str(folder / "cache"), "CLOCK": CLOCK} | changes
    command = [sys.executable, "-m", "pelican", "content", "-o", "output", "-s", "pelicanconf.py"]
    command += ["-e", *(f"{name}={json.dumps(value)}" for name, value in extra.items())]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of this project to which events were added, with one in the miniature site."""
    folder = tmp_path_factory.mktemp("kind")
    for name in COPIED:
        copy = shutil.copytree if (MAIN / name).is_dir() else shutil.copy
        copy(MAIN / name, folder / name)
    shutil.copytree(EXAMPLE, folder / "content")
    add(folder)
    events = folder / "content" / "en" / "events"
    events.mkdir()
    (events / "index.md").write_text(INDEX, encoding="utf-8")
    (events / "2026-12-10-meeting.md").write_text(EVENT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(project):
    """The site with events, as everybody builds it while writing, before the day of the event."""
    done = run(project)
    assert done.returncode == 0, done.stdout + done.stderr
    return Output(project / "output", LOCAL)


def read(built, name):
    return (built.folder / name).read_text(encoding="utf-8")


def test_page(built):
    """An event has a page, shown by its template."""
    page = read(built, f"{PAGE}index.html")
    assert (
        "page--event" in page and "Come to the meeting." in page and 'datetime="2026-12-10"' in page
    )


@pytest.mark.parametrize(
    "name", ["en/events/", "en/events/2026/", "en/events/2026/12/", "en/topics/labour/"]
)
def test_list(built, name):
    """It stands in the lists of its section, its year, its month and its topic."""
    assert f'href="/{PAGE}"' in read(built, f"{name}index.html")


@pytest.mark.parametrize("name", ["en/events/feed.xml", "en/events/feed.json"])
def test_feed(built, name):
    """Its section has a feed."""
    assert "A meeting" in read(built, name)


def test_the_feed_is_found(built):
    """Every page leads to the feed."""
    assert "/en/events/feed.xml" in read(built, "en/index.html")


def test_schema(built):
    """Search engines are told that it is an event, and on which day."""
    data = re.search(r"application/ld\+json\">(.*?)</script>", read(built, f"{PAGE}index.html"))[1]
    things = {thing["@type"]: thing for thing in json.loads(data)["@graph"]}
    assert things["Event"]["startDate"] == "2026-12-10"


@pytest.mark.parametrize("name", [PAGE, "en/events/", "en/events/2026/"])
def test_no_exit(built, name):
    """Neither an event nor its lists offer to leave the site at once."""
    assert 'data-module="exit-page"' not in read(built, f"{name}index.html")


def test_not_withheld(built):
    """An event is public before its day."""
    assert "embargo" not in read(built, f"{PAGE}index.html")


def test_fields(built, project):
    """What the row asks for is checked in every file."""
    file = project / "content" / "en" / "events" / "2026-12-11-other.md"
    file.write_text(
        EVENT.replace(
            "Topics: labour\n", "Discreet-Title: Notes\nEmbargo: 2026-12-01 10:00 Europe/Minsk\n"
        ),
        encoding="utf-8",
    )
    done = run(project)
    file.unlink()
    said = done.stdout + done.stderr
    words = " ".join(said.split())
    assert done.returncode != 0
    assert [
        name for name in ("Topics", "Discreet-Title", "Embargo") if f"'{name}'" not in words
    ] == []
