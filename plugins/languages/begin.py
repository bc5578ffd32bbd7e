"""A new language: its declaration, and what is left to do before readers see it."""

import json
from collections.abc import Iterable
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

from plugins.data.library import Library
from plugins.model.language import Language, language
from plugins.model.message import Message
from plugins.model.speech import Say
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
        fix = Message("Use a code that CLDR knows (BCP 47), such as uk, fa or pt-BR.")
        raise BeginError(
            Message("%(code)r is not the code of a language.", code=code), fix
        ) from None
    if code != code.lower():
        raise BeginError(
            Message("%(code)r has capital letters, and it becomes part of addresses.", code=code),
            Message("Write it in small letters: %(right)s.", right=code.lower()),
        )
    if not exit_to.startswith("https://"):
        fix = Message(
            "Name a plain, fast, everyday page in that language: make language LANG=… "
            "EXIT=https://…"
        )
        raise BeginError(Message("Where does the exit link lead in %(code)r?", code=code), fix)
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


def facts(found: Language, today: date, say: Say = str) -> Iterable[str]:
    """What Babel knows of the language, for somebody who speaks it to look at."""
    plural = get_plural(found.code.replace("-", "_"))
    written = {
        "rtl": Message("written from right to left"),
        "ltr": Message("written from left to right"),
    }
    yield f"{found.code}: {found.name}, {say(written[found.direction])}"
    known = (
        Message("a day: %(value)s", value=long_date(today, found.formats)),
        Message(
            "plural forms: %(count)s (%(rule)s)", count=plural.num_plurals, rule=plural.plural_expr
        ),
        Message("texts missing in it are shown in: %(codes)s", codes=found.fallback),
        Message("exit link: %(address)s", address=found.exit),
    )
    yield from (f"  {say(line)}" for line in known)


def without_words(library: Library, code: str) -> Iterable[str]:
    """What data files say in other languages and not in `code`."""
    for name in ("contacts", "sources"):
        keys = [key for key, one in getattr(library, name).items() if code not in one.name]
        if keys:
            yield f"data/{name}.toml: {', '.join(keys)}"
    topics = [key for key, names in library.topics.items() if code not in names]
    if topics:
        yield f"data/topics.toml: {', '.join(topics)}"
