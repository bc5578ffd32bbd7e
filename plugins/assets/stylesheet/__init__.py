"""Stylesheet: the small files of theme/static/css become one for each direction of writing, named
after its content; those in its folder pages/, which only one kind of page needs, stay apart.

Hears    `page_generator_init`: puts the parts together, and tells templates the addresses as
         `stylesheet["ltr"]["site"]`, `stylesheet["rtl"]["home"]` …; `page_writer_finalized`: writes
         them.
Adds     the part Bundle.
Settings THEME, SITEURL.
"""

from dataclasses import dataclass
from functools import partial

from pelican import signals

from plugins.assets.stylesheet.bundle import GUIDE, SITE, named, origin, stylesheets
from plugins.assets.stylesheet.directions import DIRECTIONS, for_direction
from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.receivers import connect
from plugins.model.message import Message


@dataclass(frozen=True)
class Bundle:
    """The stylesheets by direction and name: `site`, and those of some kinds of page."""

    texts: dict[tuple[str, str], str]


def announce(build: Build) -> None:
    """Templates can say where they are."""
    found = stylesheets(build.theme / "static" / "css")
    if build.publishing:
        del found[GUIDE]  # the public never sees it
    found[SITE] += origin(build.site_url)
    texts = {
        (direction, name): for_direction(text, direction)
        for direction in DIRECTIONS
        for name, text in found.items()
    }
    build.add(Bundle(texts))
    build.globals["stylesheet"] = {
        direction: {
            name: f"{build.base_path}/{named(f'{name}-{direction}', texts[direction, name])}"
            for name in found
        }
        for direction in DIRECTIONS
    }


def write(build: Build) -> None:
    """Writes the stylesheets."""
    for (direction, name), text in build.get(Bundle).texts.items():
        address = named(f"{name}-{direction}", text)
        what = Message("the stylesheet %(name)s, %(direction)s", name=name, direction=direction)
        build.plan.add_file(Claim(address, "", what), partial(str, text))


def register() -> None:
    connect(signals.page_generator_init, announce)
    connect(signals.page_writer_finalized, write)
