"""Build the site, serve it on this machine, and build it again whenever a file changes."""

import argparse

from plugins.cli.options import add_folders
from plugins.preview.build import Site
from plugins.preview.watching import serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folders and the port."""
    add_folders(parser, "content", "output")
    parser.add_argument("--port", type=int, default=8000)


def run(arguments: argparse.Namespace) -> None:
    """Serve until interrupted."""
    serve(
        Site(arguments.content, arguments.output, f"http://127.0.0.1:{arguments.port}"),
        arguments.port,
    )
