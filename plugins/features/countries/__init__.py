"""Countries: a page for each country of the data, in every language: whom to call there, what else
helps, what to say in its language.

Hears    `page_generator_finalized`: adds the pages, below the page that leads to all of them;
         `page_writer_finalized`: plans them.
Adds     the part Countries; the pages to the site.
"""

from dataclasses import dataclass

from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.data.library import Data
from plugins.features.countries.pages import country_pages
from plugins.model.page import Page
from plugins.model.site import Site


@dataclass(frozen=True)
class Countries:
    """The pages of the countries in every language."""

    pages: tuple[Page, ...]


def add_pages(build: Build) -> None:
    """The pages join the site, so that menus, languages and the search know them."""
    site = build.get(Site)
    pages = tuple(country_pages(site, build.get(Data).spoken))
    site.add(pages)
    build.add(Countries(pages))


def write(build: Build) -> None:
    """Plans every page."""
    for page in build.get(Countries).pages:
        build.plan.add_page(page)


def register() -> None:
    connect(signals.page_generator_finalized, add_pages)
    connect(signals.page_writer_finalized, write)
