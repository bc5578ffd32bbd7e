"""What is typed into the site is nowhere in the profile of Firefox,
also when the browser is cut off while it is typed."""

import gzip
import re
import shutil
import struct
import threading
import time
import zlib
from pathlib import Path

import pytest

from plugins.preview import endpoint as development
from plugins.preview.server import Preview
from tests.browser.browsers import Firefox, arrive
from tests.browser.conftest import NO_FIREFOX
from tests.browser.find_browsers import FIREFOX
from tests.browser.marionette import Marionette
from tests.full import sample

pytestmark = NO_FIREFOX

INTERVAL = 400  # milliseconds between two notes of the session; people have 15 seconds
PREFS = {"browser.sessionstore.interval": INTERVAL, "browser.sessionstore.interval.idle": INTERVAL}
WORDS = "zamarkiravana"
MOZ_LZ4 = b"mozLz40\0"
GZIP = b"\x1f\x8b\x08"
FORMS = {
    "counselling": ("be/about/write/", ["textarea", "[name=contact]", "[name=when]"]),
    "press": ("be/press/write/", ["textarea", "[name=newsroom]", "[name=contact]", "[name=when]"]),
    "search box": ("be/about/", [".search-box__input"]),
    "search page": ("be/search/", [".search-box__input"]),
}


def uncompressed(data):
    """What a block of LZ4 holds (LZ4 Block Format: literals and copies in turn)."""
    made, place = bytearray(), 0

    def more(length):
        nonlocal place
        while length >= 15 and data[place] == 255:
            length, place = length + 255, place + 1
        if length >= 15:
            length, place = length + data[place], place + 1
        return length

    while place < len(data):
        token, place = data[place], place + 1
        literals = more(token >> 4)
        made += data[place : place + literals]
        place += literals
        if place >= len(data):
            break
        (back,) = struct.unpack_from("<H", data, place)
        place += 2
        for _ in range(more(token & 15) + 4):
            made.append(made[-back])
    return bytes(made)


def readable(data):
    """`data` as it is, and what is compressed in it."""
    yield data
    if data.startswith(MOZ_LZ4):
        yield uncompressed(data[len(MOZ_LZ4) + 4 :])
    for found in re.finditer(re.escape(GZIP), data):
        try:
            yield zlib.decompressobj(wbits=31).decompress(data[found.start() :])
        except zlib.error:
            continue


def files_with(folder, words):
    """The files below `folder` that hold `words` in any spelling that a browser keeps texts in."""
    spellings = [words.encode(), words.encode("utf-16-le")]
    files = (file for file in sorted(Path(folder).rglob("*")) if file.is_file())
    found = []
    for file in files:
        parts = list(readable(file.read_bytes()))
        if any(one in part for one in spellings for part in parts):
            found.append(file.relative_to(folder).as_posix())
    return found


@pytest.fixture
def browser(tmp_path):
    """A Firefox that notes its session often."""
    (tmp_path / "profile").mkdir()
    found = Marionette(FIREFOX.find(), tmp_path / "profile", PREFS)
    yield Firefox(found)
    if found.process.poll() is None:
        found.kill()


def typed(browser, address, fields):
    """Types into each field as people do, some words and then some more."""
    browser.open(address)
    for field in fields:
        browser.type(field, WORDS)
        browser.type(field, f" {WORDS}")


def cut_off(browser, profile):
    """Waits until the session has been noted twice, and ends Firefox as a battery does."""
    time.sleep(5 * INTERVAL / 1000 + 1)
    browser.marionette.kill()
    assert (profile / "sessionstore-backups" / "recovery.jsonlz4").is_file()


@pytest.mark.parametrize("form", sample(FORMS, ["counselling"]))
def test_while_typing(browser, with_forms, tmp_path, form):
    """What stands in the fields of a form is in no file of the browser."""
    page, fields = FORMS[form]
    typed(browser, with_forms + page, fields)
    cut_off(browser, tmp_path / "profile")
    assert files_with(tmp_path / "profile", WORDS) == []


def test_page_of_the_endpoint(browser, with_forms, tmp_path):
    """Nor when the endpoint has shown the form again with what was typed, and more is typed."""
    typed(browser, f"{with_forms}be/about/write/", ["textarea", "[name=contact]"])
    browser.type("textarea", " http://a http://b http://c http://d")
    browser.click(".contact-form__send")
    arrive(browser, "/contact/be/message")
    browser.type("textarea", WORDS)
    cut_off(browser, tmp_path / "profile")
    assert files_with(tmp_path / "profile", WORDS) == []


def test_after_sending(browser, with_forms, tmp_path):
    """Nor when the message was sent."""
    typed(browser, f"{with_forms}be/about/write/", ["textarea", "[name=contact]"])
    browser.click(".contact-form__send")
    arrive(browser, "/more/")
    cut_off(browser, tmp_path / "profile")
    assert files_with(tmp_path / "profile", WORDS) == []


def test_after_searching(browser, with_forms, tmp_path):
    """Nor when the search was sent off."""
    typed(browser, f"{with_forms}be/about/", [".search-box__input"])
    browser.press("Enter")
    cut_off(browser, tmp_path / "profile")
    assert files_with(tmp_path / "profile", WORDS) == []


def test_words_are_found(browser, with_forms, near_exit, tmp_path):
    """The same search finds the words of fields that let the browser keep them,
    though their form does not."""
    folder = tmp_path / "site"
    shutil.copytree(near_exit, folder, symlinks=True)
    page = folder / "be" / "about" / "write" / "index.html"
    page.write_text(page.read_text().replace(' autocomplete="off" spellcheck="false"', ""))
    server = Preview(folder, 0)
    server.endpoint = development.endpoint(tmp_path / "contact", folder / "contact")
    threading.Thread(target=server.run, daemon=True).start()
    typed(browser, f"{server.address}/be/about/write/", ["textarea"])
    cut_off(browser, tmp_path / "profile")
    server.stop()
    assert "sessionstore-backups/recovery.jsonlz4" in files_with(tmp_path / "profile", WORDS)


def test_compressed_words(tmp_path):
    """Words in a compressed file are found too."""
    (tmp_path / "cache").write_bytes(b"key" + gzip.compress(WORDS.encode() * 3))
    (tmp_path / "session.jsonlz4").write_bytes(MOZ_LZ4 + b"\x0d\0\0\0" + b"\xd0" + WORDS.encode())
    assert files_with(tmp_path, WORDS) == ["cache", "session.jsonlz4"]
