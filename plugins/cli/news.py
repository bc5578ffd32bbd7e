"""Write news as a draft, named by their day."""

import argparse
from datetime import UTC, datetime

from plugins.cli.asked import add_dated, asked_day, asked_page, tell_draft
from plugins.editing.new_page import new_dated

SECTION = "news"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the day, the topics, and what the news say of themselves."""
    add_dated(parser)


def run(arguments: argparse.Namespace, section: str = SECTION) -> None:
    """Write the file. Raises UserError."""
    today = datetime.now(UTC).date()
    day = asked_day(arguments, today)
    folder, asked = asked_page(arguments, section, "title", "summary", "topics")
    file = new_dated(folder.path, asked, day, today)
    tell_draft(arguments, folder.path / file)
