"""Demonstration: the whole site as it would be public,
and every page and file says that it is not to be relied on.

Hears    `page_generator_init`: tells templates as `demo` whether this is a demonstration, and as
         `danger` what to call in danger.
Settings DEMO (`make publish DEMO=1`).

What it says stands in `theme/templates/components/demo-banner.html`; files that are no templates
ask for it with `plugins.demonstration.words`. All else it does stands where it is done: contacts
that nobody has verified may be published (plugins.checks), and so may drafts that are to be
approved (plugins.reading); search engines are told to stay away (plugins.features.hosting,
plugins.features.seo); and no address is recorded as published (plugins.features.newsroom).
"""

from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.data.library import Data


def announce(build: Build) -> None:
    """Templates learn whether this is a demonstration, and which contacts to call in danger."""
    library = build.get(Data).library
    build.globals["demo"] = bool(build.settings["DEMO"])
    build.globals["danger"] = [
        library.contacts[key] for key in library.danger if key in library.contacts
    ]


def register() -> None:
    connect(signals.page_generator_init, announce)
