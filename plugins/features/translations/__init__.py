"""Freshness: a reader is told when a translation is older than its source, and in what.

Hears    `all_generators_finalized`: every document learns how it stands to its source.
Adds     the part Translation (plugins.features.translations.part) to every page written by hand,
         and to those about languages.
Settings PATH.
"""

from dataclasses import replace

from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.features.translations.coverage import cover
from plugins.features.translations.pages import texts
from plugins.features.translations.part import Translation
from plugins.features.translations.standing import standings
from plugins.model.site import Site


def mark(build: Build) -> None:
    """Every document learns how it stands to its source."""
    site = build.get(Site)
    found = standings(site.documents, site.languages, texts(build.path))
    for standing in found:
        if standing.document:
            standing.document.give(Translation(standing))
    for page in (page for page in (*site.documents, *site.fallbacks) if page.kind == "coverage"):
        page.give(replace(page.own(Translation), coverage=cover(found, site, page.lang)))


def register() -> None:
    connect(signals.all_generators_finalized, mark)
