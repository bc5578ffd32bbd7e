"""The editor as a folder for a host of its own."""

import json
import re

import pytest

from plugins.editor.backends import BACKENDS, BackendError, Wanted, hosts, options
from plugins.editor.folder import FolderError, instructions, write
from plugins.model.user_error import UserError
from tests.conftest import MAIN

WANTED = [
    Wanted("github", "org/site"),
    Wanted("github", "org/site", sign_in="https://auth.example.org"),
    Wanted("github", "org/site", address="https://git.example.org"),
    Wanted("gitlab", "group/below/site", application="abc"),
    Wanted("gitlab", "group/site", address="https://git.example.org"),
    Wanted("gitea", "org/site", address="https://git.example.org", application="abc"),
]


@pytest.fixture
def written(tmp_path, package, choices, monkeypatch):
    """Writes the folder of what is wanted."""
    monkeypatch.chdir(MAIN)

    def make(wanted):
        write(tmp_path / "editor", package, choices, "La Strada Belarus", wanted)
        return tmp_path / "editor"

    return make


@pytest.mark.parametrize("wanted", WANTED, ids=lambda one: f"{one.name} {one.address}{one.sign_in}")
def test_the_folder_names_only_its_host(written, wanted):
    """The policy in the page and in the headers names the host of the files, and no other."""
    folder = written(wanted)
    for name in ("index.html", "_headers"):
        rule = re.search("connect-src ([^;]*)", (folder / name).read_text(encoding="utf-8"))[1]
        assert set(rule.split()) - {"'self'", "blob:", "data:"} == set(hosts(wanted))


def test_a_github_of_ones_own_has_both_of_its_interfaces():
    """GitHub Enterprise Server answers REST at /api/v3 and GraphQL at /api/graphql, and the editor
    would look for the second at another place (`normalizeGraphQLBaseURL` of Sveltia CMS 0.221)."""
    own = options(Wanted("github", "org/site", address="https://git.example.org"))
    assert own["api_root"] == "https://git.example.org/api/v3"
    assert own["graphql_api_root"] == "https://git.example.org/api/graphql"


@pytest.mark.parametrize(
    ("name", "workflow"), [("github", True), ("gitlab", True), ("gitea", False)]
)
def test_drafts_are_reviewed_where_the_host_can(written, name, workflow):
    """Where the host has requests to merge, a change is a draft first."""
    config = json.loads((written(Wanted(name, "org/site")) / "config.json").read_text("utf-8"))
    assert config["cms"]["publish_mode"] == ("editorial_workflow" if workflow else "simple")
    assert config["cms"]["backend"]["repo"] == "org/site"


def test_it_is_whole(written):
    """Everything that the page asks for is in the folder."""
    folder = written(WANTED[0])
    page = (folder / "index.html").read_text(encoding="utf-8")
    named = [*re.findall(r'(?:src|href)="([^"]+)"', page), "config.json", "site.css", "status.json"]
    named += re.findall(r'from "\./([\w-]+\.js)"', (folder / "editor.js").read_text("utf-8"))
    assert [name for name in named if not (folder / name).is_file()] == []


def test_it_is_made_anew(written):
    """A folder that was made before is made anew, with nothing left of the older one."""
    folder = written(WANTED[0])
    (folder / "old.js").touch()
    assert not (written(WANTED[0]) / "old.js").exists()


@pytest.mark.parametrize("place", ["content/editor", "output", "output/editor"])
def test_it_is_never_published(package, choices, place, monkeypatch):
    """It is refused within what is published: it is for staff."""
    monkeypatch.chdir(MAIN)
    with pytest.raises(FolderError):
        write(MAIN / place, package, choices, "", WANTED[0])


def test_files_of_others_are_not_touched(tmp_path, package, choices):
    """A folder with other files is refused, and they stay."""
    (tmp_path / "mine.txt").touch()
    with pytest.raises(FolderError):
        write(tmp_path, package, choices, "", WANTED[0])
    assert (tmp_path / "mine.txt").exists()


WRONG = [
    (Wanted("githup", "org/site"), "Did you mean 'github'?"),
    (Wanted("github", "site"), "REPO=organisation/site"),
    (Wanted("github", ""), "REPO=organisation/site"),
    (Wanted("gitea", "org/site", address="http://git.example.org"), "https://"),
    (Wanted("gitea", "org/site", address="https://git.example.org/path"), "without a path"),
]


@pytest.mark.parametrize(("wanted", "fix"), WRONG)
def test_what_cannot_be_is_said(wanted, fix):
    """A host or a repository that cannot be is answered with what to write."""
    with pytest.raises(BackendError) as error:
        options(wanted)
    assert isinstance(error.value, UserError) and fix in str(error.value)


@pytest.mark.parametrize("name", BACKENDS)
def test_every_host_has_instructions(tmp_path, name):
    """For each host it is said how people sign in."""
    told = "\n".join(instructions(tmp_path, Wanted(name, "org/site"), str))
    assert all(step in told for step in BACKENDS[name].steps)
    assert "org/site" in told
