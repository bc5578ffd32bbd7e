"""Say what is withheld until when, with a line for systemd or cron that publishes it then."""

import argparse
import shlex
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pelicanconf
from plugins.cli.options import add_folders
from plugins.features.newsroom.due import dated, report
from plugins.model.problems import end_where


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the address to publish at, and the kind of timer."""
    add_folders(parser, "content")
    parser.add_argument("--zone", default=pelicanconf.TIMEZONE)
    parser.add_argument("--siteurl", default="https://www.example.org")
    parser.add_argument("--timer", choices=("systemd", "cron"), default="systemd")
    parser.add_argument("--demo", action="store_true", help="the timer publishes a demonstration")


def run(arguments: argparse.Namespace) -> None:
    """Print the report. Ends with a list of the days and moments that cannot be read."""
    command = (
        f"cd {shlex.quote(str(Path.cwd()))} && make publish "
        f"SITEURL={shlex.quote(arguments.siteurl)}"
    )
    command += " DEMO=1" if arguments.demo else ""
    pages, problems = dated(arguments.content)
    end_where(problems)
    print(report(pages, datetime.now(UTC), ZoneInfo(arguments.zone), command, arguments.timer))
