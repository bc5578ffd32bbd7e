"""Mark translations as current, each file that can be; those that cannot are told at the end."""

import argparse
import sys

from plugins.checks.rules.sameness import differences
from plugins.cli.page_files import asked_files, folder_of, partly_in, require_language
from plugins.cli.parser import add_folders
from plugins.features.translations.pages import Folder, read_page
from plugins.features.translations.stamp import StampError, Stamping
from plugins.model.message import Message
from plugins.model.problems import render
from plugins.model.speech import Say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take files, and the language of their source."""
    parser.add_argument("files", nargs="*")
    add_folders(parser, "content")
    parser.add_argument("--from", dest="source", default="")
    about = Message(
        "what changed in the source since the draft was begun is translated, and titles that are "
        "the same are names"
    )
    parser.add_argument("--seen", action="store_true", help=about)


def run(arguments: argparse.Namespace) -> None:
    """Stamp each file. Raises CommandError, LanguageError."""
    folder = folder_of(arguments)
    require_language(folder, arguments.source)
    stamping, refused = Stamping(folder, arguments.source, arguments.seen), []
    for file in asked_files(folder, arguments):
        try:
            print("\n".join(map(arguments.say, stamping.stamp(file))))
            tell_differences(folder, file, arguments.say)
        except StampError as error:
            refused.append(f"{arguments.say(error.what)} {arguments.say(error.fix)}")
    if refused:
        sys.exit("\n".join(refused))


def tell_differences(folder: Folder, file: str, say: Say) -> None:
    """Show where the numbers, contacts and links of a translation are others than its source's."""
    page = read_page(folder.path, file)
    origin = page.translated_from if page else None
    source = (
        next((one for one in folder.pages(page.key) if origin and one.lang == origin.lang), None)
        if page
        else None
    )
    if page and source:
        partly = partly_in(folder, page.lang, source.lang)
        if found := list(differences(page, source, partly)):
            print(render(found, folder.path, say), file=sys.stderr)
