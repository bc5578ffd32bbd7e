"""A language of the site: its own name and direction from Babel, its place from languages.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from plugins.model.core_pages import missing
from plugins.model.message import Message
from plugins.model.shape import Texts, unlike
from plugins.model.toml_error import toml_error, toml_line
from plugins.model.user_error import UserError, did_you_mean


@dataclass(frozen=True)
class Language:
    """`code` is a BCP 47 code; `fallback` lists codes in the order their texts are offered.

    `awaits` lists the core pages it still lacks: until they exist only previews have it. `exit` is
    where the exit link leads; `formats` is the code whose dates and numbers are used (en: en-GB).
    """

    code: str
    name: str
    direction: str
    complete: bool = True
    fallback: tuple[str, ...] = ()
    exit: str = ""
    formats: str = ""
    awaits: tuple[str, ...] = ()

    @property
    def listed(self) -> bool:
        """Whether readers of the public site are offered it."""
        return self.complete or not self.awaits

    @property
    def script(self) -> str:
        """The script it is usually written in (ISO 15924), from CLDR's likely subtags:
        be gives Cyrl."""
        return next((part for part in self._likely if len(part) == 4), "Latn")

    @property
    def region(self) -> str:
        """Language and country as Open Graph wants them:
        be gives be_BY, en with British formats en_GB."""
        country = self.formats.partition("-")[2] or (self._likely[-1] if self._likely else "")
        return f"{self.code}_{country}" if country else self.code

    @property
    def _likely(self) -> list[str]:
        subtags = get_global("likely_subtags").get(self.code.replace("-", "_"), "")
        return str(subtags).split("_") if subtags else []


@dataclass(frozen=True)
class Languages:
    """Languages by code: those that this build shows, and all that languages.toml declares."""

    shown: dict[str, Language]
    declared: dict[str, Language]


class LanguageError(UserError):
    """A declaration that cannot be understood, on `line` of its file."""

    def __init__(self, line: int, what: Message, fix: Message) -> None:
        super().__init__(what, fix)
        self.line = line


def language(code: str, **declared: Any) -> Language:
    """The language `code` with what languages.toml declares of it.

    Raises babel.UnknownLocaleError when Babel does not know the language, TypeError for an unknown
    declaration.
    """
    locale = Locale.parse(code, sep="-")
    direction = "rtl" if locale.character_order == "right-to-left" else "ltr"
    name = locale.get_display_name(locale) or code
    values = {"formats": code} | declared | {"fallback": tuple(declared.get("fallback", ()))}
    return Language(code, name[:1].upper() + name[1:], direction, **values)


class Declarations(NamedTuple):
    """What languages.toml says: the languages in its order,
    and the keys of the pages that each must have."""

    languages: dict[str, Language]
    core: list[str]

    def of(self, folder: Path) -> dict[str, Language]:
        """The languages, each with the core pages that it still lacks in the content folder
        `folder`."""
        return {
            code: replace(found, awaits=tuple(missing(self.core, folder / code)))
            for code, found in self.languages.items()
        }


SHAPE = {"complete": bool, "fallback": Texts, "formats": str, "exit": str}


def read_languages(file: Path) -> dict[str, Language]:
    """The languages declared in `file`, with what they lack.
    Raises LanguageError, see `read_declarations`."""
    return read_declarations(file).of(file.parent.parent)


def read_declarations(file: Path) -> Declarations:
    """What `file` declares. Raises LanguageError with the line that cannot be understood."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        declared = tomllib.loads(text)
    except FileNotFoundError:
        raise LanguageError(
            1,
            Message("The file is missing."),
            Message("Restore it from git; it declares the languages."),
        ) from None
    except tomllib.TOMLDecodeError as error:
        fix = Message("Compare the line with its neighbours.")
        raise LanguageError(
            toml_line(error), Message("This is not TOML: %(error)s.", error=toml_error(error)), fix
        ) from None
    core = _core(declared.pop("core", []), text)
    found = {code: _declared(code, entry, text) for code, entry in declared.items()}
    for one in found.values():
        _require_known(one, found, _line(one.code, text))
    return Declarations(found, core)


def _require_known(one: Language, found: Mapping[str, Language], line: int) -> None:
    """Readers are offered texts of languages that are there."""
    for code in one.fallback:
        if code not in found:
            what = Message("There is no language %(lang)r.", lang=code)
            raise LanguageError(line, what, did_you_mean(code, found))


def _core(value: object, text: str) -> list[str]:
    if isinstance(value, list) and all(isinstance(key, str) for key in value):
        return value
    line = next(
        (number for number, words in enumerate(text.splitlines(), 1) if words.startswith("core")), 1
    )
    raise LanguageError(
        line,
        Message("`core` is not a list of keys of pages."),
        Message('Write core = ["home", "404", …].'),
    )


def _line(code: str, text: str) -> int:
    """The line where the table of a language begins."""
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, words in lines if words.strip() == f"[{code}]"), 1)


def _declared(code: str, entry: Any, text: str) -> Language:
    line = _line(code, text)
    if said := unlike(entry, SHAPE):
        raise LanguageError(
            line,
            Message("%(code)r is not %(said)s.", code=code, said=said),
            Message("Write below [%(code)s]: %(said)s.", code=code, said=said),
        )
    if not str(entry.get("exit", "")).startswith("https://"):
        fix = Message('Add `exit = "https://…"`: an everyday page in this language.')
        raise LanguageError(
            line, Message("%(code)r says not where the exit link leads.", code=code), fix
        )
    if code != code.lower():
        raise LanguageError(
            line,
            Message("%(code)r has capital letters, and it becomes part of addresses.", code=code),
            Message("Write it in small letters: %(right)s.", right=code.lower()),
        )
    return _parsed(code, entry, line)


def _parsed(code: str, entry: Any, line: int) -> Language:
    try:
        Locale.parse(entry.get("formats", code), sep="-")
        return language(code, **entry)
    except (UnknownLocaleError, ValueError):
        raise LanguageError(
            line,
            Message("%(code)r or its `formats` is not the code of a language.", code=code),
            Message("Use codes of languages that CLDR knows, such as be, uk or en-GB."),
        ) from None
    except TypeError:
        raise LanguageError(
            line,
            Message("%(code)r says something that no language has.", code=code),
            Message("Use `complete`, `fallback`, `formats` and `exit` only."),
        ) from None
