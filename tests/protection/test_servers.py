"""Every server says the same."""

import re

import pytest

from plugins.protection.headers import BELOW, EVERYWHERE
from plugins.protection.servers import SNIPPETS, netlify
from tests.conftest import MAIN

FORMS = {"netlify": netlify} | SNIPPETS
MAPS = {name for own in BELOW.values() for name in own}


@pytest.mark.parametrize("server", [name for name in FORMS if name != "nginx/headers-maps.conf"])
@pytest.mark.parametrize("header", EVERYWHERE)
def test_value(server, header):
    """Each server sends each header with the value of the table."""
    (line,) = [line for line in FORMS[server]().splitlines() if re.search(rf"(?<![\w-]){header}\b", line)]
    assert EVERYWHERE[header] in line


@pytest.mark.parametrize("server", ["netlify", "nginx/headers-maps.conf", "caddy/headers.caddy", "apache/headers.conf"])
def test_folders(server):
    """Each server sends what belongs to one folder."""
    text = FORMS[server]()
    assert [value for own in BELOW.values() for value in own.values() if value not in text] == []


@pytest.mark.parametrize("name", SNIPPETS)
def test_shipped(name):
    """What stands in deploy/ is what the table says; `make headers` writes it."""
    assert (MAIN / "deploy" / name).read_text(encoding="utf-8") == SNIPPETS[name]()
