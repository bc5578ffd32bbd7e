"""Ask whether links to other sites still lead there; what was fine is asked again in two weeks."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from plugins.cli.page_files import folder_of, require_language
from plugins.cli.parser import add_folders
from plugins.model.message import Message
from plugins.model.problems import render
from plugins.model.user_error import UserError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a language, and whether to ask everything again."""
    add_folders(parser, "content")
    parser.add_argument("--lang", default="")
    parser.add_argument("--cache", type=Path, default=Path(".cache"), metavar="FOLDER")
    about = Message("ask for what was fine lately, too")
    parser.add_argument("--again", action="store_true", help=about)


def run(arguments: argparse.Namespace) -> None:
    """Print every link that is not fine, with file and line; exit code 1 where there is one. Raises
    CommandError, LanguageError, and UserError where the library is not installed."""
    folder, today, say = folder_of(arguments), datetime.now(UTC).date(), arguments.say
    require_language(folder, arguments.lang)
    try:
        from plugins.outside import asking, places, remembered, told  # noqa: PLC0415
    except ImportError:
        what = Message("What asks for links is not installed here.")
        raise UserError(what, Message("Install it: make links")) from None
    found = places.places(folder.path, (arguments.lang,) if arguments.lang else folder.languages)
    known = {} if arguments.again else remembered.recall(arguments.cache, today)
    wanted = [address for address in found if address not in known]
    begun = Message("Links: %(count)s, to ask: %(wanted)s …", count=len(found), wanted=len(wanted))
    print(say(begun), flush=True)
    answers = asking.asked(wanted, asking.asker())
    remembered.remember(arguments.cache, answers, known, today)
    if problems := list(told.problems(found, answers)):
        problems.sort(key=lambda one: (one.file, one.line))
        print(render(problems, folder.path, say), file=sys.stderr)
        sys.exit(say(Message("%(count)s to look at.", count=len(problems))))
    print(say(Message("All of them lead where they did.")))
