"""Protection: the headers pages are served with, where to report a weakness,
where the site stands in Tor.

Hears    `page_generator_init`: tells templates the address in Tor as `onion`;
         `page_writer_finalized`: writes `_headers`, `_redirects`, `.well-known/security.txt`, and
         files of pages that have moved where they were.
Settings PATH, SITEURL, DEFAULT_LANG, X_DEFAULT_LANG, DEMO, CONTACT_AT (where forms are sent, when
         that is another name of the site), ONION (the address of the same site as
         an onion service, without a slash at its end; or "").
"""

from datetime import date
from functools import partial
from typing import Any

from jinja2 import Environment
from pelican import signals

from plugins.build.artifact import Artifact
from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.receivers import connect
from plugins.data.library import Data
from plugins.demonstration.words import demo_comment
from plugins.features.hosting.headers import EVERYWHERE, OF_A_DEMONSTRATION, sending_to
from plugins.features.hosting.security_txt import PLACE, is_over, security_txt
from plugins.features.hosting.servers import netlify, netlify_elsewhere
from plugins.model.message import Message
from plugins.model.moved import Moved
from plugins.model.site import Site

THEME = "theme/"  # files that are named after their content


def announce(build: Build) -> None:
    """Templates know the address in Tor."""
    build.globals["onion"] = build.settings["ONION"]


def write(build: Build) -> None:
    """Writes what servers and those who look after them read."""
    elsewhere = build.settings["CONTACT_AT"]
    everywhere = sending_to(elsewhere) if elsewhere else EVERYWHERE
    everywhere = everywhere | (OF_A_DEMONSTRATION if build.settings["DEMO"] else {})
    build.plan.add_file(
        Claim("_headers", "", Message("the headers of all pages")),
        partial(_headers, build, everywhere),
    )
    build.plan.add_file(
        Claim("_redirects", "", Message("where old addresses lead, and what is missing")),
        partial(netlify_elsewhere, build.get(Moved).addresses, tuple(build.get(Site).languages)),
    )
    file = build.get(Data).library.files.get("security")
    told, site = file.tables if file else {}, build.get(Site)
    page = site.shown(build.settings["X_DEFAULT_LANG"], told.get("contact", ""))
    expires = told.get("expires")
    if page and isinstance(expires, date) and not is_over(expires, build.local_day):
        languages = [code for code, language in site.languages.items() if language.complete]
        inputs = (build.site_url, page.url, expires, languages)
        text = Artifact(PLACE, build.settings["DEFAULT_LANG"], _security, inputs)
        build.plan.add_artifact(text, Claim(PLACE, "data/security.toml", Message("security.txt")))


def _headers(build: Build, everywhere: dict[str, str]) -> str:
    """The headers; asked when it is known which stylesheets and scripts there are."""
    names = (claim.name for claim in build.plan.claims.first.values())
    return netlify(everywhere, (name for name in names if name.startswith(THEME)))


def _security(speaking: Environment, *told: Any) -> bytes:
    return (demo_comment(speaking, "# ") + security_txt(*told)).encode()


def register() -> None:
    connect(signals.page_generator_init, announce)
    connect(signals.page_writer_finalized, write)
