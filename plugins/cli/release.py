"""Write a press release as a draft, named by its month."""

import argparse

from plugins.cli import news
from plugins.cli.asked import add_dated

SECTION = "press"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the day, the topics, and what the release says of itself."""
    add_dated(parser)


def run(arguments: argparse.Namespace) -> None:
    """Write the file. Raises UserError."""
    news.run(arguments, SECTION)
