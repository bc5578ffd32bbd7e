"""Copy the published site into a folder that works from any place, and pack it."""

import argparse
import re
import shutil
from hashlib import sha256
from pathlib import Path

import pelicanconf
from plugins.cli.parser import add_folders
from plugins.mirror.copying import copy, pack


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take where the site is, where the copy goes, and where forms are still sent to."""
    add_folders(parser, "output")
    name = re.sub(r"[\W_]+", "-", pelicanconf.SITENAME.lower()).strip("-")
    parser.add_argument("--folder", type=Path, default=Path("mirror", name))
    parser.add_argument("--site-url", required=True)


def run(arguments: argparse.Namespace) -> None:
    """Make the folder and the zip, and print the digest of the zip, to be published beside it."""
    shutil.rmtree(arguments.folder, ignore_errors=True)
    sums = copy(arguments.output, arguments.folder, arguments.site_url.rstrip("/"))
    (arguments.folder / "SHA256SUMS").write_text(sums, encoding="utf-8")
    packed = pack(arguments.folder)
    print(f"{sha256(packed.read_bytes()).hexdigest()}  {packed}")
