"""Write every text of the published site compressed beside itself, for web servers."""

import argparse

from plugins.cli.parser import add_folders
from plugins.features.hosting.compressed import compress
from plugins.model.message import Message
from plugins.model.user_error import UserError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder of the site."""
    add_folders(parser, "output")


def run(arguments: argparse.Namespace) -> None:
    """Compress what is not compressed yet. Raises UserError where nothing can be written."""
    try:
        compress(arguments.output)
    except OSError as error:
        raise UserError(
            Message(
                "%(place)s: the compressed files cannot be written (%(reason)s).",
                place=str(error.filename or arguments.output),
                reason=error.strerror,
            ),
            Message("The site is whole without them. Give this user the right to write there."),
        ) from error
