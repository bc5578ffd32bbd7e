"""Validation: nothing is written while one file has one problem.

Hears    `site_complete`: prints all problems of all files in one list and stops the build with exit code 1.
Settings PATH, SOURCES, PUBLISHING (True refuses contacts that are expired or were never verified).
"""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from plugins.problems import stop
from plugins.signals import site_complete
from plugins.validation.known import Known, visible
from plugins.validation.report import find


def judge(site: Any, context: Any) -> None:
    folder = Path(context["PATH"])
    pages = [document for document in site.documents if document.file]
    files = visible(context["SOURCES"]) - context.get("WITHHELD", frozenset())
    known = Known(pages, context["LIBRARY"], site.languages, files)
    today = datetime.now(UTC).date() if context["PUBLISHING"] else None
    problems = find(known, today)
    if problems:
        stop(problems, folder)
    if context["PUBLISHING"]:
        remind(known)


def remind(known: Known) -> None:
    """Notes for the team, told each time the site goes public."""
    for contact in known.library.contacts.values():
        if contact.staff:
            print(f"Note on {contact.key}: {contact.staff}", file=sys.stderr)


def register() -> None:
    site_complete.connect(judge)
