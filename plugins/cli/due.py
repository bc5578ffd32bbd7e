"""Say what is withheld until when, with a line for systemd or cron that publishes it then."""

import argparse
import shlex
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pelicanconf
from plugins.cli.options import add_folders
from plugins.features.newsroom.due import report
from plugins.model.message import Message


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the address to publish at, and the kind of timer."""
    add_folders(parser, "content")
    parser.add_argument("--zone", default=pelicanconf.TIMEZONE)
    parser.add_argument("--siteurl", default="https://www.example.org")
    parser.add_argument("--timer", choices=("systemd", "cron"), default="systemd")
    parser.add_argument(
        "--demo", action="store_true", help=Message("the timer publishes a demonstration")
    )


def run(arguments: argparse.Namespace) -> None:
    """Print the report."""
    command = (
        f"cd {shlex.quote(str(Path.cwd()))} && make publish "
        f"SITEURL={shlex.quote(arguments.siteurl)}"
    )
    command += " DEMO=1" if arguments.demo else ""
    zone = ZoneInfo(arguments.zone)
    lines = report(arguments.content, datetime.now(UTC), zone, command, arguments.timer)
    print("\n".join(map(arguments.say, lines)))
