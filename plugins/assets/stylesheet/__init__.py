"""Stylesheet: the small files of theme/static/css become one, named after its content.

Hears    `page_generator_init`: puts the parts together, and tells templates its address as
         `stylesheet`; `page_writer_finalized`: writes it, and the icon.
Adds     the part Bundle.
Settings THEME, SITEURL.
"""

from dataclasses import dataclass
from functools import partial

from pelican import signals

from plugins.assets.stylesheet.bundle import bundle, named
from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.receivers import connect
from plugins.model.message import Message

ICON = "icon.svg"  # not below theme/, where everything is named after its content


@dataclass(frozen=True)
class Bundle:
    """The stylesheet of the site, put together."""

    text: str


def announce(build: Build) -> None:
    """Templates can say where it is."""
    text = bundle(build.theme / "static" / "css" / "main.css")
    build.add(Bundle(text))
    build.globals["stylesheet"] = f"{build.base_path}/{named(text)}"
    build.globals["icon"] = f"{build.base_path}/{ICON}"


def write(build: Build) -> None:
    """Writes the stylesheet and the icon."""
    text = build.get(Bundle).text
    build.plan.add_file(Claim(named(text), "", Message("the stylesheet")), partial(str, text))
    build.plan.add_file(
        Claim(ICON, "", Message("the icon of the site")),
        (build.theme / "static" / "icon.svg").read_bytes,
    )


def register() -> None:
    connect(signals.page_generator_init, announce)
    connect(signals.page_writer_finalized, write)
