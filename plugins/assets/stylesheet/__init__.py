"""Stylesheet: the small files of theme/static/css become one for each direction of writing, named
after its content.

Hears    `page_generator_init`: puts the parts together, and tells templates the addresses as
         `stylesheet["ltr"]` and `stylesheet["rtl"]`; `page_writer_finalized`: writes them, and the
         icon.
Adds     the part Bundle.
Settings THEME, SITEURL.
"""

from dataclasses import dataclass
from functools import partial

from pelican import signals

from plugins.assets.stylesheet.bundle import bundle, named
from plugins.assets.stylesheet.directions import DIRECTIONS, for_direction
from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.receivers import connect
from plugins.model.message import Message

ICON = "icon.svg"  # not below theme/, where everything is named after its content


@dataclass(frozen=True)
class Bundle:
    """The stylesheet of the site, put together; by direction."""

    texts: dict[str, str]


def announce(build: Build) -> None:
    """Templates can say where they are."""
    text = bundle(build.theme / "static" / "css" / "main.css")
    texts = {direction: for_direction(text, direction) for direction in DIRECTIONS}
    build.add(Bundle(texts))
    build.globals["stylesheet"] = {
        direction: f"{build.base_path}/{named(direction, each)}"
        for direction, each in texts.items()
    }
    build.globals["icon"] = f"{build.base_path}/{ICON}"


def write(build: Build) -> None:
    """Writes the stylesheets and the icon."""
    for direction, text in build.get(Bundle).texts.items():
        what = Message("the stylesheet, %(direction)s", direction=direction)
        build.plan.add_file(Claim(named(direction, text), "", what), partial(str, text))
    build.plan.add_file(
        Claim(ICON, "", Message("the icon of the site")),
        (build.theme / "static" / "icon.svg").read_bytes,
    )


def register() -> None:
    connect(signals.page_generator_init, announce)
    connect(signals.page_writer_finalized, write)
