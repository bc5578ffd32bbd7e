"""Copy the published site into a folder that works from any place, and pack it."""

import argparse
import re
import shutil
from hashlib import sha256
from pathlib import Path

import pelicanconf
from plugins.build.tree import open_to_all
from plugins.cli.parser import add_folders
from plugins.mirror.copying import copy, pack
from plugins.model.message import Message
from plugins.model.user_error import UserError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take where the site is, where the copy goes, and where forms are still sent to."""
    add_folders(parser, "output")
    name = re.sub(r"[\W_]+", "-", pelicanconf.SITENAME.lower()).strip("-")
    parser.add_argument("--folder", type=Path, default=Path("mirror", name))
    parser.add_argument("--site-url", required=True)


def run(arguments: argparse.Namespace) -> None:
    """Make the folder and the zip, and print the digest of the zip, to be published beside it.
    Raises UserError where there is no site."""
    if not (arguments.output / "index.html").is_file():
        what = Message("There is no site in %(folder)s.", folder=str(arguments.output))
        raise UserError(what, Message("Publish it first: make publish SITEURL=https://…."))
    shutil.rmtree(arguments.folder, ignore_errors=True)
    sums = copy(arguments.output, arguments.folder, arguments.site_url.rstrip("/"))
    (arguments.folder / "SHA256SUMS").write_text(sums, encoding="utf-8")
    packed = pack(arguments.folder)
    open_to_all(arguments.folder)  # whatever this user's umask says: others copy it
    packed.chmod(packed.stat().st_mode | 0o444)
    print(f"{sha256(packed.read_bytes()).hexdigest()}  {packed}")
