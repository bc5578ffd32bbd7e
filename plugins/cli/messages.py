"""Collect what the theme says, merge it into every catalogue, and say what is wrong with them."""

import argparse
import sys
from pathlib import Path

from plugins.catalogues.check import check, untranslated
from plugins.catalogues.collect import merge, read, spoken, write
from plugins.cli.options import add_folders
from plugins.model.document import Problem
from plugins.model.language import Language, read_languages

WRITTEN_IN = "en"  # the language of the theme's own texts


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
    for problem in found:
        print(problem, file=sys.stderr)
    if found:
        sys.exit(f"{len(found)} to fix.")


def collected(file: Path, language: Language, template: object) -> list[Problem]:
    """Renews the catalogue in `file`; the problems that matter:
    while nobody sees a language, it may be unfinished."""
    catalogue = read(file, language.code)
    merge(catalogue, template)
    write(file, catalogue)
    problems = check(read(file, language.code), str(file))
    left = untranslated(problems)
    print(f"{file}: {len(catalogue)} texts{f', {left} not translated' if left else ''}")
    return problems if language.listed else []
