"""The pages that a command is asked about, and whether there is such a language."""

import argparse
from pathlib import Path

from plugins.features.translations.pages import Folder
from plugins.model.address import key_of
from plugins.model.document import Document
from plugins.model.language import read_languages
from plugins.model.message import Message
from plugins.model.user_error import UserError, did_you_mean
from plugins.reading.front_matter import FAULTS, split


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
            Message("A file is not in %(path)s.", path=folder.path),
            Message("Name files of that folder."),
        ) from None
    if not found or not all(key_of(file) and (folder.path / file).is_file() for file in found):
        fix = Message(
            "Name one: make %(command)s FILE=content/ru/about/index.md", command=arguments.command
        )
        raise CommandError(Message("There is no page %(key)r.", key=" ".join(arguments.files)), fix)
    for file in found:
        _require_fields(folder, file)
    return found


def _require_fields(folder: Folder, file: str) -> None:
    """Raise CommandError where the fields of `file` cannot be read: nobody knows what to change."""
    text = (folder.path / file).read_text(encoding="utf-8-sig", errors="replace")
    broken = next((line for line in split(text)[0] if line.name in FAULTS), None)
    if broken:
        what = Message(
            "%(file)s, line %(line)s: %(what)s",
            file=file,
            line=broken.number,
            what=Message("%(value)r is not YAML as fields are written in.", value=broken.value),
        )
        raise CommandError(what, FAULTS[broken.name])


def partly_in(folder: Folder, *codes: str) -> bool:
    """Return whether one of the languages has only a part of the site."""
    languages = read_languages(folder.path / "data" / "languages.toml")
    return not all(languages[code].complete for code in codes)


def require_language(folder: Folder, lang: str) -> None:
    """Raise CommandError when the site has no such language; "" stands for all."""
    if lang and lang not in folder.languages:
        raise CommandError(
            Message("There is no language %(lang)r.", lang=lang),
            Message("Use one of: LANG=%(names)s.", names=", LANG=".join(folder.languages)),
        )


def pages_of_key(folder: Folder, key: str, lang: str = "") -> dict[str, Document]:
    """Return the pages of `key` by language, of `lang` if one is meant. Raises CommandError where
    there is none."""
    found = {page.lang: page for page in folder.pages(key.strip("/")) if lang in ("", page.lang)}
    if not found:
        known = {page.key for page in folder.pages() if lang in ("", page.lang)}
        raise CommandError(Message("There is no page %(key)r.", key=key), did_you_mean(key, known))
    return found
