"""Discovery: how people and machines find the site and its languages.

Hears    `get_generators`: the language chooser at the root, the server's own 404 page, sitemap.xml and robots.txt;
         `generator_init`: `hreflangs` and `structured_data` for templates.
Settings SITENAME, SITEURL, X_DEFAULT_LANG.
"""

from typing import Any

from jinja2 import pass_context
from markupsafe import Markup
from pelican import signals

from plugins.demonstration.words import demo_comment
from plugins.discovery.robots import robots
from plugins.discovery.sitemap import hreflangs, sitemap
from plugins.discovery.structured_data import Publisher, describe
from plugins.document import Document
from plugins.generating import Borrowing

ROOT = {"chooser": "index.html", "not-found-anywhere": "404.html"}


class FrontDoorsGenerator(Borrowing):
    """Writes what stands at the root of the site, in no language or in all of them."""

    def generate_output(self, writer: Any) -> None:
        site, settings = self.context["site"], self.settings
        for kind, name in ROOT.items():
            template = f"pages/{kind}"
            page = Document(lang=settings["DEFAULT_LANG"], kind=kind, template=template, title=settings["SITENAME"])
            writer.write_file(name, self.get_template(template), self.context, page=page, url=name)
        key = self.context["KEYS"].of_faces("sitemap.xml")
        if not settings["OUTPUT"].keep("sitemap.xml", key):
            pages = sitemap(site.documents, settings["SITEURL"], settings["X_DEFAULT_LANG"])
            settings["OUTPUT"].write("sitemap.xml", pages, key)
        warning = demo_comment(writer.speaking(settings["DEFAULT_LANG"]), "# ") if settings["DEMO"] else ""
        settings["OUTPUT"].write("robots.txt", robots(settings["SITEURL"], warning))


def contact_record(speaking: Any, contact: Any) -> str:
    """Return in words who states the number of `contact`, or when it was verified."""
    told = speaking.get_template("components/contact-record.html").module.contact_record(contact)
    return str(Markup(told).unescape())


def front_doors(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else FrontDoorsGenerator


def teach(generator: Any) -> None:
    settings = generator.settings
    hotline = settings["LIBRARY"].contacts.get("hotline")

    @pass_context
    def structured_data(context: Any, document: Any) -> Markup:
        record = contact_record(context.environment, hotline) if hotline and document.kind == "home" else ""
        publisher = Publisher(settings["SITENAME"], settings["SITEURL"], hotline, record)
        return Markup(describe(document, publisher, context["site"].shown(document.lang, "manual")))

    generator.env.globals["structured_data"] = structured_data
    generator.env.globals["hreflangs"] = lambda page: hreflangs(page, settings["SITEURL"], settings["X_DEFAULT_LANG"])


def register() -> None:
    signals.generator_init.connect(teach)
    signals.get_generators.connect(front_doors)
