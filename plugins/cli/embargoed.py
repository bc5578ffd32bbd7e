"""Write what editors may be sent before a release is public: every form, in each language."""

import argparse
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pelicanconf
from plugins.cli.parser import add_folders
from plugins.features.newsroom.ahead import finished, gather, notice, withheld_key
from plugins.features.newsroom.due import dated
from plugins.model.embargo import awaiting
from plugins.model.message import Message
from plugins.model.problems import end_where
from plugins.model.user_error import UserError

DEMO = Message("the site is a demonstration")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file of the release in any language, and the public address of the site."""
    parser.add_argument("file", type=Path)
    add_folders(parser, "content")
    parser.add_argument("--folder", type=Path, default=Path("embargoed"))
    parser.add_argument("--site-url", required=True)
    parser.add_argument("--zone", default=pelicanconf.TIMEZONE)
    parser.add_argument("--demo", action="store_true", help=DEMO)


def run(arguments: argparse.Namespace) -> None:
    """Build the site aside, and copy the forms. Raises UserError, or SystemExit with problems."""
    site_url, now = _public(arguments.site_url), datetime.now(UTC)
    pages, problems = dated(arguments.content)
    end_where(problems, arguments.say)
    key = withheld_key(_inside(arguments), pages, now, ZoneInfo(arguments.zone))
    languages = finished(arguments.content, key)
    target = arguments.folder / key.rpartition("/")[2]
    with TemporaryDirectory() as folder:
        _build(arguments, site_url, Path(folder))
        files = gather(Path(folder) / "output", key, languages, target)
    print("\n".join(map(str, files)))
    until = awaiting(pages, now, ZoneInfo(arguments.zone))[key]
    print(arguments.say(notice(key, until, site_url)))


def _public(address: str) -> str:
    if not address.startswith("https://"):
        raise UserError(
            Message("%(address)r is no public address.", address=address),
            Message("Say the public one, as it will be linked to: SITEURL=https://…"),
        )
    return address.rstrip("/")


def _inside(arguments: argparse.Namespace) -> str:
    """The file relative to the content folder."""
    file: Path = arguments.file.resolve()
    try:
        return file.relative_to(arguments.content.resolve()).as_posix()
    except ValueError:
        raise UserError(
            Message(
                "%(file)s is not in %(folder)s/.",
                file=str(arguments.file),
                folder=str(arguments.content),
            ),
            Message("Name a file of that folder."),
        ) from None


def _build(arguments: argparse.Namespace, site_url: str, folder: Path) -> None:
    settings = {"SITEURL": site_url, "CACHE_PATH": str(folder / "cache"), "DEMO": arguments.demo}
    values = [f"{name}={json.dumps(value)}" for name, value in settings.items()]
    places = [str(arguments.content), "-o", str(folder / "output"), "-s", "pelicanconf.py"]
    command = [sys.executable, "-m", "pelican", *places, "-e", *values]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr or done.stdout)
