"""Say what is translated and what is behind, of one language or of all."""

import argparse
import json
import os

from plugins.cli.page_files import folder_of, require_language
from plugins.cli.parser import add_folders
from plugins.features.translations import status


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a language and a form."""
    add_folders(parser, "content")
    parser.add_argument("--lang", default="")
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace) -> None:
    """Print how every page stands. Raises CommandError, LanguageError."""
    folder = folder_of(arguments)
    require_language(folder, arguments.lang)
    found = [
        standing
        for standing in folder.standings(folder.pages())
        if arguments.lang in ("", standing.lang)
    ]
    as_json = arguments.json and json.dumps(status.as_data(found), ensure_ascii=False, indent=1)
    print(as_json or status.render(found, os.path.relpath(folder.path), arguments.say))
