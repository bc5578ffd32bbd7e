"""Cards: the picture that stands for each page where it is shared (Open Graph), 1200 × 630.

Hears    `page_generator_init`: templates can ask for the card of a page;
         `page_writer_finalized`: makes them, for every page that search engines may know.
Adds     `card` to every template. Settings SITEURL.
"""

from pelican import signals

from plugins.build.artifact import Artifact
from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.features.cards.card import artifact, card_of
from plugins.model.site import Site


def teach(build: Build) -> None:
    """Templates can say where the card of a page is."""
    build.globals["card"] = card_of


def write(build: Build) -> None:
    """One card for all pages that say the same."""
    made: dict[str, Artifact] = {}
    for page in build.get(Site).documents:
        if page.indexed:
            made.setdefault(card_of(page).name, artifact(page))
    for one in made.values():
        build.plan.add_artifact(one)


def register() -> None:
    connect(signals.page_generator_init, teach)
    connect(signals.page_writer_finalized, write)
