"""What runs out, or is to be looked at again, on which day: contacts, security.txt, pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from plugins.data.library import Library
from plugins.model.document import text_day
from plugins.model.message import Message
from plugins.model.speech import Say

SOON, LATER = 14, 60  # days
YEAR = 365  # days after which a page is read again, unless its section says otherwise


@dataclass(frozen=True)
class Lapse:
    """On `day` something runs out: `what`."""

    day: date
    what: Message


def lapses(
    library: Library, pages: Iterable[Any], periods: Mapping[str, int], until: date
) -> list[Lapse]:
    """Return what runs out up to the day `until`, the earliest first; `periods` are the days after
    which the pages of a section are read again."""
    found = [*_contacts(library), *_security(library), *_pages(pages, periods)]
    due = [one for one in found if one.day <= until]
    return sorted(due, key=lambda one: (one.day, one.what))


def _contacts(library: Library) -> Iterator[Lapse]:
    for key, contact in ({**library.named, **library.country_numbers}).items():
        if contact.expires:
            yield Lapse(contact.expires, Message("the contact %(key)s expires", key=key))


def _security(library: Library) -> Iterator[Lapse]:
    file = library.files.get("security")
    day = file.tables.get("expires") if file else None
    if isinstance(day, date):
        yield Lapse(day, Message("security.txt expires"))


def _pages(pages: Iterable[Any], periods: Mapping[str, int]) -> Iterator[Lapse]:
    """A page is read again by its source; a translation follows it."""
    for page in pages:
        day = text_day(page)
        if day and page.translated_from is None and not page.published:
            section = page.key.partition("/")[0]
            again = day + timedelta(days=periods.get(section, YEAR))
            yield Lapse(again, Message("%(file)s is to be read again", file=page.file))


def announced(library: Library, today: date, say: Say = str) -> list[str]:
    """Return the lines that tell those who publish which numbers expire in 14 and 60 days."""
    found = lapses(library, (), {}, today + timedelta(days=LATER))
    return list(told((one for one in found if one.day > today), today, say))


def told(found: Iterable[Lapse], today: date, say: Say = str) -> Iterator[str]:
    """Yield the lines of a report: what has run out, what does within 14 days, and later."""
    soon = today + timedelta(days=SOON)
    parts = {
        Message("Expired:"): (date.min, today),
        Message("In the next 14 days:"): (today, soon),
        Message("In the next 60 days:"): (soon, date.max),
    }
    lapses = list(found)
    for head, (first, last) in parts.items():
        lines = [one for one in lapses if first < one.day <= last]
        yield from [say(head)] if lines else []
        yield from (f"  {one.day}  {say(one.what)}" for one in lines)
