"""The page of a country in one language, made from the data."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from plugins.data.countries import INDEX, Country, CountryNote, CountryNumber, key_of_page
from plugins.data.library import Library
from plugins.model.alphabet import alphabetical
from plugins.model.document import Reference
from plugins.model.page import Page, SearchWords
from plugins.model.site import Site
from plugins.rendering.formats import territory

KIND = "country"


def country_pages(site: Site, library: Library) -> Iterator[Page]:
    """Yield the page of every country in every language that shows the page above them, in the
    order of their names."""
    for lang, language in site.languages.items():
        index = site.shown(lang, INDEX)
        if index is None:
            continue
        named = {code: territory(code, language.formats) for code in library.countries}
        for code in sorted(named, key=lambda code: alphabetical(named[code])):
            names = {territory(code, other.formats) for other in site.languages.values()}
            own = named[code]
            yield _page(index, library, library.countries[code], (own, *sorted(names - {own})))


def _page(index: Page, library: Library, country: Country, names: tuple[str, ...]) -> Page:
    """The page of a country; its title is its name alone, which says nothing of trouble."""
    code, lang = country.key, index.lang
    key = key_of_page(code)
    entries = entries_of(library, country)
    page = Page(
        lang=lang,
        section=index.section,
        key=key,
        kind=KIND,
        template=f"pages/{KIND}",
        order=((999, names[0]),),
        url=f"{lang}/{key}/",
        save_as=f"{lang}/{key}/index.html",
        title=names[0],
        menu_title=names[0],
        discreet_title=names[0],
        summary=library.country_summary.get(lang, ""),
        keywords=tuple(dict.fromkeys((*names[1:], *chain(*country.found_by.values())))),
        next_keys=index.next_keys,
        source_keys=_sources(library, country, entries),
        references=tuple(_links(library, entries)),
        country=code,
        written=max((one.stated for one in entries if one.stated), default=index.written),
        made_from="data/countries.toml",
    )
    page.give(SearchWords(" ".join(_words(entries, lang))))
    return page


def _sources(library: Library, country: Country, entries: list[Any]) -> tuple[str, ...]:
    """The sources of a page, each once; abroad, of what it says of our embassies too."""
    abroad = country.key != library.home_country and library.embassy_source
    named = [one.source for one in entries] + ([library.embassy_source] if abroad else [])
    return tuple(dict.fromkeys(named))


def _links(library: Library, entries: list[Any]) -> Iterator[Reference]:
    """Yield where the numbers and notes of a page were read: each links it itself."""
    for one in entries:
        source = library.sources.get(one.source)
        if source and source.url and isinstance(one, CountryNumber | CountryNote):
            yield Reference("outside", source.url, 0)


def entries_of(library: Library, country: Country) -> list[Any]:
    """Return the contacts, numbers and notes of `country`, in the order of the data."""
    keys = (*country.emergency, *country.helplines)
    contacts = [library.contacts[key] for key in keys if key in library.contacts]
    numbers = [one for one in library.country_numbers.values() if one.country == country.key]
    notes = [one for one in library.country_notes.values() if one.country == country.key]
    return [*contacts, *numbers, *notes]


def _words(entries: list[Any], lang: str) -> Iterator[str]:
    """What the page says of `entries`, for those who search."""
    for one in entries:
        yield from (one.name.get(lang, ""), one.about.get(lang, ""))
        yield getattr(one, "number", "")
