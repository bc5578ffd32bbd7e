"""Write the editor into a folder for a host of its own, on the files of a Git host."""

import argparse
from pathlib import Path

import pelicanconf
from plugins.cli.parser import add_folders
from plugins.editor.backends import BACKENDS, Wanted, checked
from plugins.editor.choices import read_choices
from plugins.editor.folder import instructions, write
from plugins.editor.package import install
from plugins.editor.words import speaker
from plugins.model.message import Message


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the host of Git and the repository, and where they are not the usual ones."""
    add_folders(parser, "content", "translations")
    parser.add_argument("--backend", required=True, help=", ".join(BACKENDS))
    parser.add_argument("--repo", required=True, help=Message("organisation/site"))
    parser.add_argument("--url", default="", help=Message("the address of a host of your own"))
    about = Message("the address that signs people in")
    parser.add_argument("--sign-in", default="", help=about)
    about = Message("the number of the program at the host")
    parser.add_argument("--app", default="", help=about)
    parser.add_argument("--branch", default="main")
    parser.add_argument("--to", type=Path, default=Path("editor"), metavar="FOLDER")


def run(arguments: argparse.Namespace) -> None:
    """Write it, and say what to set up. Raises BackendError, FolderError, PackageError."""
    wanted = Wanted(
        arguments.backend,
        arguments.repo,
        arguments.url.rstrip("/"),
        arguments.sign_in.rstrip("/"),
        arguments.app,
        arguments.branch,
    )
    checked(wanted)
    lang = arguments.say.code
    say = speaker(arguments.translations, lang)
    choices = read_choices(arguments.content, lang, say)
    write(arguments.to, install(arguments.say), choices, pelicanconf.SITENAME, wanted)
    print("\n".join(instructions(arguments.to, wanted, say)))
