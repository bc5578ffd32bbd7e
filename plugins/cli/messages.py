"""Collect what the theme says, merge it into every catalogue, and say what is wrong with them."""

import argparse
import sys
from pathlib import Path

from babel.messages.catalog import Catalog

from plugins.catalogues.check import check, untranslated
from plugins.catalogues.collect import EDITOR, merge, read, said_in_code, spoken, write
from plugins.cli.options import add_folders
from plugins.model.document import Problem
from plugins.model.language import Language, read_languages

WRITTEN_IN = "en"  # the language of the theme's own texts
SPEAKING_CODE = Path("plugins/editor")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folders of content, theme and translations."""
    add_folders(parser, "content", "theme", "translations")


def run(arguments: argparse.Namespace) -> None:
    """Every language in turn; exit code 1 when one that readers see has a problem."""
    template = spoken(arguments.theme / "templates")
    found: list[Problem] = []
    for language in read_languages(arguments.content / "data" / "languages.toml").values():
        if language.code != WRITTEN_IN:
            file = arguments.translations / language.code / "LC_MESSAGES" / "messages.po"
            found += collected(file, language, template)
    for file in sorted(arguments.translations.glob(f"*/LC_MESSAGES/{EDITOR}")):
        found += renewed(file, file.parts[-3], said_in_code(SPEAKING_CODE))
    for problem in found:
        print(problem, file=sys.stderr)
    if found:
        sys.exit(f"{len(found)} to fix.")


def collected(file: Path, language: Language, template: Catalog) -> list[Problem]:
    """Renews the catalogue in `file`; the problems that matter:
    while nobody sees a language, it may be unfinished."""
    problems = renewed(file, language.code, template)
    return problems if language.listed else []


def renewed(file: Path, code: str, template: Catalog) -> list[Problem]:
    """Renews the catalogue in `file`; all its problems."""
    catalogue = read(file, code)
    merge(catalogue, template)
    write(file, catalogue)
    problems = check(read(file, code), str(file))
    left = untranslated(problems)
    print(f"{file}: {len(catalogue)} texts{f', {left} not translated' if left else ''}")
    return problems
