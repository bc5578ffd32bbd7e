"""What a pull request may plant beside the pages:
in names of files, translations, redirects; and what only takes time."""

import os
import re
import time
from contextlib import suppress

import pytest

from plugins.build.plain_files import strangers
from plugins.catalogues.check import planted_in
from plugins.checks.planted import Places, check
from plugins.features.newsroom.addresses import page_of_redirect
from plugins.features.newsroom.letter import letter
from plugins.images.drawing import size
from plugins.images.picture import PictureError
from plugins.reading.links import is_web_address
from tests.conftest import MAIN

PO = 'msgid ""\nmsgstr ""\n"Last-Translator: A <a@example.org>\\n"\n"Language: be\\n"\n\n#: a.html\nmsgid "Read %(more)s"\nmsgstr "{}"\n'
NAMES = [b"a\xff.md", "a\u202emd.txt".encode(), b"a\nb.md", b"a\x1b[31m.md", "a\u200b.md".encode()]
HEAVY = {
    "words": "<path d='{}('/>".format("a" * 1_900_000),
    "spaces": "<path style='a{}b'/>".format(" " * 1_900_000),
    "brackets": "<path d='{}'/>".format("(" * 900_000),
    "comments": "<style>{}</style>".format("/*" * 900_000),
    "escapes": "<style>{}</style>".format("\\" * 900_000),
    "depth": "<g>" * 300_000 + "</g>" * 300_000,
}


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_names(tmp_path, name):
    """A name that cannot be printed, or reads otherwise than it is, is told in one line."""
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / os.fsdecode(name)).touch()
    told = [str(one) for one in strangers(tmp_path)]
    assert (len(told), all(line.isprintable() for line in told)) == (1, True)


@pytest.mark.parametrize(
    "text",
    [
        "<b>a</b>",
        "<script",
        "a &amp; b",
        "&#60;b",
        "\u202eabc",
        "<img src=x onerror=a()>",
        "%(more)s <a href=b>",
    ],
)
def test_translations(text):
    """A translation has no tag, entity or hidden character that its source has not."""
    assert {one.line for one in planted_in(PO.format(text), "be.po")} == {6 + 1}


def test_translations_of_tags():
    """Those of its source it may have."""
    assert planted_in(PO.format("Чытаць %(more)s"), "be.po") == []
    tagged = 'msgid "<b>Read</b>"\nmsgstr "<b>Чытаць</b>"\n'
    assert planted_in(tagged, "be.po") == []


@pytest.mark.parametrize("lang", ["be", "ru", "ar"])
def test_real_translations(lang):
    """The real ones have none."""
    text = (MAIN / "translations" / lang / "LC_MESSAGES" / "messages.po").read_text(
        encoding="utf-8"
    )
    assert planted_in(text, lang) == []


@pytest.mark.parametrize(
    "line",
    [
        '"../../etc/cron.d/" = "en/about/"',
        '"/etc/" = "en/about/"',
        '"en/old/" = "javascript:alert(1)"',
        '"en/old/" = "/example.org/"',
        '"en/old/" = "en/\\"><script>/"',
        '"en/old/" = 1',
        '"en/./" = "en/about/"',
        '"en/about/" = "en/questions/"',
        '"en/old/index.html" = "en/about/"',
        "not TOML",
    ],
)
def test_redirects(tmp_path, line):
    """A redirect leads from an address where no page is to another address of the site."""
    (tmp_path / "ledger").mkdir()
    (tmp_path / "ledger" / "redirects.toml").write_text(line)
    assert {
        (one.file, one.line)
        for one in check(tmp_path, ["ledger/redirects.toml"], Places(frozenset({"en/about/"})))
    } == {("ledger/redirects.toml", 1)}


def test_redirect(tmp_path):
    """One that does is fine."""
    (tmp_path / "ledger").mkdir()
    (tmp_path / "ledger" / "redirects.toml").write_text('"en/old-name/" = "en/about/"')
    assert list(check(tmp_path, ["ledger/redirects.toml"], Places(frozenset({"en/about/"})))) == []


def test_page_of_redirect():
    """Whatever it is, the page of a redirect prints it as words."""
    assert "<script>" not in page_of_redirect("https://example.org", '"><script>')


@pytest.mark.parametrize(
    "subject", ["A\nBcc: b@example.org", "A\r\nBcc: b@example.org", "A\r\n\r\n<b>"]
)
def test_letter(subject):
    """A headline of several lines adds no header to the letter."""
    head = letter(subject, "en", "text", "<p>text").partition(b"\r\n\r\n")[0]
    assert not re.search(rb"^Bcc|^<b>", head, re.MULTILINE)


@pytest.mark.parametrize("kind", HEAVY)
def test_heavy_drawings(kind):
    """No drawing keeps the build busy."""
    began = time.monotonic()
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{HEAVY[kind]}</svg>'
    with suppress(PictureError):
        size(svg.encode(), "a.svg")
    assert time.monotonic() - began < 15


def test_heavy_address():
    """Nor does an address."""
    began = time.monotonic()
    assert not is_web_address("https://" + "a-" * 200_000 + " ")
    assert time.monotonic() - began < 2
