"""Validation: nothing is written while one file has one problem.

Hears    `site_complete`: prints all problems of all files in one list and stops the build with exit code 1.
Settings PATH, SOURCES, TRANSLATIONS_PATH, PUBLISHING (True refuses contacts that are expired or were never verified).
"""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from plugins.catalogues.check import planted_in
from plugins.document import Problem
from plugins.languages.language import Language
from plugins.problems import stop
from plugins.signals import site_complete
from plugins.validation.known import Known, visible
from plugins.validation.planted import check as check_planted
from plugins.validation.report import find, in_order


def judge(site: Any, context: Any) -> None:
    folder = Path(context["PATH"])
    pages = [document for document in site.documents if document.file]
    known = Known(pages, context["LIBRARY"], site.languages, _meant_to_be_seen(site, context))
    today = datetime.now(UTC).date() if context["PUBLISHING"] else None
    planted = check_planted(folder, context["SOURCES"], {page.url for page in site.documents})
    said = _catalogues(folder, Path(context["TRANSLATIONS_PATH"]), site.languages)
    problems = in_order([*find(known, today), *planted, *said])
    if problems:
        stop(problems, folder)
    if context["PUBLISHING"]:
        remind(known, context["DECLARED"].values())


def _meant_to_be_seen(site: Any, context: Any) -> frozenset[str]:
    """The files of the folder, without drafts and languages that the public site does not have yet."""
    hidden = tuple(f"{code}/" for code in context["DECLARED"] if code not in site.languages)
    files = visible(context["SOURCES"]) - context["WITHHELD"]
    return frozenset(file for file in files if not file.startswith(hidden))


def _catalogues(folder: Path, translations: Path, languages: Iterable[str]) -> Iterator[Problem]:
    """What templates print as HTML has no tags of its own in any language."""
    for code in languages:
        file = translations / code / "LC_MESSAGES" / "messages.po"
        if file.is_file():
            text = file.read_text(encoding="utf-8", errors="replace")
            yield from planted_in(text, os.path.relpath(file, folder))


def remind(known: Known, declared: Iterable[Language]) -> None:
    """Notes for the team, told each time the site goes public."""
    for contact in known.library.contacts.values():
        if contact.staff:
            print(f"Note on {contact.key}: {contact.staff}", file=sys.stderr)
    for language in declared:
        if not language.listed:
            print(f"Note on {language.code}: not public yet, it lacks {', '.join(language.awaits)}.", file=sys.stderr)


def register() -> None:
    site_complete.connect(judge)
