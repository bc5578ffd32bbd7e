"""Every server says the same."""

import re

import pytest

from contact.headers import POLICY
from plugins.features.hosting.headers import BELOW, EVERYWHERE
from plugins.features.hosting.servers import SNIPPETS, netlify, of_a_demonstration, renewed
from tests.conftest import MAIN

FILES = {name: (MAIN / "deploy" / name).read_text(encoding="utf-8") for name in SNIPPETS}
FORMS = {"netlify": netlify()} | FILES


@pytest.mark.parametrize("server", FORMS)
@pytest.mark.parametrize("header", EVERYWHERE)
def test_value(server, header):
    """Each server sends each header with the value of the table."""
    lines = [
        line for line in FORMS[server].splitlines() if re.search(rf"(?<![\w-]){header}\b", line)
    ]
    assert any(EVERYWHERE[header] in line for line in lines)


@pytest.mark.parametrize("server", FORMS)
def test_folders(server):
    """Each server sends what belongs to one folder."""
    assert [
        value for own in BELOW.values() for value in own.values() if value not in FORMS[server]
    ] == []


@pytest.mark.parametrize("name", SNIPPETS)
def test_shipped(name):
    """What stands in deploy/ is what the table says; `make headers` writes it."""
    assert renewed(FILES[name], SNIPPETS[name]) == FILES[name]


def test_renewed():
    """A snippet takes the place of the one before, indented as its place; everything else stays."""
    text = "a\n  # begin one (made)\n  old\n  older\n  # end one\nb\n"
    assert (
        renewed(text, {"one": lambda: "new\n"})
        == "a\n  # begin one (made)\n  new\n  # end one\nb\n"
    )


def test_same_policy():
    """What the contact endpoint answers may do what a page of the site may."""
    assert EVERYWHERE["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize("name", SNIPPETS)
def test_demonstration(name):
    """A server of a demonstration keeps search engines away with every answer,
    and sends what it sends anyway."""
    usual, demo = (
        snippets[name]["headers"]().splitlines() for snippets in (SNIPPETS, of_a_demonstration())
    )
    more = [line for line in demo if line not in usual]
    assert more and all("X-Robots-Tag" in line for line in more)
    assert sum("noindex, nofollow" in line for line in more) == 1
