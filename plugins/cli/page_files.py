"""The pages that a command is asked about, and whether there is such a language."""

import argparse
from pathlib import Path

from plugins.features.translations.pages import Folder
from plugins.model.address import key_of
from plugins.model.language import read_languages
from plugins.model.user_error import UserError


class CommandError(UserError):
    """A command that cannot be carried out."""


def folder_of(arguments: argparse.Namespace) -> Folder:
    """Return the content folder with its languages. Raises LanguageError."""
    return Folder(
        arguments.content, tuple(read_languages(arguments.content / "data" / "languages.toml"))
    )


def asked_files(folder: Folder, arguments: argparse.Namespace) -> list[str]:
    """Return the files asked for, relative to the content folder. Raises CommandError."""
    try:
        found = [
            Path(file).resolve().relative_to(folder.path.resolve()).as_posix()
            for file in arguments.files
        ]
    except ValueError:
        raise CommandError(
            f"A file is not in {folder.path}.", "Name files of that folder."
        ) from None
    if not found or not all(key_of(file) and (folder.path / file).is_file() for file in found):
        fix = f"Name one: make {arguments.command} FILE=content/ru/about/index.md"
        raise CommandError(f"There is no page {' '.join(arguments.files)!r}.", fix)
    return found


def require_language(folder: Folder, lang: str) -> None:
    """Raise CommandError when the site has no such language; "" stands for all."""
    if lang and lang not in folder.languages:
        raise CommandError(
            f"There is no language {lang!r}.",
            f"Use one of: LANG={', LANG='.join(folder.languages)}.",
        )
