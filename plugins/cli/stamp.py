"""Mark translations as current, each file that can be; those that cannot are told at the end."""

import argparse
import sys

from plugins.cli.options import add_folders
from plugins.cli.page_files import asked_files, folder_of, require_language
from plugins.features.translations.stamp import StampError, Stamping


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take files, and the language of their source."""
    parser.add_argument("files", nargs="*")
    add_folders(parser, "content")
    parser.add_argument("--from", dest="source", default="")


def run(arguments: argparse.Namespace) -> None:
    """Stamp each file. Raises CommandError, LanguageError."""
    folder = folder_of(arguments)
    require_language(folder, arguments.source)
    stamping, refused = Stamping(folder, arguments.source), []
    for file in asked_files(folder, arguments):
        try:
            print("\n".join(map(arguments.say, stamping.stamp(file))))
        except StampError as error:
            refused.append(f"{arguments.say(error.what)} {arguments.say(error.fix)}")
    if refused:
        sys.exit("\n".join(refused))
