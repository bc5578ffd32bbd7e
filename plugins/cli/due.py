"""Say what is withheld until when, and what expires or is to be read again in 14 and 60 days."""

import argparse
import os
import shlex
import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pelicanconf
from plugins.checks.lapsing import LATER, lapses, told
from plugins.cli.mailing import letter, send
from plugins.cli.page_files import folder_of
from plugins.cli.parser import add_folders
from plugins.data.library import read_library
from plugins.features.newsroom.due import dated, report
from plugins.model.document import UNFINISHED
from plugins.model.message import Message
from plugins.model.problems import end_where
from plugins.model.user_error import UserError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the address to publish at, and the kind of timer."""
    add_folders(parser, "content")
    parser.add_argument("--zone", default=pelicanconf.TIMEZONE)
    parser.add_argument("--siteurl", default="https://www.example.org")
    parser.add_argument("--timer", choices=("systemd", "cron"), default="systemd")
    about = Message("the timer publishes a demonstration")
    parser.add_argument("--demo", action="store_true", help=about)
    about = Message("send the report there too, where something is due (DUE_SMTP names the server)")
    parser.add_argument("--mail", default="", help=about)


def run(arguments: argparse.Namespace) -> None:
    """Print the report, and mail it if somebody is named. Ends with a list of the days and moments
    that cannot be read. Raises MailError."""
    command = (
        f"cd {shlex.quote(str(Path.cwd()))} && make publish "
        f"SITEURL={shlex.quote(arguments.siteurl)}"
    )
    command += " DEMO=1" if arguments.demo else ""
    pages, problems = dated(arguments.content, arguments.demo)
    end_where(problems, arguments.say)
    zone, now = _zone(arguments.zone), datetime.now(UTC)
    lines = report(pages, now, zone, command, arguments.timer)
    lapsed = lapsing(arguments, now.astimezone(zone).date())
    text = "\n".join([*map(arguments.say, lines), *lapsed])
    print(text)
    if arguments.mail and (lapsed or len(lines) > 1):
        subject = arguments.say(Message("What is due on the site"))
        send(letter(os.environ.get("DUE_FROM", ""), arguments.mail, subject, text), os.environ)


def _zone(name: str) -> ZoneInfo:
    """Return the zone of that name. Raises UserError."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        what = Message("There is no time zone %(name)r.", name=name)
        raise UserError(what, Message("Name a city: Europe/Minsk.")) from None


def lapsing(arguments: argparse.Namespace, today: date) -> list[str]:
    """Return what expires or is to be read again. Raises LanguageError."""
    folder = folder_of(arguments)
    library = read_library(folder.path / "data")
    pages = (page for page in folder.pages() if page.draft != UNFINISHED and not page.withdrawn)
    found = lapses(library, pages, periods(folder.path), today + timedelta(days=LATER))
    return list(told(found, today, arguments.say))


def periods(content: Path) -> dict[str, int]:
    """Return after how many days the pages of each section are read again, as data/review.toml
    says; nothing where there is no such file, or one that the build complains of."""
    file = content / "data" / "review.toml"
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, ValueError):
        return {}
    return {name: days for name, days in entries.items() if isinstance(days, int) and days > 0}
