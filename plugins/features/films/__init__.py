"""Films: a page with a film of ours, its captions in every language and what is said in it.

Hears    `page_generator_init`: looks at the film that each page names.
Adds     `film` to the documents, in place of its name; what a document is made from is from now on
         its film too.
Settings PATH.
"""

from pathlib import Path

from pelican import signals

from plugins.build.build import Build
from plugins.build.digest import digest
from plugins.build.receivers import connect
from plugins.features.films.film import Film, captions, poster, seen
from plugins.model.found import Found
from plugins.model.language import Languages


def look(build: Build) -> None:
    """Each page knows the size and length of its film, and its captions; what is missing is told by
    the checks."""
    for document in build.get(Found).documents.values():
        name = document.film_name
        if name in build.sources and poster(name) in build.sources:
            document.film = _film(build, name)
            document.content_digest = digest(document.content_digest, repr(document.film))


def _film(build: Build, name: str) -> Film:
    found = {
        lang: file
        for lang in build.get(Languages).shown
        if (file := captions(name, lang)) in build.sources
    }
    return seen(name, (Path(build.path) / name).read_bytes(), found)


def register() -> None:
    connect(signals.page_generator_init, look)
