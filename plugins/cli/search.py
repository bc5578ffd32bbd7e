"""Say what a query finds in the pages of the last build, and why."""

import argparse
from pathlib import Path

from plugins.features.search.explain import answer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the query, its language, and the folder of the cache."""
    parser.add_argument("query")
    parser.add_argument("--lang", default="be")
    parser.add_argument("--cache", type=Path, default=Path(".cache"))


def run(arguments: argparse.Namespace) -> None:
    """Print the answer. Raises SearchError."""
    print("\n".join(map(arguments.say, answer(arguments.query, arguments.lang, arguments.cache))))
