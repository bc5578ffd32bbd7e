"""Begin a language, say what one that is there still lacks, or take back one that was begun."""

import argparse
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from plugins.catalogues.check import check, untranslated
from plugins.catalogues.collect import merge, read, spoken, write
from plugins.cli.parser import add_folders
from plugins.data.library import read_library
from plugins.features.search.begin import lacking
from plugins.features.search.words import read_words
from plugins.features.translations.pages import Folder
from plugins.features.translations.translation import begin
from plugins.languages.begin import declared, entry, facts, without_words
from plugins.languages.undo import UndoError, require_undoable, still_said, undeclared
from plugins.model.fallback import OWN
from plugins.model.language import Language, read_languages
from plugins.model.message import Message
from plugins.model.problems import end_where
from plugins.model.speech import Say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the code of the language, and where its exit link leads."""
    parser.add_argument("lang")
    parser.add_argument("--exit", default="")
    about = Message("take it back, if no reader has seen it")
    parser.add_argument("--undo", action="store_true", help=about)
    add_folders(parser, "content", "theme", "translations")


def run(arguments: argparse.Namespace) -> None:
    """Declare the language, unless it is; print what is left. Raises BeginError, LanguageError,
    UndoError."""
    declarations = arguments.content / "data" / "languages.toml"
    languages = read_languages(declarations)
    if arguments.undo:
        undo(arguments, declarations, languages)
        return
    if arguments.lang not in languages:
        new = declared(arguments.lang, arguments.exit, languages)
        declarations.write_text(
            declarations.read_text(encoding="utf-8") + entry(new), encoding="utf-8"
        )
        languages = read_languages(declarations)
        begin_pages(Folder(arguments.content, tuple(languages)), new)
    lines = told(languages[arguments.lang], languages, arguments)
    print("\n".join(lines))


def undo(wanted: argparse.Namespace, declarations: Path, languages: dict[str, Language]) -> None:
    """Take the language back, with its drafts, snapshots and catalogue; tell what is left of it.
    Ends with the files that keep it."""
    say, code, content = wanted.say, wanted.lang, wanted.content
    try:
        require_undoable(content, code, languages)
    except UndoError as error:
        end_where(list(error.problems), say)
        raise
    text = undeclared(declarations.read_text(encoding="utf-8"), code)
    declarations.write_text(text, encoding="utf-8")
    folders = content / code, content / "revisions" / code, wanted.translations / code
    for folder in filter(Path.is_dir, folders):
        shutil.rmtree(folder)
    print(say(Message("The language %(lang)s is taken back.", lang=code)))
    if left_words := tuple(still_said(content, code)):
        told_left = Message("Words in it that harm nobody: %(places)s", places=left_words)
        print(say(told_left))


def begin_pages(folder: Folder, new: Language) -> None:
    """The pages that a language cannot do without, as drafts,
    from the first language its readers may know; begun at once, so that the preview has it."""
    for key in sorted(OWN):
        pages = {page.lang: page for page in folder.pages(key)}
        source = next(
            (pages[code] for code in (*new.fallback, *folder.languages) if code in pages), None
        )
        if source and new.code not in pages:
            begin(folder, source, new.code)


def told(
    found: Language, languages: dict[str, Language], wanted: argparse.Namespace
) -> Iterator[str]:
    """What Babel knows of the language, and what is left to do."""
    say: Say = wanted.say
    yield from facts(found, datetime.now(UTC).date(), say)
    yield say(Message("What is left:"))
    yield from (f"  {say(line)}" for line in left(found, languages, wanted))


def left(
    found: Language, languages: dict[str, Language], wanted: argparse.Namespace
) -> Iterator[Message]:
    """What is left to do in the catalogue, in data, in the search and in pages."""
    yield _catalogue(found, wanted)
    for line in without_words(read_library(wanted.content / "data"), found.code):
        yield Message("words in %(place)s", place=line)
    for what in lacking(found.code, read_words(wanted.content / "data" / "search.toml")):
        yield Message("search: %(what)s", what=what)
    yield from _core(found, Folder(wanted.content, tuple(languages)))
    yield Message(
        "the public site lists it once its core pages are finished; until then `make serve` shows "
        "it"
    )


def _catalogue(found: Language, wanted: argparse.Namespace) -> Message:
    """The interface texts are collected; how many of them are not translated."""
    file = wanted.translations / found.code / "LC_MESSAGES" / "messages.po"
    catalogue = read(file, found.code)
    merge(catalogue, spoken(wanted.theme / "templates"))
    write(file, catalogue)
    return Message(
        "%(left)s of %(count)s interface texts in %(file)s; `make messages` checks them",
        left=untranslated(check(read(file, found.code), str(file))),
        count=len(catalogue),
        file=str(file),
    )


def _core(found: Language, folder: Folder) -> Iterator[Message]:
    """The command that begins or finishes each core page."""
    for key in found.awaits:
        pages = {page.lang: page for page in folder.pages(key)}
        source = next(
            (pages[code] for code in (*found.fallback, *folder.languages) if code in pages), None
        )
        if found.code in pages:
            yield Message(
                "finish: make stamp FILE=%(file)s", file=str(folder.path / pages[found.code].file)
            )
        elif source:
            yield Message(
                "write:  make translation FILE=%(file)s LANG=%(code)s",
                file=str(folder.path / source.file),
                code=found.code,
            )
