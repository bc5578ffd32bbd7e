"""Build the site, serve it on this machine, and build it again whenever a file changes."""

import argparse
from pathlib import Path

import pelicanconf
from plugins.cli.parser import add_folders, port
from plugins.editor.serving import LocalEditor
from plugins.editor.words import speaker
from plugins.model.speech import Speech
from plugins.preview.build import Site
from plugins.preview.watching import serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folders, the port, and other names under which browsers ask."""
    add_folders(parser, "content")
    parser.add_argument("--output", type=Path, default=Path("preview"), metavar="FOLDER")
    parser.add_argument("--port", type=port, default=8000)
    parser.add_argument("--allow-host", nargs="*", default=[], metavar="NAME")


def run(arguments: argparse.Namespace) -> None:
    """Serve until interrupted, with the editor at /editor/."""
    address = f"http://127.0.0.1:{arguments.port}"
    serve(
        Site(arguments.content, arguments.output, address),
        arguments.port,
        frozenset(name.lower() for name in arguments.allow_host),
        arguments.say,
        local_editor(arguments.content, address, arguments.say),
    )


def local_editor(content: Path, address: str, say: Speech) -> LocalEditor:
    """Return the editor of `content`, in the language in which staff are spoken to."""
    speaks = speaker(Path(pelicanconf.TRANSLATIONS_PATH), say.code)
    return LocalEditor(content, pelicanconf.SITENAME, address, say.code, speaks)
