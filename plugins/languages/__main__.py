"""`make language`: a language is begun, or, when it is there already, told what it still lacks."""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from plugins.catalogues.check import check, untranslated
from plugins.catalogues.collect import merge, read, spoken, write
from plugins.data.library import read_library
from plugins.freshness.pages import Folder
from plugins.freshness.translation import begin
from plugins.languages.begin import BeginError, declared, entry, facts, without_words
from plugins.languages.language import Language, LanguageError, read_languages
from plugins.plain_files import strangers
from plugins.problems import end_where
from plugins.search.begin import lacking
from plugins.search.words import read_words

# No language works without these; they are begun at once so that the preview has it.
NECESSARY = ("home", "404")


def main() -> None:
    """Runs once; what cannot be done is said in one line, with exit code 1."""
    wanted = arguments()
    end_where(strangers(wanted.content, wanted.theme, wanted.translations))
    declarations = wanted.content / "data" / "languages.toml"
    try:
        languages = read_languages(declarations)
        if wanted.lang not in languages:
            new = declared(wanted.lang, wanted.exit, languages)
            declarations.write_text(declarations.read_text(encoding="utf-8") + entry(new), encoding="utf-8")
            languages = read_languages(declarations)
            begin_pages(Folder(wanted.content, tuple(languages)), new)
    except (BeginError, LanguageError) as error:
        sys.exit(str(error))
    print("\n".join(told(languages[wanted.lang], languages, wanted)))


def begin_pages(folder: Folder, new: Language) -> None:
    """The pages that a language cannot do without, as drafts, from the first language its readers may know."""
    for key in NECESSARY:
        pages = {page.lang: page for page in folder.pages(key)}
        source = next((pages[code] for code in (*new.fallback, *folder.languages) if code in pages), None)
        if source and new.code not in pages:
            begin(folder, source, new.code)


def told(found: Language, languages: dict[str, Language], wanted: argparse.Namespace) -> Iterator[str]:
    """What Babel knows of the language, and what is left to do."""
    yield from facts(found, datetime.now(UTC).date())
    file = wanted.translations / found.code / "LC_MESSAGES" / "messages.po"
    catalogue = read(file, found.code)
    merge(catalogue, spoken(wanted.theme / "templates"))
    write(file, catalogue)
    yield "What is left:"
    left = untranslated(check(read(file, found.code), str(file)))
    yield f"  {left} of {len(catalogue)} interface texts in {file}; `make messages` checks them"
    yield from (f"  words in {line}" for line in without_words(read_library(wanted.content / "data"), found.code))
    yield from (
        f"  search: {line}" for line in lacking(found.code, read_words(wanted.content / "data" / "search.toml"))
    )
    yield from (f"  {line}" for line in _core(found, Folder(wanted.content, tuple(languages))))
    yield "  the public site lists it once its core pages are finished; until then `make serve` shows it"


def _core(found: Language, folder: Folder) -> Iterator[str]:
    """The command that begins or finishes each core page."""
    for key in found.awaits:
        pages = {page.lang: page for page in folder.pages(key)}
        source = next((pages[code] for code in (*found.fallback, *folder.languages) if code in pages), None)
        if found.code in pages:
            yield f"finish: make stamp FILE={folder.path / pages[found.code].file}"
        elif source:
            yield f"write:  make translation FILE={folder.path / source.file} LANG={found.code}"


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="make language", description=__doc__)
    parser.add_argument("lang")
    parser.add_argument("--exit", default="")
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--theme", type=Path, default=Path("theme"))
    parser.add_argument("--translations", type=Path, default=Path("translations"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
