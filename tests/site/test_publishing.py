"""What must not go public, and what may."""

import shutil
from hashlib import sha256

import pytest

from tests.conftest import EXAMPLE
from tests.site.pages import Output, pelican

PUBLIC = "https://example.org"


@pytest.fixture
def copy(tmp_path):
    """A copy of the example that may be changed."""
    return shutil.copytree(EXAMPLE, tmp_path / "example")


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    """The example as it goes public: what the build said, and its output."""
    folder = tmp_path_factory.mktemp("public")
    done = pelican(EXAMPLE, folder, "publishconf.py", SITEURL=PUBLIC)
    return done, Output(folder / "output", PUBLIC)


def change_contacts(copy, old, new):
    path = copy / "data" / "contacts.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_published(public):
    """With checked contacts the site goes public, a demonstration among them or not."""
    done, output = public
    assert done.returncode == 0, done.stderr + done.stdout
    assert output.page("be/")


def test_public_address(public):
    """A public site knows its public address everywhere, and nothing of the one used while writing."""
    _, output = public
    texts = [name for name in output.names if name.endswith((".html", ".xml", ".txt"))]
    assert [name for name in texts if "127.0.0.1" in output.read(name)] == []
    assert output.page("be/").one("link[@rel='canonical']").get("href") == f"{PUBLIC}/be/"


def test_notes_for_the_team(public):
    """Notes for the team are told when the site goes public."""
    done, _ = public
    assert "Note on office: Ring before you publish." in done.stderr


def test_notes_are_not_shown(public):
    """Notes for the team are on no page."""
    _, output = public
    assert [name for name, page in output.pages.items() if "Ring before you publish" in page.text] == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("expires = 2999-01-01", "expires = 2026-11-24", "The contact 'hotline' expired on 2026-11-24."),
        ("verified = 2026-11-24\n", "", "The contact 'hotline' was never verified."),
    ],
)
def test_refused(copy, tmp_path, old, new, message):
    """A contact that nobody has checked lately keeps the site from going public."""
    change_contacts(copy, old, new)
    done = pelican(copy, tmp_path, "publishconf.py", SITEURL=PUBLIC)
    assert done.returncode == 1
    assert f"data/contacts.toml:5: {message}" in done.stderr
    assert not (tmp_path / "output").exists()


def test_not_refused_while_writing(copy, tmp_path):
    """While writing, an expired contact is no obstacle."""
    change_contacts(copy, "expires = 2999-01-01", "expires = 2026-11-24")
    assert pelican(copy, tmp_path).returncode == 0


@pytest.mark.parametrize("address", ["", "http://example.org", "example.org", "//example.org"])
def test_public_address_is_secure(tmp_path, address):
    """A site goes public at an https address only."""
    done = pelican(EXAMPLE, tmp_path, "publishconf.py", SITEURL=address)
    assert done.returncode == 1
    assert "publish with the public https address" in done.stderr + done.stdout
    assert not (tmp_path / "output").exists()


def test_sums(public):
    """SHA256SUMS lists every other file, and every sum is right."""
    _, output = public
    lines = [line.split("  ", 1) for line in output.read("SHA256SUMS").splitlines()]
    assert {name: digest for digest, name in lines} == {
        name: sha256((output.folder / name).read_bytes()).hexdigest() for name in output.names - {"SHA256SUMS"}
    }
