"""Editions: pages in forms to take away: plain text, Typst, XHTML, from the same HTML that readers see.

Hears    `page_generator_init`.
Adds     to every template the filters `typ`, `typeset`, `plain_text`, `xhtml`, `offline`, `numbered` and the functions
         `size_of`, `bytes_of`; the part ExportFingerprint.
Settings SITENAME, SITEURL, PATH, TRANSLATIONS_PATH.
"""

from functools import partial

from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.data.library import Data
from plugins.editions.fingerprint import export_fingerprint
from plugins.editions.plain_text import plain_text
from plugins.editions.prose import numbered, offline
from plugins.editions.typesetting import typ, typeset
from plugins.editions.xhtml import xhtml


def teach(build: Build) -> None:
    """Templates can say a text in each form, and how large a file is."""
    filters = build.environment.filters
    filters.update(typ=typ, typeset=typeset, plain_text=plain_text, xhtml=xhtml)
    filters["offline"] = partial(offline, site_url=build.site_url, base=build.base_path)
    filters["numbered"] = partial(numbered, contacts=build.get(Data).library.contacts)
    build.globals["size_of"] = lambda name: build.output.entries[name].size
    build.globals["bytes_of"] = build.output.read
    build.add(export_fingerprint(build))


def register() -> None:
    connect(signals.page_generator_init, teach)
