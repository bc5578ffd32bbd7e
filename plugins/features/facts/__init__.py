"""Facts: figures and dates from data, each with an address of its own,
and all of them as CSV and JSON.

The words of a figure are data in every language, so the files are too, also where the page itself
is missing.

Hears    `page_generator_finalized`: the page of facts offers the files;
         `page_writer_finalized`: makes them, in every language that shows it.
Adds     Downloads to that page, and SearchWords: its figures in words.
"""

from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.data.library import Data
from plugins.export.download import offer
from plugins.features.facts.files import artifacts, downloads
from plugins.model.page import Page, SearchWords
from plugins.model.site import Site

PAGE = "press/facts-and-figures"


def offer_files(build: Build) -> None:
    """The page of facts offers them as files."""
    facts = build.get(Data).spoken.facts
    for page in _pages(build):
        offer(page, downloads(page))
        told = (f"{fact.what.get(page.lang, '')} {fact.value}" for fact in facts.values())
        page.give(SearchWords(" ".join(told)))


def write(build: Build) -> None:
    """Makes the files."""
    for page in _pages(build):
        for artifact in artifacts(page):
            build.plan.add_artifact(artifact)


def _pages(build: Build) -> list[Page]:
    site, facts = build.get(Site), build.get(Data).spoken.facts
    return [page for lang in site.languages if facts and (page := site.shown(lang, PAGE))]


def register() -> None:
    connect(signals.page_generator_finalized, offer_files)
    connect(signals.page_writer_finalized, write)
