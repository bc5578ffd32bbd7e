"""A language of the site: its own name and direction from Babel, its place from languages.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global


@dataclass(frozen=True)
class Language:
    """`code` is a BCP 47 code; `fallback` lists codes in the order their texts are offered.

    `exit` is where the exit link leads; `formats` is the code whose dates and numbers are used (en: en-GB).
    """

    code: str
    name: str
    direction: str
    complete: bool = True
    fallback: tuple[str, ...] = ()
    exit: str = ""
    formats: str = ""

    @property
    def script(self) -> str:
        """The script it is usually written in (ISO 15924), from CLDR's likely subtags: be gives Cyrl."""
        return next((part for part in self._likely if len(part) == 4), "Latn")

    @property
    def region(self) -> str:
        """Language and country as Open Graph wants them: be gives be_BY, en with British formats en_GB."""
        country = self.formats.partition("-")[2] or (self._likely[-1] if self._likely else "")
        return f"{self.code}_{country}" if country else self.code

    @property
    def _likely(self) -> list[str]:
        subtags = get_global("likely_subtags").get(self.code.replace("-", "_"), "")
        return str(subtags).split("_") if subtags else []


def language(code: str, **declared: Any) -> Language:
    """The language `code` with what languages.toml declares of it.

    Raises babel.UnknownLocaleError when Babel does not know the language, TypeError for an unknown declaration.
    """
    locale = Locale.parse(code, sep="-")
    direction = "rtl" if locale.character_order == "right-to-left" else "ltr"
    name = locale.get_display_name(locale) or code
    values = {"formats": code} | declared | {"fallback": tuple(declared.get("fallback", ()))}
    return Language(code, name[:1].upper() + name[1:], direction, **values)


def read_languages(file: Path) -> dict[str, Language]:
    """The languages declared in `file`, in its order.

    Raises OSError when there is no such file, tomllib.TOMLDecodeError and TypeError when it is malformed.
    """
    declared = tomllib.loads(file.read_text(encoding="utf-8"))
    return {code: language(code, **entry) for code, entry in declared.items()}
