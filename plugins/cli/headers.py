"""Write the headers, in the words of each server, into its file in deploy/."""

import argparse
from pathlib import Path

from plugins.features.hosting.servers import SNIPPETS, of_a_demonstration, renewed
from plugins.model.message import Message


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take whether the server serves a demonstration."""
    parser.add_argument(
        "--demo", action="store_true", help=Message("the server serves a demonstration")
    )


def run(arguments: argparse.Namespace) -> None:
    """Write every snippet anew, between the lines that mark its place."""
    for name, snippets in (of_a_demonstration() if arguments.demo else SNIPPETS).items():
        file = Path("deploy") / name
        file.write_text(renewed(file.read_text(encoding="utf-8"), snippets), encoding="utf-8")
        print(file)
