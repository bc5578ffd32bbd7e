"""Protection: the headers pages are served with, where to report a weakness, where the site stands in Tor.

Hears    `page_generator_init`: tells templates the address in Tor as `onion`;
         `page_writer_finalized`: writes `_headers` and `.well-known/security.txt`.
Settings SITEURL, X_DEFAULT_LANG, ONION (the address of the same site as an onion service, without a slash at its end;
         or "").
"""

from datetime import date
from functools import partial

from pelican import signals

from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.receivers import connect
from plugins.data.library import Data
from plugins.languages.site import Site
from plugins.protection.security_txt import PLACE, security_txt
from plugins.protection.servers import netlify


def announce(build: Build) -> None:
    """Templates know the address in Tor."""
    build.globals["onion"] = build.settings["ONION"]


def write(build: Build) -> None:
    """Writes what servers and those who look after them read."""
    build.plan.add_file(Claim("_headers", "", "the headers of all pages"), netlify)
    file = build.get(Data).library.files.get("security")
    told, site = file.tables if file else {}, build.get(Site)
    page = site.shown(build.settings["X_DEFAULT_LANG"], told.get("contact", ""))
    expires = told.get("expires")
    if page and isinstance(expires, date):
        languages = [code for code, language in site.languages.items() if language.complete]
        text = partial(security_txt, build.site_url, page.url, expires, languages)
        build.plan.add_file(Claim(PLACE, "data/security.toml", "security.txt"), text)


def register() -> None:
    connect(signals.page_generator_init, announce)
    connect(signals.page_writer_finalized, write)
