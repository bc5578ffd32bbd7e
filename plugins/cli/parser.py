"""The parser of all commands: which there are is which modules there are."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from plugins.build.plain_files import strangers
from plugins.model.problems import end_where
from plugins.model.user_error import UserError

FOLDER = Path(__file__).parent
READ = ("content", "theme", "translations")  # folders that commands read, if they take them


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


def parser(wanted: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser of the commands `wanted`; only their modules are loaded."""
    whole = argparse.ArgumentParser(
        prog="python -m plugins", description="What is done to the site from a terminal."
    )
    below = whole.add_subparsers(dest="command", required=True, metavar="command")
    for name in wanted:
        command = load(name)
        about = (command.__doc__ or "").splitlines()[0]
        command.add_arguments(below.add_parser(name, help=about, description=about))
    return whole


def load(name: str) -> Command:
    """Return the command of that name."""
    return cast(Command, import_module(f"plugins.cli.{name}"))


def main(words: Sequence[str] | None = None) -> None:
    """Run one command; what cannot be done is said in one line, with exit code 1."""
    given = sys.argv[1:] if words is None else list(words)
    known = names()
    arguments = parser(given[:1] if given[:1] and given[0] in known else known).parse_args(given)
    folders = (getattr(arguments, name, None) for name in READ)
    end_where(strangers(*filter(None, folders)))
    try:
        load(arguments.command).run(arguments)
    except UserError as error:
        sys.exit(str(error))
