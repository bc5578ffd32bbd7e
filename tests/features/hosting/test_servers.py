"""Every server says the same."""

import re

import pytest

from contact.headers import POLICY
from plugins.data.ledger import REDIRECTS, read_ledger
from plugins.features.hosting.headers import BELOW, EVERYWHERE
from plugins.features.hosting.moves import Move, moves
from plugins.features.hosting.servers import SNIPPETS, netlify, renewed, snippets_of
from tests.conftest import MAIN

FILES = {name: (MAIN / "deploy" / name).read_text(encoding="utf-8") for name in SNIPPETS}
FORMS = {"netlify": netlify(named=["theme/a.1.css"])} | FILES


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


def test_missing_is_not_kept():
    """Hosts that know no statuses are told to keep for ever what is there, by its name, and no
    address where nothing may be."""
    rules = dict(
        re.findall(r"^(/\S+)\n((?:  .+\n)+)", netlify(named=["theme/b.2.js"]), re.MULTILINE)
    )
    assert [path for path, own in rules.items() if "immutable" in own] == ["/theme/b.2.js"]


def test_as_many_as_are_read():
    """Cloudflare Pages reads a hundred rules, and nothing of a file with more."""
    names = [f"theme/{number}.css" for number in range(200)]
    assert len(re.findall(r"^/", netlify(named=names), re.MULTILINE)) == 100


@pytest.mark.parametrize("name", SNIPPETS)
def test_shipped(name):
    """What stands in deploy/ is what the table says; `make headers` writes it."""
    led = moves(read_ledger(MAIN / "content" / REDIRECTS))
    assert renewed(FILES[name], snippets_of(led)[name]) == FILES[name]


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
        snippets_of([], demonstration)[name]["headers"]().splitlines()
        for demonstration in (False, True)
    )
    more = [line for line in demo if line not in usual]
    assert more and all("X-Robots-Tag" in line for line in more)
    assert sum("noindex, nofollow" in line for line in more) == 1


MOVED = {
    "be/help/": "be/questions/",
    "ru/help/": "ru/questions/",
    "be/help/by-country/": "be/questions/countries/",
    "be/prevention/materials/poster-hotline/": "be/prevention/materials/poster/",
    "be/only/": "ru/elsewhere/",
}
EXPECTED = [
    ("/be/help/", "/be/questions/"),
    ("/ru/help", "/ru/questions/"),
    ("/ru/help/index.html", "/ru/questions/"),
    ("/en/help/", ""),
    ("/be/help/else/", ""),
    ("/be/helpful/", ""),
    ("/be/help/by-country/pl/", "/be/questions/countries/pl/"),
    ("/be/prevention/materials/poster-hotline/", "/be/prevention/materials/poster/"),
    (
        "/be/prevention/materials/poster-hotline/poster-hotline-be.pdf",
        "/be/prevention/materials/poster/poster-be.pdf",
    ),
]


@pytest.mark.parametrize(("path", "expected"), EXPECTED)
def test_moves(path, expected):
    """An old address leads on in each language that it led on in, in every spelling, with what the
    build makes from the page; no other address does."""
    found = [
        re.sub(move.old, sought(move), path) for move in moves(MOVED) if re.search(move.old, path)
    ]
    assert found == ([expected] if expected else [])


def sought(move: Move) -> str:
    """Where a move leads, as Python's `re` writes it."""
    return re.sub(r"\{(\d)\}", r"\\\1", move.new)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("nginx/site.conf", r'rewrite "^/(be)/a(?:/(?:index\.html)?)?$" /$1/b/ permanent;'),
        ("caddy/Caddyfile", "redir @moved0 /{re.moved0.1}/b/ permanent"),
        ("apache/site.conf", r'RedirectMatch permanent "^/(be)/a(?:/(?:index\.html)?)?$" /$1/b/'),
    ],
)
def test_moved(name, line):
    """Each server leads on in its own words, and for good."""
    assert line in snippets_of(moves({"be/a/": "be/b/"}))[name]["moved"]()
