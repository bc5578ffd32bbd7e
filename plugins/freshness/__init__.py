"""Freshness: a reader is told when a translation is older than its source, and in what.

Hears    `page_generator_context`: a draft is withheld when the site goes public;
         `site_linked`: every document learns how it stands to its source.
Adds     `standing` (plugins.freshness.standing.Standing) to every document written by hand, `coverage`
         (plugins.freshness.coverage.Coverage) to the pages about languages, the files withheld to the context.
Settings PATH, PUBLISHING (True withholds drafts).
"""

from pathlib import Path
from typing import Any

from pelican import signals

from plugins.freshness.coverage import cover
from plugins.freshness.pages import texts
from plugins.freshness.standing import standings
from plugins.signals import site_linked


def withhold(generator: Any, metadata: dict[str, Any]) -> None:
    if metadata.get("draft") and generator.settings["PUBLISHING"]:
        metadata["status"] = "skip"
        generator.context.setdefault("WITHHELD", set()).add(metadata["file"])


def mark(site: Any, context: Any) -> None:
    found = standings(site.documents, site.languages, texts(Path(context["PATH"])))
    for one in found:
        if one.document:
            one.document.standing = one
    for page in (document for document in site.documents if document.kind == "coverage"):
        page.coverage = cover(found, site, page.lang)


def register() -> None:
    signals.page_generator_context.connect(withhold)
    site_linked.connect(mark)
