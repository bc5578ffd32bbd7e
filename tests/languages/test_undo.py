"""A language that was begun can be taken back, as if nobody had."""

import shutil
import tomllib
from argparse import Namespace

import pytest

from plugins.cli import language as command
from plugins.languages.undo import UndoError, undeclared
from plugins.model.language import read_languages
from tests.conftest import EXAMPLE, MAIN


def wanted(folder, **more):
    asked = {"lang": "uk", "exit": "https://uk.wikipedia.org/", "undo": False} | more
    places = {name: folder / name for name in ("content", "translations")}
    return Namespace(**asked, **places, theme=MAIN / "theme", say=str)


def everything(folder):
    return {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def place(tmp_path):
    """A copy of the example, with a catalogue beside it."""
    shutil.copytree(EXAMPLE, tmp_path / "content")
    (tmp_path / "translations").mkdir()
    return tmp_path


def test_as_before(place, capsys):
    """What was begun is gone, and every other file is as it was, byte for byte."""
    before = everything(place)
    command.run(wanted(place))
    assert "uk" in read_languages(place / "content" / "data" / "languages.toml")
    command.run(wanted(place, undo=True))
    after = everything(place)
    made = {path for path in after if path not in before}
    assert {path.parts[:2] for path in made} <= {("content", "revisions")}  # of its sources
    assert {path: after[path] for path in before} == before
    assert "The language uk is taken back." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Title: A\n\nText.\n", "content/uk/about.md:1: This page is finished."),
        (None, "content/uk/notes.odt:1: This is no page."),
    ],
)
def test_finished(place, text, what):
    """What somebody has finished is never deleted."""
    command.run(wanted(place))
    name = "notes.odt" if text is None else "about.md"
    (place / "content" / "uk" / name).write_text(text or "x")
    with pytest.raises((SystemExit, UndoError)) as end:
        command.run(wanted(place, undo=True))
    assert what.removeprefix("content/") in str(end.value)
    assert (place / "content" / "uk" / name).exists()


@pytest.mark.parametrize(
    ("lang", "what"),
    [("be", "Readers have seen the language 'be'."), ("xx", "There is no language 'xx'.")],
)
def test_seen(place, lang, what):
    """A language that readers have seen, or that is not there, cannot be taken back."""
    with pytest.raises(UndoError) as error:
        command.run(wanted(place, undo=True, lang=lang))
    assert error.value.what == what


def test_source_of_others(place):
    """A language from which another was translated stays."""
    command.run(wanted(place))
    page = place / "content" / "en" / "about" / "index.md"
    page.write_text(f"Translated-From: uk@12345678\n{page.read_text('utf-8')}", "utf-8")
    with pytest.raises((SystemExit, UndoError)) as end:
        command.run(wanted(place, undo=True))
    assert "en/about/index.md:1: This was translated from 'uk'." in str(end.value)


@pytest.mark.parametrize(
    "fallback", ['["uk"]', '["uk", "en"]', '["en", "uk"]', '["en", "uk", "ru"]']
)
def test_fallback(fallback):
    """Nobody is offered texts in a language that is not there."""
    text = f'[be]\nfallback = {fallback}\n\n[uk]\nexit = "x"\n\n[en]\nexit = "y"\n'
    assert tomllib.loads(undeclared(text, "uk")) == {
        "be": {"fallback": [code for code in ("en", "ru") if code in fallback]},
        "en": {"exit": "y"},
    }
