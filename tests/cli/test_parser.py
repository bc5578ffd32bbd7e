"""The command line: every command is a module, a make target, and says what it is for."""

import re

import pytest

from plugins.cli.parser import load, main, names, parser
from plugins.cli.targets import setting
from plugins.model.user_error import UserError
from tests.conftest import MAIN

MAKEFILE = (MAIN / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", names())
def test_a_command_has_a_target(name):
    """Every command has a target of make that runs it."""
    assert re.search(rf"^{name}:.*\n(?:\t.*\n)*\t.*-m plugins {name}\b", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("name", names())
def test_a_command_says_what_it_is_for(name, capsys):
    """Every command explains itself in its help."""
    with pytest.raises(SystemExit):
        main([name, "--help"])
    assert load(name).__doc__.splitlines()[0] in " ".join(capsys.readouterr().out.split())


def test_help_lists_every_command(capsys):
    """Without a command all of them are listed."""
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert [name for name in names() if name not in told] == []


def test_an_unknown_command_is_refused(capsys):
    """A command that does not exist is answered with those that do, and no traceback."""
    with pytest.raises(SystemExit) as end:
        main(["frobnicate"])
    assert end.value.code == 2
    assert "status" in capsys.readouterr().err


def test_what_cannot_be_done_is_one_line(monkeypatch):
    """An error that somebody can fix ends the command with its sentence and exit code 1."""

    def run(arguments):
        raise UserError("There is no page.", "Name one.")

    monkeypatch.setattr(load("status"), "run", run)
    with pytest.raises(SystemExit, match=r"^There is no page\. Name one\.$"):
        main(["status"])


def test_only_the_wanted_command_is_loaded():
    """The parser of one command knows no other."""
    assert parser(["due"]).parse_args(["due"]).command == "due"


def test_usage_is_said_in_the_language_of_the_staff(capsys, monkeypatch):
    """How a command is used is said in the language of the staff, above what it is for."""
    monkeypatch.setenv("STAFF_LANG", "be")
    with pytest.raises(SystemExit):
        main(["serve", "--help"])
    told = capsys.readouterr().out
    assert told.startswith("выкарыстанне: ")
    assert "usage" not in told


@pytest.mark.parametrize(
    ("settings", "code"),
    [('STAFF_LANG = "be"  # why\n', "be"), ('STAFF_LANG: str = "ru"\n', "ru"), ("X = 1\n", "")],
)
def test_the_language_is_known_before_anything_is_installed(settings, code, tmp_path):
    """The list of targets reads in the settings which language staff read, without running them."""
    file = tmp_path / "pelicanconf.py"
    file.write_text(settings)
    assert setting(file) == code


@pytest.mark.parametrize(
    ("words", "folder"),
    [
        (["rename", "a", "b", "--content", "{}"], "nowhere"),
        (["status", "--content", "{}"], "nowhere"),
        (["mirror", "--site-url", "https://a.example", "--output", "{}"], "nowhere"),
        (["compress", "--output", "{}"], "nowhere"),
    ],
)
@pytest.mark.parametrize(
    ("code", "said"),
    [("be", "Папкі «{}» няма."), ("ru", "Папки «{}» нет."), ("en", "There is no folder '{}'.")],
)
def test_a_folder_that_is_not_there(words, folder, code, said, tmp_path, monkeypatch):
    """A folder that is not there is told, in the language of the staff, and nothing is made."""
    monkeypatch.setenv("STAFF_LANG", code)
    monkeypatch.chdir(tmp_path)
    place = str(tmp_path / folder)
    with pytest.raises(SystemExit) as end:
        main([word.format(place) for word in words])
    assert str(end.value).startswith(said.format(place))
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_in_the_languages_has_its_line(tmp_path):
    """A declaration of languages that cannot be read is told with file and line."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/languages.toml").write_text("[be]\nexit = 5\n")
    with pytest.raises(SystemExit) as end:
        main(["status", "--content", str(tmp_path)])
    assert str(end.value).startswith(f"{tmp_path}/data/languages.toml:1: ")


@pytest.mark.parametrize("number", ["x", "99999", "-1"])
def test_a_port_that_cannot_be(number, capsys):
    """A number that no port has is refused before anything is built."""
    with pytest.raises(SystemExit):
        main(["serve", f"--port={number}"])
    assert "--port" in capsys.readouterr().err
