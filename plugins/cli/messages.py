"""Collect the texts for readers and for staff into the catalogues, and check these."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

from plugins.catalogues.check import check, untranslated
from plugins.catalogues.collect import EDITOR, merge, read, said_in_code, spoken, told, write
from plugins.cli.parser import add_folders
from plugins.model.document import Problem
from plugins.model.language import read_languages
from plugins.model.message import Message
from plugins.model.problems import render
from plugins.model.speech import DOMAIN, WRITTEN_IN, Say

ROOT = Path(__file__).parent.parent.parent
SPEAKING_CODE = ROOT / "plugins" / "editor"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folders of content, theme and translations."""
    add_folders(parser, "content", "theme", "translations")


def run(arguments: argparse.Namespace) -> None:
    """Every language in turn; exit code 1 when one that readers or staff see has a problem."""
    found = [*of_readers(arguments), *of_staff(arguments.translations, arguments.say)]
    if found:
        print(render(found, Path(), arguments.say), file=sys.stderr)
        sys.exit(arguments.say(Message("%(count)s to fix.", count=len(found))))


def of_readers(arguments: argparse.Namespace) -> Iterator[Problem]:
    """Renew the catalogue of each language of the site; while nobody sees a language, it may be
    unfinished."""
    template = spoken(arguments.theme / "templates")
    for language in read_languages(arguments.content / "data" / "languages.toml").values():
        if language.code != WRITTEN_IN:
            file = arguments.translations / language.code / "LC_MESSAGES" / "messages.po"
            problems = collected(file, language.code, template, arguments.say)
            yield from problems if language.listed else ()


def of_staff(translations: Path, say: Say = str) -> Iterator[Problem]:
    """Renew the catalogues of each language in which staff are spoken to: by the editor in the
    browser, and by the generator."""
    for name, template in {EDITOR: said_in_code(SPEAKING_CODE), DOMAIN: told(ROOT)}.items():
        for file in sorted(translations.glob(f"*/LC_MESSAGES/{name}")):
            yield from collected(file, file.parent.parent.name, template, say)


def collected(file: Path, code: str, template: Catalog, say: Say = str) -> list[Problem]:
    """Renew the catalogue in `file`, of the language `code`; return what is wrong with it."""
    catalogue = read(file, code)
    merge(catalogue, template)
    write(file, catalogue)
    problems = check(read(file, code), str(file))
    counted = Message(
        "%(file)s: %(count)s texts, not translated: %(left)s",
        file=str(file),
        count=len(catalogue),
        left=untranslated(problems),
    )
    print(say(counted))
    return problems
