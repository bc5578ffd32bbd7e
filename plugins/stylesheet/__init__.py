"""Stylesheet: the small files of theme/static/css become one, named after its content.

Hears    `build_begun`: puts the parts together;
         `generator_init`: tells templates its address as `stylesheet`;
         `get_generators`: writes it, and the icon.
Settings THEME, BASE_PATH (through `SITEURL`).
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from pelican import signals

from plugins.build.claims import Claim
from plugins.generating import Borrowing
from plugins.signals import build_begun
from plugins.stylesheet.bundle import bundle as bundle_parts
from plugins.stylesheet.bundle import named

ICON = "icon.svg"  # not below theme/, where everything is named after its content


def bundle(settings: Any) -> None:
    main = Path(settings["THEME"]) / "static" / "css" / "main.css"
    settings["STYLESHEET"] = "" if settings["AT_REST"] else bundle_parts(main)


def announce(generator: Any) -> None:
    base = urlparse(generator.settings["SITEURL"]).path.rstrip("/")
    generator.env.globals["stylesheet"] = f"{base}/{named(generator.settings['STYLESHEET'])}"
    generator.env.globals["icon"] = f"{base}/{ICON}"


class StylesheetGenerator(Borrowing):
    """Writes the stylesheet and the icon."""

    def generate_output(self, writer: Any) -> None:
        text, icon = self.settings["STYLESHEET"], Path(self.theme) / "static" / "icon.svg"
        writer.put(Claim(named(text), "", "the stylesheet"), lambda: text)
        writer.put(Claim(ICON, "", "the icon of the site"), lambda: icon.read_text(encoding="utf-8"))


def write(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else StylesheetGenerator


def register() -> None:
    build_begun.connect(bundle)
    signals.generator_init.connect(announce)
    signals.get_generators.connect(write)
