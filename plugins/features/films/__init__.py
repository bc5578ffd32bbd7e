"""Films: a page with a film of ours, its captions in every language and what is said in it.

Hears    `page_generator_finalized`: looks at the film that each page names.
Adds     the part Film (plugins.model.film) to those pages.
Settings PATH.
"""

from pathlib import Path

from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.features.films.film import seen
from plugins.model.film import Film, captions, poster
from plugins.model.found import Withheld
from plugins.model.language import Languages
from plugins.model.site import Site


def look(build: Build) -> None:
    """Each page knows the size and length of its film, and its captions; what is missing is told by
    the checks."""
    for page in build.get(Site).documents:
        name = page.film_name
        if name in build.sources and poster(name) in build.sources:
            page.give(_film(build, name))


def _film(build: Build, name: str) -> Film:
    found = {
        lang: file
        for lang in build.get(Languages).shown
        if (file := captions(name, lang)) in build.sources.keys() - build.get(Withheld).files
    }
    return seen(name, (Path(build.path) / name).read_bytes(), found)


def register() -> None:
    connect(signals.page_generator_finalized, look)
