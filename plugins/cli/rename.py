"""Rename a page or a section in every language, with what leads there."""

import argparse

from plugins.cli.page_files import folder_of
from plugins.cli.parser import add_folders
from plugins.editing.elsewhere import lines_of_code
from plugins.editing.rename import Renaming, rename
from plugins.model.message import Message


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the old key and the new one."""
    parser.add_argument("old")
    parser.add_argument("new")
    add_folders(parser, "content")


def run(arguments: argparse.Namespace) -> None:
    """Rename. Raises EditError, LanguageError."""
    folder = folder_of(arguments)
    renaming = Renaming(arguments.old.strip("/"), arguments.new.strip("/"), folder.languages)
    changed = rename(folder.path, renaming)
    print("\n".join(str(folder.path / file) for file in changed))
    named = list(lines_of_code(folder.path.resolve().parent, renaming.old))
    if named:
        print(arguments.say(Message("These lines of code name it too; correct them by hand:")))
        print("\n".join(named))
    print(arguments.say(Message("Commit these files together: %(count)s.", count=len(changed))))
