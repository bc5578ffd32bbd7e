"""Protection: the headers pages are served with, where to report a weakness, where the site stands in Tor.

Hears    `generator_init`: tells templates the address in Tor as `onion`;
         `get_generators`: writes `_headers` and `.well-known/security.txt`.
Settings SITEURL, LIBRARY, DEMO, DEFAULT_LANG, ONION (the address of the same site as an onion service, without a
         slash at its end; or "").
"""

from datetime import date
from typing import Any

from pelican import signals

from plugins.demonstration.words import demo_comment
from plugins.generating import Borrowing
from plugins.protection.headers import EVERYWHERE, OF_A_DEMONSTRATION
from plugins.protection.security_txt import PLACE, security_txt
from plugins.protection.servers import netlify


def announce(generator: Any) -> None:
    generator.env.globals["onion"] = generator.settings["ONION"]


class ProtectionGenerator(Borrowing):
    """Writes what servers and those who look after them read."""

    def generate_output(self, writer: Any) -> None:
        demo = self.settings["DEMO"]
        everywhere = EVERYWHERE | (OF_A_DEMONSTRATION if demo else {})
        self.settings["OUTPUT"].write("_headers", netlify(everywhere))
        self.warning = demo_comment(writer.speaking(self.settings["DEFAULT_LANG"]), "# ") if demo else ""
        told = self.settings["LIBRARY"].files.get("security")
        if told:
            self._security(told.tables)

    def _security(self, told: dict[str, Any]) -> None:
        settings, site = self.settings, self.context["site"]
        page = site.shown(settings["X_DEFAULT_LANG"], told.get("contact", ""))
        languages = [code for code, language in site.languages.items() if language.complete]
        if page and isinstance(told.get("expires"), date):
            text = security_txt(settings["SITEURL"], page.url, told["expires"], languages)
            settings["OUTPUT"].write(PLACE, self.warning + text)


def write(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else ProtectionGenerator


def register() -> None:
    signals.generator_init.connect(announce)
    signals.get_generators.connect(write)
