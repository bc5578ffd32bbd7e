"""The library: everything in content/data that pages refer to by key, read once for each build."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from plugins.data.countries import (
    Country,
    CountryNote,
    CountryNumber,
    Phrase,
    Saying,
    read_countries,
)
from plugins.data.entries import (
    Contact,
    Credit,
    Day,
    Fact,
    Group,
    Mailbox,
    Named,
    Source,
    Term,
    as_known,
)
from plugins.data.records import DataFile, read_data_file, records
from plugins.model.document import Problem


@dataclass(frozen=True)
class Library:
    """Entries by key; `broken` names the kinds whose file could not be read,
    so nothing more is said of them."""

    contacts: dict[str, Contact] = field(default_factory=dict)
    mailboxes: dict[str, Mailbox] = field(default_factory=dict)
    danger: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    street: dict[str, str] = field(default_factory=dict)
    within: dict[str, dict[str, str]] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    topics: dict[str, dict[str, str]] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    days: dict[str, Day] = field(default_factory=dict)
    fact_groups: dict[str, dict[str, str]] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    country_numbers: dict[str, CountryNumber] = field(default_factory=dict)
    country_notes: dict[str, CountryNote] = field(default_factory=dict)
    country_summary: dict[str, str] = field(default_factory=dict)
    embassy: dict[str, str] = field(default_factory=dict)
    embassy_source: str = ""
    home_country: str = ""
    phrases: dict[str, Phrase] = field(default_factory=dict)
    sayings: dict[str, dict[str, Saying]] = field(default_factory=dict)
    phrases_checked: dict[str, str] = field(default_factory=dict)
    menu: dict[str, list[str]] = field(default_factory=dict)
    pictures: dict[str, Credit] = field(default_factory=dict)
    press: dict[str, Any] = field(default_factory=dict)
    manual: dict[str, Any] = field(default_factory=dict)
    declared: dict[str, frozenset[str]] = field(default_factory=dict)
    files: dict[str, DataFile] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    broken: frozenset[str] = frozenset()

    @property
    def named(self) -> dict[str, Named]:
        """What a text names as {contact:key}: numbers and mailboxes."""
        return {**self.mailboxes, **self.contacts}


@dataclass(frozen=True)
class Data:
    """The library as it is known on the day of the build, without confirmations that have expired;
    as it is `spoken`, with words in every language that is shown; and as its files say it
    (`written`). At the beginning of `next_lapse` the next confirmation expires."""

    library: Library
    spoken: Library
    written: Library
    next_lapse: date | None = None


def known_on(today: date, library: Library) -> Library:
    """Return `library` with every number that has expired as one that is not confirmed."""
    return replace(
        library,
        contacts={key: as_known(one, today) for key, one in library.contacts.items()},
        mailboxes={key: as_known(one, today) for key, one in library.mailboxes.items()},
        country_numbers={key: as_known(one, today) for key, one in library.country_numbers.items()},
    )


def next_lapse(library: Library, today: date) -> date | None:
    """Return the first day after `today` on which something expires: a number, or security.txt;
    None where nothing does."""
    numbers = (*library.named.values(), *library.country_numbers.values())
    days = [one.expires for one in numbers if one.verified and one.expires]
    file = library.files.get("security")
    last = file.tables.get("expires") if file else None
    days += [last + timedelta(days=1)] if type(last) is date else []
    return min((day for day in days if day > today), default=None)


FILES = ("contacts", "sources", "topics", "glossary", "menu", "press", "manual")
OPTIONAL = ("facts", "security", "pocket", "countries", "phrases", "addresses")


def read_library(folder: Path) -> Library:
    """The library in `folder`; whatever is wrong in its files is in `problems`."""
    return with_pictures(read_entries(folder), folder)


def with_pictures(library: Library, folder: Path) -> Library:
    """`library` with who made the pictures, which is kept nowhere: consent to one may end."""
    if not (folder / "pictures.toml").exists():
        return library
    file, problems = read_data_file(folder, "pictures.toml")
    pictures, misfits = records(file, file.tables, Credit, '["{}"]')
    return replace(
        library,
        pictures=pictures,
        files=library.files | {"pictures": file},
        problems=(*library.problems, *problems, *misfits),
        broken=library.broken | ({"pictures"} if problems else set()),
    )


def read_entries(folder: Path) -> Library:
    """The library in `folder` without the pictures."""
    files: dict[str, DataFile] = {}
    problems: list[Problem] = []
    broken = set()
    for name in (*FILES, *(name for name in OPTIONAL if (folder / f"{name}.toml").exists())):
        files[name], wrong = read_data_file(folder, f"{name}.toml")
        problems += wrong
        broken |= {name} if wrong else set()
    entries, misfits = _entries(files)
    facts, wrong_facts = _facts(files.get("facts", DataFile("data/facts.toml", "", {})))
    countries, wrong_countries = read_countries(files)
    problems += [*misfits, *wrong_facts, *wrong_countries]
    parts = entries | facts | countries
    return Library(**parts, problems=tuple(problems), broken=frozenset(broken))


def _entries(files: dict[str, DataFile]) -> tuple[dict[str, Any], list[Problem]]:
    book = files["contacts"].tables
    contacts, wrong_contacts = records(
        files["contacts"], book.get("contact", {}), Contact, "[contact.{}]", languages=tuple
    )
    mailboxes, wrong_mailboxes = records(
        files["contacts"], book.get("mailbox", {}), Mailbox, "[mailbox.{}]"
    )
    sources, wrong_sources = records(files["sources"], files["sources"].tables, Source)
    terms, wrong_terms = records(files["glossary"], files["glossary"].tables, Term)
    entries = {
        **_as_written(files),
        "contacts": contacts,
        "mailboxes": mailboxes,
        "danger": tuple(book.get("danger", ())),
        "retired": tuple(book.get("retired", ())),
        "street": book.get("office", {}).get("street", {}),
        "within": book.get("within", {}),
        "sources": sources,
        "terms": terms,
        "declared": {
            "contacts": frozenset({*book.get("contact", {}), *book.get("mailbox", {})}),
            "sources": frozenset(files["sources"].tables),
            "topics": frozenset(files["topics"].tables),
        },
    }
    return entries, [*wrong_contacts, *wrong_mailboxes, *wrong_sources, *wrong_terms]


def _as_written(files: dict[str, DataFile]) -> dict[str, Any]:
    """What the library has as its file says it, and the files."""
    tables = {name: files[name].tables for name in ("topics", "menu", "press", "manual")}
    return {**tables, "files": files}


def _facts(file: DataFile) -> tuple[dict[str, Any], list[Problem]]:
    """The facts, the days of each year, the names of groups by language, and what is wrong."""
    facts, wrong = records(file, file.tables.get("fact", {}), Fact, "[fact.{}]")
    groups, misfits = records(file, file.tables.get("group", {}), Group, "[group.{}]")
    days, odd = records(file, file.tables.get("day", {}), Day, "[day.{}]")
    names = {key: group.name for key, group in groups.items()}
    return {"facts": facts, "days": days, "fact_groups": names}, [*wrong, *misfits, *odd]
