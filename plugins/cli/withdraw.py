"""Withdraw what is public: in every language, or in one."""

import argparse
from datetime import UTC, datetime

from plugins.cli.page_files import folder_of, pages_of_key, require_language
from plugins.cli.parser import add_folders
from plugins.editing.taking_back import withdraw
from plugins.model.message import Message
from plugins.model.withdrawal import REMAINS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the key of the page, the reason, and a language where only that one is meant."""
    parser.add_argument("key")
    parser.add_argument("--reason", default="")
    parser.add_argument("--lang", default="")
    add_folders(parser, "content")


def run(arguments: argparse.Namespace) -> None:
    """Write the reason into the file. Raises UserError."""
    folder = folder_of(arguments)
    require_language(folder, arguments.lang)
    pages = pages_of_key(folder, arguments.key, arguments.lang)
    page = pages.get(arguments.lang) or next(
        (one for one in pages.values() if one.translated_from is None), next(iter(pages.values()))
    )
    today = datetime.now(UTC).date()
    file = withdraw(folder.path, page, arguments.reason, today, bool(arguments.lang))
    done = Message("%(file)s: withdrawn. Publish now. Elsewhere it is not gone: %(remains)s",
                   file=str(folder.path / file), remains=REMAINS)  # fmt: skip
    print(arguments.say(done))
