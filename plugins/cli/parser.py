"""The parser of all commands: which there are is which modules there are."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NoReturn, Protocol, cast

import pelicanconf
from plugins.build.plain_files import strangers
from plugins.cli.complaints import complaint
from plugins.model.document import Problem
from plugins.model.language import LanguageError
from plugins.model.message import Message
from plugins.model.problems import end_where, refusal
from plugins.model.speech import Say, speech_of
from plugins.model.user_error import UserError

FOLDER = Path(__file__).parent
USAGE = Message("usage:")
READ = ("content", "theme", "translations")  # folders that commands read, if they take them
OF_THE_BUILT = ("compress", "mirror")  # commands that read the folder that a build made
LAST_PORT = 65535
LANGUAGES = Path("data", "languages.toml")


class Command(Protocol):
    """A module of this folder that is a command."""

    __doc__: str | None

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what the command takes."""

    def run(self, arguments: argparse.Namespace) -> None:
        """Do it. Raises UserError, or SystemExit with what went wrong."""


def names() -> list[str]:
    """Return the names of the commands: of the modules here that say what they take."""
    found = (module.name for module in iter_modules([str(FOLDER)]))
    return [
        name
        for name in found
        if "\ndef run(" in (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    ]


def add_folders(parser: argparse.ArgumentParser, *names: str) -> None:
    """Take `--content`, `--theme`, `--translations` or `--output`, each a folder,
    by default that of its name."""
    for name in names:
        parser.add_argument(f"--{name}", type=Path, default=Path(name), metavar="FOLDER")


class Parser(argparse.ArgumentParser):
    """A parser that explains itself, and complains, in the language of the staff."""

    say: Say = str

    def error(self, message: str) -> NoReturn:
        """End the program with what is wrong, and how the command is used."""
        self.exit(2, f"{self.format_usage()}{self.say(complaint(message))}\n")

    def format_usage(self) -> str:
        """Return how the command is used."""
        formatter = self._get_formatter()
        groups = self._actions, self._mutually_exclusive_groups
        formatter.add_usage(self.usage, *groups, prefix=f"{self.say(USAGE)} ")
        return formatter.format_help()

    def format_help(self) -> str:
        """Return everything there is to say of the command."""
        _, _, rest = super().format_help().partition("\n\n")
        return f"{self.format_usage()}\n{rest}"

    def translate(self, say: Say) -> None:
        """Say everything that help shows by `say`."""
        self.say = say
        self._positionals.title = say(Message("what to name"))
        self._optionals.title = say(Message("options"))
        for action in self._actions:
            help_text = Message("show this help") if action.dest == "help" else action.help
            action.help = say(help_text) if help_text else help_text


def parser(wanted: Sequence[str], say: Say = str) -> argparse.ArgumentParser:
    """Return the parser of the commands `wanted`, which `say` explains; only their modules are
    loaded."""
    whole = Parser(
        prog="python -m plugins",
        description=say(Message("What is done to the site from a terminal.")),
    )
    below = whole.add_subparsers(dest="command", required=True, metavar="command")
    for name in wanted:
        command = load(name)
        about = say(Message(about_command(command)))
        one = below.add_parser(name, help=about, description=about)
        command.add_arguments(one)
        one.translate(say)
        one.set_defaults(say=say)
    whole.translate(say)
    return whole


def about_command(command: Command) -> str:
    """Return the sentence that says what a command is for."""
    return (command.__doc__ or "").splitlines()[0]


def load(name: str) -> Command:
    """Return the command of that name."""
    return cast(Command, import_module(f"plugins.cli.{name}"))


def main(words: Sequence[str] | None = None) -> None:
    """Run one command; what cannot be done is said in one line, with exit code 1."""
    given = sys.argv[1:] if words is None else list(words)
    known, say = names(), speech_of(os.environ, pelicanconf.STAFF_LANG)
    wanted = given[:1] if given[:1] and given[0] in known else known
    arguments = parser(wanted, say).parse_args(given)
    folders = [getattr(arguments, name) for name in READ if getattr(arguments, name, None)]
    end_where(strangers(*folders), say)
    built = [arguments.output] if arguments.command in OF_THE_BUILT else []
    try:
        _require_there([*folders, *built])
        load(arguments.command).run(arguments)
    except LanguageError as error:
        place = str(arguments.content / LANGUAGES)
        end_where([Problem(place, error.line, error.what, error.fix)], say)
    except UserError as error:
        sys.exit(f"{say(error.what)} {say(error.fix)}")
    except OSError as error:
        if not error.filename:
            raise
        place, reason = str(error.filename), str(error.strerror)
        other = Message("%(place)s cannot be used (%(reason)s).", place=place, reason=reason)
        sys.exit(say(refusal(error) or other))


def _require_there(folders: Sequence[Path]) -> None:
    """Raise UserError for a folder that is not there."""
    for folder in folders:
        if not folder.is_dir():
            what = Message("There is no folder %(folder)r.", folder=str(folder))
            fix = Message("Name one that is there; `make publish` makes the folder of the site.")
            raise UserError(what, fix)


def port(text: str) -> int:
    """Return the number of a port (RFC 9293, 3.1). Raises ValueError."""
    number = int(text)
    if not 0 <= number <= LAST_PORT:
        raise ValueError(text)
    return number
