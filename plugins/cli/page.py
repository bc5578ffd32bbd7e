"""Write a new page as a draft, with every field that it needs."""

import argparse
from dataclasses import replace
from datetime import UTC, datetime

from plugins.cli.asked import add_page, asked_page, tell_draft
from plugins.editing.new_page import new_page

MORE = ("Format", "Audience", "Film")  # fields of materials, and of pages that show a film


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the section, and what the page says of itself."""
    add_page(parser)
    for name in ("section", *map(str.lower, MORE)):
        parser.add_argument(f"--{name}", default="")


def run(arguments: argparse.Namespace) -> None:
    """Write the page. Raises UserError."""
    folder, asked = asked_page(arguments, arguments.section.strip("/"), "title", "summary")
    said = ((name, getattr(arguments, name.lower())) for name in MORE)
    asked = replace(asked, more=tuple(said))
    file = new_page(folder.path, asked, datetime.now(UTC).date())
    tell_draft(arguments, folder.path / file)
