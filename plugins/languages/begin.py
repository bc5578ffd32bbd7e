"""A new language: its declaration, and what is left to do before readers see it."""

import json
from collections.abc import Iterable
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

from plugins.data.library import Library
from plugins.model.language import Language, language
from plugins.model.user_error import UserError
from plugins.rendering.formats import long_date

# What readers of languages in another script most likely know.
WIDELY_READ = "en"


class BeginError(UserError):
    """A language that cannot be begun."""


def declared(code: str, exit_to: str, languages: dict[str, Language]) -> Language:
    """The language `code`, its exit link leading to `exit_to`, in the company of `languages`.

    Raises BeginError when Babel does not know it, or when nobody said where the exit link leads.
    """
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        fix = "Use a code that CLDR knows (BCP 47), such as uk, fa or pt-BR."
        raise BeginError(f"{code!r} is not the code of a language.", fix) from None
    if not exit_to.startswith("https://"):
        fix = (
            "Name a plain, fast, everyday page in that language: make language LANG=… "
            "EXIT=https://…"
        )
        raise BeginError(f"Where does the exit link lead in {code!r}?", fix)
    return language(code, complete=False, exit=exit_to, fallback=fallback(code, languages))


def fallback(code: str, languages: dict[str, Language]) -> list[str]:
    """Whose texts its readers are offered: languages in the same script, then the widely read one,
    then the others."""
    script = language(code).script
    complete = [one for one in languages.values() if one.complete and one.code != code]
    near = [one.code for one in complete if one.script == script]
    others = [one.code for one in complete if one.script != script]
    return [*near, *sorted(others, key=lambda other: other != WIDELY_READ)]


def entry(found: Language) -> str:
    """What languages.toml says of it."""
    order = ", ".join(f'"{code}"' for code in found.fallback)
    return (
        f"\n[{found.code}]\ncomplete = false\nfallback = [{order}]\nexit = "
        f"{json.dumps(found.exit)}\n"
    )


def facts(found: Language, today: date) -> Iterable[str]:
    """What Babel knows of the language, for somebody who speaks it to look at."""
    plural = get_plural(found.code.replace("-", "_"))
    direction = {"rtl": "from right to left", "ltr": "from left to right"}[found.direction]
    yield f"{found.code}: {found.name}, written {direction}"
    yield f"  a day:        {long_date(today, found.formats)}"
    yield f"  plural forms: {plural.num_plurals} ({plural.plural_expr})"
    yield f"  fallback:     {', '.join(found.fallback)}"
    yield f"  exit link:    {found.exit}"


def without_words(library: Library, code: str) -> Iterable[str]:
    """What data files say in other languages and not in `code`."""
    for name in ("contacts", "sources"):
        keys = [key for key, one in getattr(library, name).items() if code not in one.name]
        if keys:
            yield f"data/{name}.toml: {', '.join(keys)}"
    topics = [key for key, names in library.topics.items() if code not in names]
    if topics:
        yield f"data/topics.toml: {', '.join(topics)}"
