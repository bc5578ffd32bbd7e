"""The data files agree with each other, and no number goes public that nobody has checked lately."""

from collections.abc import Iterator
from datetime import date

from plugins.data.entries import unfit
from plugins.document import Problem
from plugins.reading.front_matter import meant
from plugins.validation.known import Known


def check(known: Known) -> Iterator[Problem]:
    """Contacts name sources that exist and have a name in every language; menus name pages that exist."""
    library = known.library
    yield from library.problems
    for key, contact in library.contacts.items():
        line = library.contacts_file.line_of(f"[contact.{key}]")
        if contact.source not in library.sources and "sources" not in library.broken:
            mend = meant(contact.source, library.sources)
            yield Problem(library.contacts_file.name, line, f"{key!r}: there is no source {contact.source!r}.", mend)
        for lang in known.languages:
            if not (contact.name.get(lang) and contact.about.get(lang)):
                mend = f"Add `name.{lang}` and `about.{lang}`."
                yield Problem(library.contacts_file.name, line, f"{key!r} has no words in {lang!r}.", mend)
    for menu, keys in library.menu.items():
        for key in keys:
            if key not in known.keys:
                yield Problem("data/menu.toml", 1, f"{menu}: there is no page {key!r}.", meant(key, known.keys))


def check_before_publishing(known: Known, today: date) -> Iterator[Problem]:
    """Every contact was checked and is not yet due again on `today`."""
    for key, contact in known.library.contacts.items():
        reason = unfit(contact, today)
        if reason:
            file = known.library.contacts_file
            mend = "Check the number, then renew `verified` and `expires`; or mark it `demonstration = true`."
            yield Problem(file.name, file.line_of(f"[contact.{key}]"), f"The contact {key!r} {reason}.", mend)
