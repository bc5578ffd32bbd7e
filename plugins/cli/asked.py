"""What a command that writes a page asks for, behind the command or, of a person, in turn."""

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pelicanconf
from plugins.cli.page_files import folder_of, require_language
from plugins.cli.parser import add_folders
from plugins.data.library import read_library
from plugins.editing.new_page import Asked, known_topics
from plugins.features.translations.pages import Folder
from plugins.model.message import Message
from plugins.model.user_error import UserError
from plugins.reading.front_matter import day

QUESTIONS = {
    "title": Message("Title: "),
    "summary": Message("What is it about, in one sentence: "),
    "topics": Message("Topics, with commas between (%(known)s): "),
}


def add_page(parser: argparse.ArgumentParser) -> None:
    """Take what every new page has."""
    add_folders(parser, "content")
    parser.add_argument("--lang", default=pelicanconf.DEFAULT_LANG)
    for name in ("title", "summary", "name"):
        parser.add_argument(f"--{name}", default="")


def add_dated(parser: argparse.ArgumentParser) -> None:
    """Take what news and releases have beside that."""
    add_page(parser)
    parser.add_argument("--topics", default="")
    parser.add_argument("--date", default="")


def asked_page(arguments: argparse.Namespace, section: str, *names: str) -> tuple[Folder, Asked]:
    """Return the content folder and the page that is asked for; a person is asked for what the
    command did not say. Raises UserError."""
    folder = folder_of(arguments)
    require_language(folder, arguments.lang or "…")
    known = read_library(folder.path / "data").topics
    values = {name: getattr(arguments, name) or _answer(arguments, name, known) for name in names}
    known_topics(values.get("topics", ""), known)
    asked = Asked(arguments.lang, section, values["title"], values["summary"], arguments.name)
    return folder, replace(asked, topics=values.get("topics", ""))


def asked_day(arguments: argparse.Namespace, today: date) -> date:
    """Return the day that is asked for, or else `today`. Raises UserError."""
    return day(arguments.date) if arguments.date else today


def tell_draft(arguments: argparse.Namespace, file: Path) -> None:
    """Say where the draft is, and what to do with it."""
    done = Message(
        "%(file)s: a draft. Write the text, then remove the line `Draft: yes`.", file=str(file)
    )
    print(arguments.say(done))


def _answer(arguments: argparse.Namespace, name: str, known: dict[str, dict[str, str]]) -> str:
    if not sys.stdin.isatty():
        return ""
    question = (
        Message(QUESTIONS[name].id, known=tuple(known)) if name == "topics" else QUESTIONS[name]
    )
    try:
        return input(arguments.say(question))
    except EOFError:
        raise UserError(
            Message("Nothing was written."), Message("Begin again when you know the answers.")
        ) from None
