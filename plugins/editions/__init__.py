"""Editions: pages in forms to take away: plain text, Typst, XHTML, from the same HTML that readers see.

Adds     to every template the filters `typ`, `typeset`, `plain`, `plain_text`, `xhtml`, `offline` and the functions
         `size_of`, `bytes_of`.
Adds     the setting EDITION: the digest of everything but the pages that decides what is in such a file.
Hears    `generator_init`.
Settings OUTPUT, SITENAME, SITEURL, BASE_PATH, CONTACTS, PATH, TRANSLATIONS_PATH, LANGUAGES.
"""

from functools import partial
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.build.fingerprint import fingerprint
from plugins.editions.plain_text import plain, plain_text
from plugins.editions.prose import numbered, offline
from plugins.editions.typesetting import typ, typeset
from plugins.editions.xhtml import xhtml

PLUGINS = Path(__file__).parent.parent
CODE = (
    "editions",
    "newsroom",
    "manual",
    "materials",
    "facts",
    "pocket",
    "languages",
    "data",
    "pictures",
    "demonstration",
)


def teach(generator: Any) -> None:
    """Templates can say a text in each form, and how large a file is."""
    settings, filters = generator.settings, generator.env.filters
    if settings["AT_REST"]:
        return
    filters.update(plain=plain, typ=typ, typeset=typeset, plain_text=plain_text, xhtml=xhtml)
    filters["offline"] = partial(offline, site_url=settings["SITEURL"], base=settings["BASE_PATH"])
    filters["numbered"] = partial(numbered, contacts=settings["CONTACTS"])
    settings["EDITION"] = settings["EDITION"] or _edition(settings)
    generator.env.globals["size_of"] = lambda name: settings["OUTPUT"].entries[name].size
    generator.env.globals["bytes_of"] = settings["OUTPUT"].read


def _edition(settings: Any) -> str:
    folders = [PLUGINS / name for name in CODE]
    folders += [Path(settings["THEME"]) / "templates" / "editions", Path(settings["TRANSLATIONS_PATH"])]
    named = {name: settings[name] for name in ("SITENAME", "SITEURL", "PUBLISHING", "DEMO")}
    return fingerprint(named | {"SPOKEN": list(settings["LANGUAGES"])}, [*folders, Path(settings["PATH"]) / "data"])


def register() -> None:
    signals.generator_init.connect(teach)
