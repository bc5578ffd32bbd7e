"""Write the headers, in the words of each server, into its file in deploy/."""

import argparse
from pathlib import Path

from plugins.cli.parser import add_folders
from plugins.data.ledger import REDIRECTS, read_ledger
from plugins.features.hosting.moves import moves
from plugins.features.hosting.servers import renewed, snippets_of
from plugins.model.message import Message


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take whether the server serves a demonstration, and the folder that says what has moved."""
    parser.add_argument(
        "--demo", action="store_true", help=Message("the server serves a demonstration")
    )
    add_folders(parser, "content")


def run(arguments: argparse.Namespace) -> None:
    """Write every snippet anew, between the lines that mark its place."""
    led = moves(read_ledger(arguments.content / REDIRECTS))
    for name, snippets in snippets_of(led, arguments.demo).items():
        file = Path("deploy") / name
        file.write_text(renewed(file.read_text(encoding="utf-8"), snippets), encoding="utf-8")
        print(file)
