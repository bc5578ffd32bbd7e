"""Build the site, serve it on this machine, and build it again whenever a file changes."""

import argparse

from plugins.cli.options import add_folders
from plugins.preview.build import Site
from plugins.preview.watching import serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folders, the port, and other names under which browsers ask."""
    add_folders(parser, "content", "output")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--allow-host", nargs="*", default=[], metavar="NAME")


def run(arguments: argparse.Namespace) -> None:
    """Serve until interrupted."""
    serve(
        Site(arguments.content, arguments.output, f"http://127.0.0.1:{arguments.port}"),
        arguments.port,
        frozenset(name.lower() for name in arguments.allow_host),
        arguments.say,
    )
