"""Write a draft for a translator to go on with, or exchange the page with one as DOCX or XLIFF."""

import argparse
import os
import sys
from pathlib import Path

from plugins.cli.page_files import CommandError, asked_files, folder_of, require_language
from plugins.cli.parser import add_folders
from plugins.exchange.giving import FORMS, give, take
from plugins.features.translations.pages import Folder, read_page
from plugins.features.translations.translation import begin
from plugins.model.document import UNFINISHED, Document
from plugins.model.message import Message
from plugins.model.problems import render

GIVEN = Message("%(file)s: for the translator. It comes back so: FILE=%(file)s")
DONE = Message("%(file)s: a draft. Read it, then `make stamp FILE=%(file)s`.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file and the language of the draft."""
    parser.add_argument("files", nargs="*")
    add_folders(parser, "content")
    parser.add_argument("--lang", default="")
    about = Message("give the page to a translator in this form instead")
    parser.add_argument("--format", choices=tuple(FORMS), default="", help=about)


def run(arguments: argparse.Namespace) -> None:
    """Write the draft, or the file for a translator. Raises CommandError, LanguageError,
    ExchangeError."""
    folder = folder_of(arguments)
    if len(arguments.files) == 1 and Path(arguments.files[0]).suffix[1:] in FORMS:
        take_back(folder, arguments)
        return
    require_language(folder, arguments.lang or "…")
    page = _finished(folder, asked_files(folder, arguments)[0])
    there = [other.file for other in folder.pages(page.key) if other.lang == arguments.lang]
    if there:
        raise CommandError(
            Message("%(file)s is there already.", file=there[0]),
            Message("Go on with it, then `make stamp FILE=%(file)s`.", file=there[0]),
        )
    if arguments.format:
        given = give(folder, page, arguments.lang, arguments.format)
        print(arguments.say(Message(GIVEN.id, file=str(given))))
        return
    target = os.path.relpath(begin(folder, page, arguments.lang))
    done = Message("%(file)s: a draft. Translate it, then `make stamp FILE=%(file)s`.", file=target)
    print(arguments.say(done))


def _finished(folder: Folder, file: str) -> Document:
    page = read_page(folder.path, file)
    if page is None or page.draft == UNFINISHED:
        raise CommandError(
            Message("%(file)s is no finished page.", file=file),
            Message("Name a file such as content/ru/about/index.md."),
        )
    return page


def take_back(folder: Folder, arguments: argparse.Namespace) -> None:
    """Write the draft that a translator's file makes. Ends with what does not fit in it."""
    file = Path(arguments.files[0])
    if not file.is_file():
        what = Message("There is no file %(file)s.", file=str(file))
        raise CommandError(what, Message("Compare its name."))
    draft, problems = take(folder, file)
    if draft is None:
        sys.exit(render(problems, folder.path, arguments.say))
    done = Message(DONE.id, file=os.path.relpath(draft))
    print(arguments.say(done))
