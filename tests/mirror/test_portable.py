"""A page works from any place."""

import pytest

from plugins.mirror.portable import loaded, portable_page, portable_script
from plugins.model.html_tree import Tree

SITE = "https://example.org"
ROWS = [
    (
        "a page beside it",
        "be/questions/index.html",
        '<a href="/be/browsers/">',
        '<a href="../browsers/index.html">',
    ),
    (
        "a film",
        "be/prevention/film/index.html",
        '<video poster="/media/a.svg"><source src="/media/a.mp4"><track src="/media/a.vtt"></video>',
        '<video poster="../../../media/a.svg"><source src="../../../media/a.mp4">'
        '<track src="../../../media/a.vtt"></video>',
    ),
    ("the page itself", "be/index.html", '<a href="/be/">', '<a href="index.html">'),
    ("the root", "be/index.html", '<a href="/">', '<a href="../index.html">'),
    ("from the root", "index.html", '<a href="/be/">', '<a href="be/index.html">'),
    (
        "a place in a page",
        "be/index.html",
        '<a href="/be/questions/#call">',
        '<a href="questions/index.html#call">',
    ),
    (
        "a file",
        "be/404.html",
        '<link href="/theme/main.1.css">',
        '<link href="../theme/main.1.css">',
    ),
    ("a place in this page", "be/index.html", '<a href="#content">', '<a href="#content">'),
    (
        "a picture in its sizes",
        "be/index.html",
        '<source srcset="/pictures/a-320.avif 320w, /pictures/a-640.avif 640w"><img src="/pictures/a-320.jpg">',
        '<source srcset="../pictures/a-320.avif 320w, ../pictures/a-640.avif 640w"><img src="../pictures/a-320.jpg">',
    ),
    (
        "another site",
        "be/index.html",
        '<a href="https://a.example/">',
        '<a href="https://a.example/">',
    ),
    ("a number", "be/index.html", '<a href="tel:113">', '<a href="tel:113">'),
    (
        "a form",
        "be/index.html",
        '<form action="/contact/be/press">',
        '<form action="https://example.org/contact/be/press">',
    ),
    (
        "the search",
        "be/index.html",
        '<form action="/be/search/">',
        '<form action="search/index.html">',
    ),
    (
        "a script",
        "be/index.html",
        '<script type="module" src="/theme/a.js">',
        '<script src="../theme/a.js" defer="">',
    ),
    ("files of the search", "be/a/index.html", '<form data-root="/">', '<form data-root="../../">'),
    (
        "files of the search, from the root",
        "404.html",
        '<form data-root="/">',
        '<form data-root="./">',
    ),
    (
        "a module",
        "be/index.html",
        '<form data-script="/theme/s.js">',
        '<form data-script="../theme/s.js">',
    ),
    (
        "data",
        "be/index.html",
        '<script type="application/ld+json">',
        '<script type="application/ld+json">',
    ),
    (
        "the onion service",
        "be/index.html",
        '<meta http-equiv="onion-location" content="http://a.onion/be/">',
        "",
    ),
]


@pytest.mark.parametrize(
    ("name", "html", "made"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_page(name, html, made):
    """Addresses are relative to the page; what is sent goes to the site."""
    assert portable_page(html, name, SITE) == Tree(made).html


def test_script():
    """A module becomes a plain script that keeps its names to itself."""
    assert (
        portable_script("export const A = 1;\nexport function b() {}\n")
        == "{\nconst A = 1;\nfunction b() {}\n}\n"
    )


def test_loaded():
    """What a page loads by itself is told from data in it."""
    html = '<script type="application/ld+json">{}</script><script type="module" src="/theme/a.js"></script>'
    assert loaded(html) == {"theme/a.js"}
