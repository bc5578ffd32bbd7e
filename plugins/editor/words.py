"""What the editor says, in the language of whoever edits: STAFF_LANG, or that of the machine."""

import locale
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.rendering.catalogue import read_catalogue

WRITTEN_IN = "en"
VARIABLES = ("STAFF_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
DOMAIN = "editor"
# Of the editor's own buttons there are no Belarusian words; those who read be read ru too.
BUTTONS = {"be": "ru", "ru": "ru", "uk": "uk", "ar": "ar"}

Say = Callable[[str], str]


def word(text: str) -> str:
    """Return `text`; it is collected for translation (plugins.catalogues)."""
    return text


def staff_language(
    known: list[str], wanted: str = "", environment: Mapping[str, str] = os.environ
) -> str:
    """Return the first of `known` that is `wanted`, said by the environment, or the machine's;
    English where none is."""
    machine = locale.getlocale()[0] or ""
    asked = (wanted, *(environment.get(name, "") for name in VARIABLES), machine)
    codes = (one.replace("_", "-").partition("-")[0].lower() for one in asked)
    return next((code for code in codes if code in known), WRITTEN_IN)


def languages(translations: Path) -> list[str]:
    """Return the languages in which the editor has words."""
    found = (file.parts[-3] for file in translations.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    return sorted({*found, WRITTEN_IN})


def speaker(translations: Path, lang: str) -> Say:
    """Return what says a text in `lang`."""
    return read_catalogue(translations / lang / "LC_MESSAGES" / f"{DOMAIN}.po").gettext
