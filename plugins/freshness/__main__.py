"""The commands for editors and translators: `make status`, `make stamp`, `make translation`."""

import argparse
import json
import os
import sys
from pathlib import Path

from plugins.document import UNFINISHED
from plugins.freshness import status
from plugins.freshness.pages import Folder, read_page
from plugins.freshness.stamp import StampError, Stamping
from plugins.freshness.translation import begin
from plugins.languages.address import key_of
from plugins.languages.language import LanguageError, read_languages
from plugins.mendable import MendableError


class CommandError(MendableError):
    """A command that cannot be carried out."""


def main() -> None:
    """Runs one command; what cannot be done is said in one line, with exit code 1."""
    wanted = arguments()
    try:
        codes = tuple(read_languages(wanted.content / "data" / "languages.toml"))
        print(COMMANDS[wanted.command](Folder(wanted.content, codes), wanted), end="")
    except (CommandError, StampError, LanguageError) as error:
        sys.exit(str(error))


def tell_status(folder: Folder, wanted: argparse.Namespace) -> str:
    """How every page stands, of one language or of all."""
    _require_language(folder, wanted.lang)
    found = [one for one in folder.standings(folder.pages()) if wanted.lang in ("", one.lang)]
    if wanted.json:
        return json.dumps(status.as_data(found), ensure_ascii=False, indent=1) + "\n"
    return status.render(found, os.path.relpath(folder.path)) + "\n"


def stamp(folder: Folder, wanted: argparse.Namespace) -> str:
    """Marks files as current, each that can be; those that cannot are told at the end."""
    _require_language(folder, wanted.source)
    stamping, refused = Stamping(folder, wanted.source), []
    for file in _files(folder, wanted):
        try:
            print("\n".join(stamping.stamp(file)))
        except StampError as error:
            refused.append(str(error))
    if refused:
        sys.exit("\n".join(refused))
    return ""


def translation(folder: Folder, wanted: argparse.Namespace) -> str:
    """Writes a draft for a translator to go on with."""
    _require_language(folder, wanted.lang or "…")
    (file,) = _files(folder, wanted)[:1]
    page = read_page(folder.path, file)
    if page is None or page.draft == UNFINISHED:
        raise CommandError(f"{file} is no finished page.", "Name a file such as content/ru/about/index.md.")
    there = [other.file for other in folder.pages(page.key) if other.lang == wanted.lang]
    if there:
        raise CommandError(f"{there[0]} is there already.", f"Go on with it, then `make stamp FILE={there[0]}`.")
    target = os.path.relpath(begin(folder, page, wanted.lang))
    return f"{target}: a draft. Translate it, then `make stamp FILE={target}`.\n"


COMMANDS = {"status": tell_status, "stamp": stamp, "translation": translation}


def _files(folder: Folder, wanted: argparse.Namespace) -> list[str]:
    """The files asked for, relative to the content folder."""
    try:
        found = [Path(file).resolve().relative_to(folder.path.resolve()).as_posix() for file in wanted.files]
    except ValueError:
        raise CommandError(f"A file is not in {folder.path}.", "Name files of that folder.") from None
    if not found or not all(key_of(file) and (folder.path / file).is_file() for file in found):
        mend = f"Name one: make {wanted.command} FILE=content/ru/about/index.md"
        raise CommandError(f"There is no page {' '.join(wanted.files)!r}.", mend)
    return found


def _require_language(folder: Folder, lang: str) -> None:
    if lang and lang not in folder.languages:
        raise CommandError(f"There is no language {lang!r}.", f"Use one of: LANG={', LANG='.join(folder.languages)}.")


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m plugins.freshness", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--lang", default="")
    parser.add_argument("--from", dest="source", default="")
    parser.add_argument("--json", action="store_true")
    return parser.parse_intermixed_args()


if __name__ == "__main__":
    main()
