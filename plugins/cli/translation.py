"""Write a draft for a translator to go on with."""

import argparse
import os

from plugins.cli.page_files import CommandError, asked_files, folder_of, require_language
from plugins.cli.parser import add_folders
from plugins.features.translations.pages import read_page
from plugins.features.translations.translation import begin
from plugins.model.document import UNFINISHED
from plugins.model.message import Message


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file and the language of the draft."""
    parser.add_argument("files", nargs="*")
    add_folders(parser, "content")
    parser.add_argument("--lang", default="")


def run(arguments: argparse.Namespace) -> None:
    """Write the draft. Raises CommandError, LanguageError."""
    folder = folder_of(arguments)
    require_language(folder, arguments.lang or "…")
    file = asked_files(folder, arguments)[0]
    page = read_page(folder.path, file)
    if page is None or page.draft == UNFINISHED:
        raise CommandError(
            Message("%(file)s is no finished page.", file=file),
            Message("Name a file such as content/ru/about/index.md."),
        )
    there = [other.file for other in folder.pages(page.key) if other.lang == arguments.lang]
    if there:
        raise CommandError(
            Message("%(file)s is there already.", file=there[0]),
            Message("Go on with it, then `make stamp FILE=%(file)s`.", file=there[0]),
        )
    target = os.path.relpath(begin(folder, page, arguments.lang))
    done = Message("%(file)s: a draft. Translate it, then `make stamp FILE=%(file)s`.", file=target)
    print(arguments.say(done))
