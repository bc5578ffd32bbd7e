"""Turn what a build said into marks on the lines of a proposed change: GitHub, GitLab, SARIF."""

import argparse
import sys

from plugins.annotations.forms import FORMS
from plugins.annotations.marks import marks
from plugins.model.message import Message


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the form, and whether what was said stopped the build."""
    parser.add_argument("--form", choices=tuple(FORMS), default="github")
    about = Message("the build was stopped: these are errors")
    parser.add_argument("--failed", action="store_true", help=about)


def run(arguments: argparse.Namespace) -> None:
    """Read what the build said, and print a mark for each line of it that names file and line."""
    found = list(marks(sys.stdin.read(), arguments.failed))
    print(FORMS[arguments.form](found))
