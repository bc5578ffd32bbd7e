"""Protection: the headers pages are served with, where to report a weakness, where the site stands in Tor.

Hears    `generator_init`: tells templates the address in Tor as `onion`;
         `get_generators`: writes `_headers` and `.well-known/security.txt`.
Settings SITEURL, LIBRARY, ONION (the address of the same site as an onion service, without a slash at its end; or "").
"""

from datetime import date
from functools import partial
from typing import Any

from pelican import signals

from plugins.build.claims import Claim
from plugins.generating import Borrowing
from plugins.protection.security_txt import PLACE, security_txt
from plugins.protection.servers import netlify


def announce(generator: Any) -> None:
    generator.env.globals["onion"] = generator.settings["ONION"]


class ProtectionGenerator(Borrowing):
    """Writes what servers and those who look after them read."""

    def generate_output(self, writer: Any) -> None:
        writer.put(Claim("_headers", "", "the headers of all pages"), netlify)
        told = self.settings["LIBRARY"].files.get("security")
        if told:
            self._security(writer, told.tables)

    def _security(self, writer: Any, told: dict[str, Any]) -> None:
        settings, site = self.settings, self.context["site"]
        page = site.shown(settings["X_DEFAULT_LANG"], told.get("contact", ""))
        languages = [code for code, language in site.languages.items() if language.complete]
        if page and isinstance(told.get("expires"), date):
            text = partial(security_txt, settings["SITEURL"], page.url, told["expires"], languages)
            writer.put(Claim(PLACE, "data/security.toml", "security.txt"), text)


def write(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else ProtectionGenerator


def register() -> None:
    signals.generator_init.connect(announce)
    signals.get_generators.connect(write)
