"""Discovery: how people and machines find the site and its languages.

Hears    `get_generators`: the language chooser at the root, the server's own 404 page, sitemap.xml and robots.txt;
         `generator_init`: `hreflangs` and `structured_data` for templates.
Settings SITENAME, SITEURL, X_DEFAULT_LANG.
"""

from functools import partial
from typing import Any

from jinja2 import pass_context
from markupsafe import Markup
from pelican import signals

from plugins.build.claims import Claim
from plugins.discovery.sitemap import hreflangs, sitemap
from plugins.discovery.structured_data import Publisher, describe
from plugins.document import Document
from plugins.generating import Borrowing

ROOT = {"chooser": "index.html", "not-found-anywhere": "404.html"}


class FrontDoorsGenerator(Borrowing):
    """Writes what stands at the root of the site, in no language or in all of them."""

    def generate_output(self, writer: Any) -> None:
        settings = self.settings
        for kind, name in ROOT.items():
            template = f"pages/{kind}"
            page = Document(lang=settings["DEFAULT_LANG"], kind=kind, template=template, title=settings["SITENAME"])
            writer.write_file(name, self.get_template(template), self.context, page=page, url=name)
        self._write_files(writer)

    def _write_files(self, writer: Any) -> None:
        site, site_url = self.context["site"], self.settings["SITEURL"]
        pages = partial(sitemap, site.documents, site_url, self.settings["X_DEFAULT_LANG"])
        rules = partial(str, f"User-agent: *\nAllow: /\n\nSitemap: {site_url}/sitemap.xml\n")
        what = "a file for search engines"
        writer.put(Claim("sitemap.xml", "", what), pages, self.context["KEYS"].of_faces("sitemap.xml"))
        writer.put(Claim("robots.txt", "", what), rules)


def front_doors(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else FrontDoorsGenerator


def teach(generator: Any) -> None:
    settings = generator.settings

    @pass_context
    def structured_data(context: Any, document: Any) -> Markup:
        hotline = settings["LIBRARY"].contacts.get("hotline")
        publisher = Publisher(settings["SITENAME"], settings["SITEURL"], hotline)
        return Markup(describe(document, publisher, context["site"].shown(document.lang, "manual")))

    generator.env.globals["structured_data"] = structured_data
    generator.env.globals["hreflangs"] = lambda page: hreflangs(page, settings["SITEURL"], settings["X_DEFAULT_LANG"])


def register() -> None:
    signals.generator_init.connect(teach)
    signals.get_generators.connect(front_doors)
