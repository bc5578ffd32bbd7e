"""The site of another organisation: its name, time zone, licence, country, languages and sections,
and nothing of ours."""

import json
import re
import shutil
import subprocess
import sys
from zipfile import ZipFile, is_zipfile

import pytest

from tests.conftest import EXAMPLE, MAIN

SETTINGS = {
    "SITENAME": "Open Road Vilnius",
    "TIMEZONE": "Europe/Vilnius",
    "LICENCE": "CC BY 4.0",
    "DEFAULT_LANG": "en",
    "X_DEFAULT_LANG": "en",
}
OURS = re.compile(rb"la[ -]?strada|belarus|minsk|gender perspectives|BY-SA|\+375", re.I)
LEFT_OUT = ("be", "ar")
PAGE = "Title: {0}\nSummary: {0}.\nWritten: 2026-01-01\nSources: organisation\n\n{0}.\n"
PRESS = """contact = "office"

[place]
ru = "Вильнюс"
en = "Vilnius"

[boilerplate]
ru = "Open Road Vilnius помогает в пути ({contact:hotline})."
en = "Open Road Vilnius helps people on their way ({contact:hotline})."

[corrections]
ru = "Исправления"
en = "Corrections"

[pictures]
ru = "Снимки"
en = "Pictures"
"""


def rewrite(file, *changes):
    """Change the text of `file` by (pattern, replacement)."""
    text = file.read_text(encoding="utf-8")
    for pattern, new in changes:
        text = re.sub(pattern, new, text)
    file.write_text(text, encoding="utf-8")


def adopt(content):
    """Make a copy of the example the content of another organisation."""
    for lang in LEFT_OUT:
        shutil.rmtree(content / lang)
    (content / "data/press.toml").write_text(PRESS, encoding="utf-8")
    rewrite(
        content / "data/languages.toml",
        (r"(?s)\[be\].*?(?=\[ru\])", ""),
        (r"(?s)\[ar\].*", ""),
        (r'"be", |, "be"', ""),
    )
    rewrite(content / "data/examples.toml", (r"(?s)\[be\].*?(?=\[ru\])", ""))
    rewrite(
        content / "data/contacts.toml",
        (r"\+375172000000", "+37052000000"),
        (r"\+375 ?17 ?200 ?00 ?00", "+370 5 200 0000"),
        (r'"BY"', '"LT"'),
        (r"within\.BY", "within.LT"),
        ("в Беларуси", "в Литве"),
        ("in Belarus", "in Lithuania"),
    )
    data = (content / "data" / name for name in ("sources.toml", "pictures.toml"))
    for file in (*content.rglob("*.md"), *data):
        rewrite(file, ("La Strada( Belarus)?", SETTINGS["SITENAME"]), ("Belarus", "Lithuania"))
    for lang, title in (("ru", "Курсы"), ("en", "Courses")):
        (content / lang / "courses").mkdir()
        page = PAGE.format(title)
        (content / lang / "courses/index.md").write_text(page, encoding="utf-8")


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """What is built of the example as the site of another organisation."""
    folder = tmp_path_factory.mktemp("another")
    content = shutil.copytree(EXAMPLE, folder / "content")
    adopt(content)
    extra = {"CACHE_PATH": str(folder / "cache"), **SETTINGS}
    options = [f"{name}={json.dumps(value)}" for name, value in extra.items()]
    command = ["pelican", content, "-o", folder / "site", "-s", "pelicanconf.py", "-e", *options]
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        cwd=MAIN,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def parts(file):
    """Return what is written in `file`, and in the files packed in it."""
    if not is_zipfile(file):
        return [file.read_bytes()]
    with ZipFile(file) as packed:
        return [packed.read(name) for name in packed.namelist()]


def test_nothing_is_ours(output):
    """No file of another organisation's site says our name, country, town, licence or number."""
    files = [file for file in output.rglob("*") if file.is_file()]
    ours = {
        f"{file.relative_to(output)}: {found[0].decode()}"
        for file in files
        for part in parts(file)
        if (found := OURS.search(part))
    }
    assert not ours


def test_it_says_who_it_is(output):
    """Its pages say its name, its licence, its country and its section."""
    home = (output / "en/index.html").read_text(encoding="utf-8")
    assert all(word in home for word in ("Open Road Vilnius", "CC BY 4.0", "in Lithuania"))
    assert "Courses" in (output / "en/courses/index.html").read_text(encoding="utf-8")


def test_no_language_is_left(output):
    """Only its languages have a folder."""
    assert not [lang for lang in LEFT_OUT if (output / lang).exists()]
