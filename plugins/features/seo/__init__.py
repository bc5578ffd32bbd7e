"""Discovery: how people and machines find the site and its languages.

Hears    `page_generator_init`: `hreflangs` and `structured_data` for templates;
`page_writer_finalized`: the language chooser at the root, the server's own 404 page, sitemap.xml,
robots.txt. Settings SITENAME, SITEURL, DEFAULT_LANG, X_DEFAULT_LANG.
"""

from functools import partial
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from pelican import signals

from plugins.build.artifact import Artifact
from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.receivers import connect
from plugins.data.entries import Contact
from plugins.data.library import Data
from plugins.demonstration.words import demo_comment
from plugins.features.seo.sitemap import hreflangs, robots, sitemap
from plugins.features.seo.structured_data import Publisher, describe
from plugins.model.message import Message
from plugins.model.page import Page
from plugins.model.site import Site
from plugins.rendering.keys import Keys

ROOT = {"chooser": "index.html", "not-found-anywhere": "404.html"}


def write(build: Build) -> None:
    """Writes what stands at the root of the site, in no language or in all of them."""
    for kind, name in ROOT.items():
        page = Page(
            lang=build.settings["DEFAULT_LANG"],
            kind=kind,
            template=f"pages/{kind}",
            title=build.settings["SITENAME"],
            save_as=name,
        )
        build.plan.add_page(page)
    what = Message("a file for search engines")
    pages = partial(
        sitemap, build.get(Site).documents, build.site_url, build.settings["X_DEFAULT_LANG"]
    )
    rules = Artifact("robots.txt", build.settings["DEFAULT_LANG"], _robots, (build.site_url,))
    build.plan.add_file(
        Claim("sitemap.xml", "", what), pages, build.get(Keys).of_faces("sitemap.xml")
    )
    build.plan.add_artifact(rules, Claim("robots.txt", "", what))


def _robots(speaking: Environment, site_url: str) -> bytes:
    return robots(site_url, demo_comment(speaking, "# ")).encode()


def contact_record(speaking: Environment, contact: Contact) -> str:
    """Return in words who states the number of `contact`, or when it was verified."""
    told: Any = speaking.get_template("components/contact-record.html").module
    return str(Markup(told.contact_record(contact)).unescape())


def teach(build: Build) -> None:
    """Templates can describe a page to machines."""

    @pass_context
    def structured_data(context: Context, document: Page) -> Markup:
        hotline = build.get(Data).library.contacts.get("hotline")
        record = (
            contact_record(context.environment, hotline)
            if hotline and document.kind == "home"
            else ""
        )
        publisher = Publisher(build.settings["SITENAME"], build.site_url, hotline, record)
        return Markup(describe(document, publisher, context["site"].shown(document.lang, "manual")))

    build.globals["structured_data"] = structured_data
    build.globals["hreflangs"] = lambda page: hreflangs(
        page, build.site_url, build.settings["X_DEFAULT_LANG"]
    )


def register() -> None:
    connect(signals.page_generator_init, teach)
    connect(signals.page_writer_finalized, write)
