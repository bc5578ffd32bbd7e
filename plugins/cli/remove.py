"""Remove a page, if nothing names it any more."""

import argparse
import sys

from plugins.cli.page_files import folder_of, pages_of_key
from plugins.cli.parser import add_folders
from plugins.editing.taking_back import InUseError, remove
from plugins.model.message import Message
from plugins.model.problems import render


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the key of the page, and of the one that takes its place."""
    parser.add_argument("key")
    parser.add_argument("--to", default="")
    add_folders(parser, "content")


def run(arguments: argparse.Namespace) -> None:
    """Remove the files. Raises UserError, or SystemExit with every place that names the page."""
    folder = folder_of(arguments)
    pages = pages_of_key(folder, arguments.key)
    if arguments.to:
        pages_of_key(folder, arguments.to)
    try:
        changed = remove(folder.path, pages, folder.languages, arguments.to.strip("/"))
    except InUseError as error:
        sys.exit(render(error.problems, folder.path, arguments.say))
    print("\n".join(str(folder.path / file) for file in changed))
    print(arguments.say(Message("Commit these files together: %(count)s.", count=len(changed))))
