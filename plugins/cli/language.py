"""Begin a language, or say what one that is there still lacks."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

from plugins.catalogues.check import check, untranslated
from plugins.catalogues.collect import merge, read, spoken, write
from plugins.cli.options import add_folders
from plugins.data.library import read_library
from plugins.features.search.begin import lacking
from plugins.features.search.words import read_words
from plugins.features.translations.pages import Folder
from plugins.features.translations.translation import begin
from plugins.languages.begin import declared, entry, facts, without_words
from plugins.model.fallback import OWN
from plugins.model.language import Language, read_languages


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the code of the language, and where its exit link leads."""
    parser.add_argument("lang")
    parser.add_argument("--exit", default="")
    add_folders(parser, "content", "theme", "translations")


def run(arguments: argparse.Namespace) -> None:
    """Declare the language, unless it is; print what is left. Raises BeginError, LanguageError."""
    declarations = arguments.content / "data" / "languages.toml"
    languages = read_languages(declarations)
    if arguments.lang not in languages:
        new = declared(arguments.lang, arguments.exit, languages)
        declarations.write_text(
            declarations.read_text(encoding="utf-8") + entry(new), encoding="utf-8"
        )
        languages = read_languages(declarations)
        begin_pages(Folder(arguments.content, tuple(languages)), new)
    print("\n".join(told(languages[arguments.lang], languages, arguments)))


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
    yield from facts(found, datetime.now(UTC).date())
    file = wanted.translations / found.code / "LC_MESSAGES" / "messages.po"
    catalogue = read(file, found.code)
    merge(catalogue, spoken(wanted.theme / "templates"))
    write(file, catalogue)
    yield "What is left:"
    left = untranslated(check(read(file, found.code), str(file)))
    yield f"  {left} of {len(catalogue)} interface texts in {file}; `make messages` checks them"
    yield from (
        f"  words in {line}"
        for line in without_words(read_library(wanted.content / "data"), found.code)
    )
    yield from (
        f"  search: {line}"
        for line in lacking(found.code, read_words(wanted.content / "data" / "search.toml"))
    )
    yield from (f"  {line}" for line in _core(found, Folder(wanted.content, tuple(languages))))
    yield (
        "  the public site lists it once its core pages are finished; until then `make serve` "
        "shows it"
    )


def _core(found: Language, folder: Folder) -> Iterator[str]:
    """The command that begins or finishes each core page."""
    for key in found.awaits:
        pages = {page.lang: page for page in folder.pages(key)}
        source = next(
            (pages[code] for code in (*found.fallback, *folder.languages) if code in pages), None
        )
        if found.code in pages:
            yield f"finish: make stamp FILE={folder.path / pages[found.code].file}"
        elif source:
            yield f"write:  make translation FILE={folder.path / source.file} LANG={found.code}"
