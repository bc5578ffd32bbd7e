"""Show what was written in the forms of `make serve`, on this machine only."""

import argparse

from plugins.model.message import Message
from plugins.preview.endpoint import FOLDER, inbox

NOTHING = Message("Nothing yet. `make serve`, then write something in a form of the site.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(arguments: argparse.Namespace) -> None:
    """Print every message, opened. Raises ForeignKeyError."""
    mails = [arguments.say(mail) for mail in inbox(FOLDER)]
    print(f"\n{'-' * 72}\n".join(mails) or arguments.say(NOTHING))
