"""`make messages`: collects what the theme says, merges it into every catalogue, and says what is wrong with them."""

import argparse
import sys
from pathlib import Path

from plugins.catalogues.check import check, untranslated
from plugins.catalogues.collect import merge, read, spoken, write
from plugins.document import Problem
from plugins.languages.language import Language, LanguageError, read_languages
from plugins.plain_files import strangers
from plugins.problems import end_where

WRITTEN_IN = "en"  # the language of the theme's own texts


def main() -> None:
    """Every language in turn; exit code 1 when one that readers see has a problem."""
    wanted = arguments()
    end_where(strangers(wanted.content, wanted.theme, wanted.translations))
    template = spoken(wanted.theme / "templates")
    try:
        languages = read_languages(wanted.content / "data" / "languages.toml")
    except LanguageError as error:
        sys.exit(str(error))
    found: list[Problem] = []
    for language in languages.values():
        if language.code != WRITTEN_IN:
            file = wanted.translations / language.code / "LC_MESSAGES" / "messages.po"
            found += collected(file, language, template)
    for problem in found:
        print(problem, file=sys.stderr)
    sys.exit(f"{len(found)} to mend." if found else 0)


def collected(file: Path, language: Language, template: object) -> list[Problem]:
    """Renews the catalogue in `file`; the problems that matter: while nobody sees a language, it may be unfinished."""
    catalogue = read(file, language.code)
    merge(catalogue, template)
    write(file, catalogue)
    problems = check(read(file, language.code), str(file))
    left = untranslated(problems)
    print(f"{file}: {len(catalogue)} texts{f', {left} not translated' if left else ''}")
    return problems if language.listed else []


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="make messages", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--theme", type=Path, default=Path("theme"))
    parser.add_argument("--translations", type=Path, default=Path("translations"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
