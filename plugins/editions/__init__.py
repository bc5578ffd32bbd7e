"""Editions: pages in forms to take away: plain text, Typst, XHTML, from the same HTML that readers see.

Adds     to every template the filters `typ`, `typeset`, `plain_text`, `xhtml`, `offline` and the functions `size_of`,
         `bytes_of`.
Hears    `generator_init`.
Settings OUTPUT, SITEURL, BASE_PATH, LIBRARY, DEPENDENCIES.
"""

from functools import partial
from typing import Any

from pelican import signals

from plugins.editions.plain_text import plain_text
from plugins.editions.prose import numbered, offline
from plugins.editions.typesetting import typ, typeset
from plugins.editions.xhtml import xhtml


def teach(generator: Any) -> None:
    """Templates can say a text in each form, and how large a file is."""
    settings, filters = generator.settings, generator.env.filters
    if settings["AT_REST"]:
        return
    filters.update(typ=typ, typeset=typeset, plain_text=plain_text, xhtml=xhtml)
    filters["offline"] = partial(offline, site_url=settings["SITEURL"], base=settings["BASE_PATH"])
    filters["numbered"] = lambda text: numbered(text, settings["LIBRARY"].contacts)
    generator.env.globals["size_of"] = lambda name: _made(settings, name).size
    generator.env.globals["bytes_of"] = partial(_bytes, settings)


def _made(settings: Any, name: str) -> Any:
    """The entry of a file that was made before; who asks for it depends on it."""
    settings["DEPENDENCIES"].use("made", name)
    return settings["OUTPUT"].entry(name)


def _bytes(settings: Any, name: str) -> bytes:
    _made(settings, name)
    return bytes(settings["OUTPUT"].read(name))


def register() -> None:
    signals.generator_init.connect(teach)
