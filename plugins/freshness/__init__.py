"""Freshness: a reader is told when a translation is older than its source, and in what.

Hears    `site_linked`: every document learns how it stands to its source.
Adds     `standing` (plugins.freshness.standing.Standing) to every document written by hand, `coverage`
         (plugins.freshness.coverage.Coverage) to the pages about languages.
Settings PATH.
"""

from pathlib import Path
from typing import Any

from plugins.freshness.coverage import cover
from plugins.freshness.pages import texts
from plugins.freshness.standing import standings
from plugins.signals import site_linked


def mark(site: Any, context: Any) -> None:
    found = standings(site.documents, site.languages, texts(Path(context["PATH"])))
    for one in found:
        if one.document:
            one.document.standing = one
    for page in (page for page in (*site.documents, *site.fallbacks) if page.kind == "coverage"):
        page.coverage = cover(found, site, page.lang)


def register() -> None:
    site_linked.connect(mark)
