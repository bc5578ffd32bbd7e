"""Options that several commands take: where the site's folders are."""

import argparse
from pathlib import Path


def add_folders(parser: argparse.ArgumentParser, *names: str) -> None:
    """Take `--content`, `--theme`, `--translations` or `--output`, each a folder,
    by default that of its name."""
    for name in names:
        parser.add_argument(f"--{name}", type=Path, default=Path(name), metavar="FOLDER")
