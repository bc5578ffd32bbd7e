"""A language of the site: its own name and direction from Babel, its place from languages.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from babel import Locale


@dataclass(frozen=True)
class Language:
    """`code` is a BCP 47 code; `fallback` lists codes in the order their texts are offered."""

    code: str
    name: str
    direction: str
    complete: bool = True
    fallback: tuple[str, ...] = ()
    exit: str = ""

    @property
    def locale(self) -> Locale:
        """Babel's data for this language."""
        return Locale.parse(self.code, sep="-")


def language(code: str, complete: bool = True, fallback: tuple[str, ...] = (), exit: str = "") -> Language:
    """The language `code`; raises babel.UnknownLocaleError when Babel does not know it."""
    locale = Locale.parse(code, sep="-")
    direction = "rtl" if locale.character_order == "right-to-left" else "ltr"
    name = locale.get_display_name(locale) or code
    return Language(code, name[:1].upper() + name[1:], direction, complete, fallback, exit)


def read_languages(file: Path) -> dict[str, Language]:
    """The languages declared in `file`, in its order.

    Raises OSError when there is no such file, tomllib.TOMLDecodeError and KeyError when it is malformed.
    """
    declared = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        code: language(code, entry["complete"], tuple(entry["fallback"]), entry["exit"])
        for code, entry in declared.items()
    }
