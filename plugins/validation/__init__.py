"""Validation: nothing is written while one file has one problem.

Hears    `site_complete`: prints all problems of all files in one list and stops the build with exit code 1.
Settings PATH, SOURCES, NOW, TIMEZONE, PUBLISHING (True refuses contacts that are expired or were never verified),
         DEMO (True does not, because every page says that nobody should rely on them).
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plugins.languages.language import Language
from plugins.problems import stop
from plugins.signals import site_complete
from plugins.validation.known import Known, visible
from plugins.validation.report import find


def judge(site: Any, context: Any) -> None:
    folder = Path(context["PATH"])
    pages = [document for document in site.documents if document.file]
    today = context["NOW"].astimezone(ZoneInfo(context["TIMEZONE"])).date()
    known = Known(pages, context["LIBRARY"], site.languages, _meant_to_be_seen(site, context), today)
    problems = find(known, today if context["PUBLISHING"] else None, context["DEMO"])
    if problems:
        stop(problems, folder)
    if context["PUBLISHING"]:
        remind(known, context["DECLARED"].values())


def _meant_to_be_seen(site: Any, context: Any) -> frozenset[str]:
    """The files of the folder, without drafts and languages that the public site does not have yet."""
    hidden = tuple(f"{code}/" for code in context["DECLARED"] if code not in site.languages)
    files = visible(context["SOURCES"]) - context["WITHHELD"]
    return frozenset(file for file in files if not file.startswith(hidden))


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
