"""Words of another language, lent to one that is only begun:
previews work before everything is translated."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from plugins.data.entries import EntryOfContact
from plugins.data.library import Library
from plugins.model.language import Language


def spoken(library: Library, languages: Iterable[Language]) -> Library:
    """`library` with a name for every entry in every language;
    a language that readers see gets nothing it lacks."""
    begun = [language for language in languages if not language.listed]
    if not begun:
        return library
    return replace(
        library,
        contacts={key: _named(one, begun) for key, one in library.contacts.items()},
        mailboxes={key: _named(one, begun) for key, one in library.mailboxes.items()},
        sources={
            key: replace(one, name=lent(one.name, begun)) for key, one in library.sources.items()
        },
        facts={key: replace(one, what=lent(one.what, begun)) for key, one in library.facts.items()},
        days={key: replace(one, name=lent(one.name, begun)) for key, one in library.days.items()},
        fact_groups={key: lent(names, begun) for key, names in library.fact_groups.items()},
        **_of_countries(library, begun),
        topics={key: lent(names, begun) for key, names in library.topics.items()},
        manual=_tables(library.manual, begun),
        press=_tables(library.press, begun),
    )


def _named(entry: EntryOfContact, begun: Iterable[Language]) -> EntryOfContact:
    return replace(entry, name=lent(entry.name, begun), about=lent(entry.about, begun))


def _tables(tables: Mapping[str, Any], begun: Iterable[Language]) -> dict[str, Any]:
    return {key: lent(one, begun) if isinstance(one, dict) else one for key, one in tables.items()}


def _of_countries(library: Library, begun: Iterable[Language]) -> dict[str, Any]:
    """The parts of `library` about countries with words in the languages `begun`."""
    numbers, notes = library.country_numbers, library.country_notes
    return {
        "country_numbers": {
            key: replace(
                one,
                name=lent(one.name, begun),
                about=lent(one.about, begun),
                when=lent(one.when, begun) if one.when else {},
            )
            for key, one in numbers.items()
        },
        "country_notes": {
            key: replace(one, name=lent(one.name, begun), about=lent(one.about, begun))
            for key, one in notes.items()
        },
        "country_summary": lent(library.country_summary, begun),
        "embassy": lent(library.embassy, begun),
        "phrases": {
            key: replace(one, meaning=lent(one.meaning, begun))
            for key, one in library.phrases.items()
        },
    }


def lent(words: dict[str, str], begun: Iterable[Language]) -> dict[str, str]:
    """`words` by language, and for each of `begun` those of the first language in its order that
    has some."""
    orders = {language.code: (language.code, *language.fallback, *words) for language in begun}
    found = {
        code: next((words[one] for one in order if one in words), "")
        for code, order in orders.items()
    }
    return words | found
