"""Write a new page as a draft, with every field that it needs."""

import argparse
from datetime import UTC, datetime

from plugins.cli.asked import add_page, asked_page, tell_draft
from plugins.editing.new_page import new_page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the section, and what the page says of itself."""
    add_page(parser)
    parser.add_argument("--section", default="")


def run(arguments: argparse.Namespace) -> None:
    """Write the page. Raises UserError."""
    folder, asked = asked_page(arguments, arguments.section.strip("/"), "title", "summary")
    file = new_page(folder.path, asked, datetime.now(UTC).date())
    tell_draft(arguments, folder.path / file)
