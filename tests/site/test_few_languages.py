"""A site of one language, of one that is written from right to left, or of two that are not ours,
is previewed and published as any other."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import EXAMPLE, MAIN

OURS = ("be", "ru", "en", "ar")
# The languages of the example that each site keeps, and what they are called there.
SITES = {
    "English": {"en": "en"},
    "Arabic": {"ar": "ar"},
    "Ukrainian and Polish": {"ru": "uk", "en": "pl"},
}
MENU = 'main = ["questions", "contact"]\nfooter = [["search"]]\n'


def speak(content, spoken):
    """Make a copy of the example a site of the languages `spoken`."""
    gone = "|".join(code for code in OURS if code not in spoken)
    for code in OURS:
        if code not in spoken:
            shutil.rmtree(content / code)
        elif spoken[code] != code:
            (content / code).rename(content / spoken[code])
    for file in (content / "data").glob("*.toml"):
        text = re.sub(rf"(?ms)^\[(?:{gone})[.\]].*?(?=^\[|\Z)", "", file.read_text("utf-8"))
        text = re.sub(
            rf'(?m)^(?:\w[\w.-]*\.)?(?:{gone}) = .*\n|"(?:{gone})", |, "(?:{gone})"', "", text
        )
        for old, new in spoken.items():
            text = re.sub(rf"(?m)^(\[|(?:\w[\w.-]*\.)?){old}(?=[.\]]| = )", rf"\g<1>{new}", text)
        file.write_text(text, encoding="utf-8")
    declared = content / "data/languages.toml"
    text = re.sub(r"(?m)^(?:formats|fallback) = .*\n", "", declared.read_text("utf-8"))
    declared.write_text(text, encoding="utf-8")
    for file in content.rglob("*.md"):
        text = re.sub(r"(?m)^Translated-From: .*\n", "", file.read_text("utf-8"))
        file.write_text(text, encoding="utf-8")
    if "ar" in spoken:  # which has a few pages only
        (content / "data/menu.toml").write_text(MENU)
        pocket = content / "data/pocket.toml"
        pocket.write_text(pocket.read_text("utf-8").replace('"advice/topic/first"', '"contact"'))


def built(folder, settings, default, **environment):
    """Build the site in `folder`, whose default language is `default`."""
    extra = {
        "CACHE_PATH": str(folder / "cache"),
        "DEFAULT_LANG": default,
        "X_DEFAULT_LANG": default,
    }
    extra |= {"TOLERANT": True} if settings == "pelicanconf.py" else {}
    options = [f"{name}={json.dumps(value)}" for name, value in extra.items()]
    places = [folder / "content", "-o", folder / settings, "-s", settings]
    return subprocess.run(
        [sys.executable, "-m", "pelican", *map(str, places), "-e", *options],
        cwd=MAIN,
        env=os.environ | {"STAFF_LANG": "en"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module", params=SITES)
def few(request, tmp_path_factory):
    """A site of few languages, previewed and published: its folder, and its languages."""
    folder = tmp_path_factory.mktemp("few")
    spoken = SITES[request.param]
    speak(shutil.copytree(EXAMPLE, folder / "content"), spoken)
    default = next(iter(spoken.values()))
    for settings, public in (
        ("pelicanconf.py", {}),
        ("publishconf.py", {"SITEURL": "https://example.org", "DEMO": "1"}),
    ):
        done = built(folder, settings, default, **public)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder, list(spoken.values())


@pytest.mark.parametrize("settings", ["pelicanconf.py", "publishconf.py"])
def test_pages(few, settings):
    """Each of its languages has its home page, and no other language has any."""
    folder, codes = few
    there = {path.parent.name for path in (folder / settings).glob("*/index.html")}
    assert there & {*codes, *OURS} == set(codes)


def test_style_guide(few):
    """The preview shows every component in each of them."""
    folder, codes = few
    for code in codes:
        guide = (folder / "pelicanconf.py" / code / "style-guide/index.html").read_text("utf-8")
        assert all(
            f'id="component-{name}"' in guide for name in ("fallback-notice", "language-note")
        )


def test_setting(tmp_path):
    """A default language that the site has not is a problem with its line, and no traceback."""
    speak(shutil.copytree(EXAMPLE, tmp_path / "content"), SITES["English"])
    done = built(tmp_path, "pelicanconf.py", "be")
    assert done.returncode == 1
    assert re.search(r"(?m)^pelicanconf\.py:\d+: DEFAULT_LANG .*'be'.*: en\.$", done.stderr)
    assert "Traceback" not in done.stderr
