"""Pocket: the numbers and the essential advice of a language in one file,
to be saved on a telephone.

It asks nobody for anything: its style is in it, pictures are in words, and it has no scripts. Which
pages stand in it says content/data/pocket.toml. For each country that has a page there is one more:
its numbers, what to say in its language, and the most urgent advice.

Hears    `page_generator_init`: tells its template the stylesheet;
         `page_generator_finalized`: offers the file on the pages named there;
         `page_writer_finalized`: makes it, one in each language that has at least one of the pages.
Adds     the part Pocket; `downloads` to those pages.
Settings SITEURL, THEME.
"""

from dataclasses import dataclass
from functools import partial

from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.data.library import Data
from plugins.export.download import offer
from plugins.features.offline.notes import Notes, artifact, bound, for_countries, style
from plugins.model.site import Site


@dataclass(frozen=True)
class Pocket:
    """The notes of each language that has any."""

    notes: tuple[Notes, ...]


def offer_file(build: Build) -> None:
    """The pages named in pocket.toml offer the file."""
    site, file = build.get(Site), build.get(Data).library.files.get("pocket")
    told = file.tables if file else {}
    books = (bound(site, lang, told.get("pages", [])) for lang in site.languages)
    pocket = Pocket(tuple(book for book in books if book))
    keys = {*told.get("pages", []), *told.get("offered", [])}
    for notes in pocket.notes:
        for page in (site.shown(notes.lang, key) for key in sorted(keys)):
            if page:
                offer(page, [notes.file])
    build.add(Pocket((*pocket.notes, *_countries(site, told.get("country", [])))))


def _countries(site: Site, keys: list[str]) -> list[Notes]:
    """The notes for each country in each language; its page offers them."""
    found = [notes for lang in site.languages for notes in for_countries(site, lang, keys)]
    for notes in found:
        offer(notes.country, [notes.file])
    return found


def write(build: Build) -> None:
    """Makes the file of each language."""
    for notes in build.get(Pocket).notes:
        build.plan.add_artifact(artifact(notes, build.base_path))


def teach(build: Build) -> None:
    """The file has its stylesheet in it."""
    build.globals["pocket_style"] = partial(style, build.theme, build.dependencies)


def register() -> None:
    connect(signals.page_generator_init, teach)
    connect(signals.page_generator_finalized, offer_file)
    connect(signals.page_writer_finalized, write)
