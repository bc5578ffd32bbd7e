"""Discovery: how people and machines find the site and its languages.

Hears    `page_generator_init`: `hreflangs` and `structured_data` for templates;
         `page_writer_finalized`: the language chooser at the root, the server's own 404 page, sitemap.xml, robots.txt.
Settings SITENAME, SITEURL, DEFAULT_LANG, X_DEFAULT_LANG.
"""

from functools import partial
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from pelican import signals

from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.receivers import connect
from plugins.data.library import Data
from plugins.discovery.sitemap import hreflangs, sitemap
from plugins.discovery.structured_data import Publisher, describe
from plugins.document import Document
from plugins.languages.site import Site
from plugins.rendering.keys import Keys

ROOT = {"chooser": "index.html", "not-found-anywhere": "404.html"}


def write(build: Build) -> None:
    """Writes what stands at the root of the site, in no language or in all of them."""
    for kind, name in ROOT.items():
        page = Document(lang=build.settings["DEFAULT_LANG"], kind=kind, template=f"pages/{kind}")
        page.title, page.save_as = build.settings["SITENAME"], name
        build.plan.add_page(page)
    what = "a file for search engines"
    pages = partial(sitemap, build.get(Site).documents, build.site_url, build.settings["X_DEFAULT_LANG"])
    rules = f"User-agent: *\nAllow: /\n\nSitemap: {build.site_url}/sitemap.xml\n"
    build.plan.add_file(Claim("sitemap.xml", "", what), pages, build.get(Keys).of_faces("sitemap.xml"))
    build.plan.add_file(Claim("robots.txt", "", what), partial(str, rules))


def teach(build: Build) -> None:
    """Templates can describe a page to machines."""

    @pass_context
    def structured_data(context: Context, document: Any) -> Markup:
        hotline = build.get(Data).library.contacts.get("hotline")
        publisher = Publisher(build.settings["SITENAME"], build.site_url, hotline)
        return Markup(describe(document, publisher, context["site"].shown(document.lang, "manual")))

    build.globals["structured_data"] = structured_data
    build.globals["hreflangs"] = lambda page: hreflangs(page, build.site_url, build.settings["X_DEFAULT_LANG"])


def register() -> None:
    connect(signals.page_generator_init, teach)
    connect(signals.page_writer_finalized, write)
